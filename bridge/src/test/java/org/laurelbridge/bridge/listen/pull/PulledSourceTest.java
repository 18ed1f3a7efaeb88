package org.laurelbridge.bridge.listen.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fake.FakeLrs;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.listen.Intake;
import org.laurelbridge.bridge.lrs.LrsAccess;
import org.laurelbridge.bridge.lrs.LrsClient;
import org.laurelbridge.bridge.record.Recorder;
import org.laurelbridge.bridge.record.StatementLog;
import org.laurelbridge.bridge.store.PositionStore;
import org.laurelbridge.bridge.store.StatementStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.xapi.XapiVersion;

class PulledSourceTest {
    private static final String PASSED = """
            {"actor":{"mbox":"mailto:ada@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},\
            "object":{"id":"https://lms.example/q"},"timestamp":"2026-03-01T09:00:00Z"}""";

    private final TestDatabase database = TestDatabase.sqlite();
    private final StatementLog log = new StatementStore(database.database());
    private final PositionStore positions = new PositionStore(database.database());
    private final TurnedClock clock = new TurnedClock("2030-01-01T00:00:00Z");
    private final Recorder recorder = new Recorder(log, (source, authority) -> VoidReach.ANYTHING, clock, 1);
    private final FakeLrs lrs = FakeLrs.a();
    private final FakeLrs mongo = FakeLrs.b();

    @AfterEach
    void stop() {
        recorder.close();
        database.close();
        lrs.close();
        mongo.close();
    }

    @Test
    void pullOnce_manyPages_takesAllOnce() {
        addMany(lrs, 175);

        assertThat(source(lrs).pullOnce()).isEqualTo(new Round.Heard(175, 175, 0, false));
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(lrs.ids());
    }

    @Test
    void pullOnce_absoluteMore_takesAll() {
        addMany(mongo, 175);

        assertThat(source(mongo).pullOnce()).isEqualTo(new Round.Heard(175, 175, 0, false));
    }

    @Test
    void pullOnce_newOnesBetweenPages_takesThemToo() {
        addMany(lrs, 120);
        AtomicInteger late = new AtomicInteger();
        lrs.afterPage(() -> {
            if (late.incrementAndGet() <= 3) {
                addMany(lrs, 20);
            }
        });

        PulledSource source = source(lrs);
        source.pullOnce();
        source.pullOnce();

        assertThat(kept()).hasSize(180).containsExactlyInAnyOrderElementsOf(lrs.ids());
    }

    @Test
    void pullOnce_again_asksOneMinuteBehind() {
        addMany(lrs, 3);
        PulledSource source = source(lrs);
        source.pullOnce();

        assertThat(source.pullOnce()).isEqualTo(new Round.Heard(3, 0, 0, false));
        // A stands by what is a millisecond old
        assertThat(lastSince()).isEqualTo(lrs.now().minusMillis(1).minusSeconds(60));
    }

    @Test
    void pullOnce_committedLateWithinTheOverlap_isTaken() {
        addMany(lrs, 3);
        PulledSource source = source(lrs);
        source.pullOnce();
        UUID late = lrs.addAt(UUID.randomUUID(), PASSED, lrs.now().minusSeconds(50));

        source.pullOnce();

        assertThat(kept()).contains(late);
    }

    @Test
    void pullOnce_consistentThroughLagsByHours_waitsForIt() {
        addMany(lrs, 3);
        Instant behind = lrs.now().minus(Duration.ofHours(3));
        lrs.consistentThrough(behind);
        PulledSource source = source(lrs);
        source.pullOnce();
        UUID late = lrs.addAt(UUID.randomUUID(), PASSED, behind.plusSeconds(1));

        source.pullOnce();

        assertThat(lastSince()).isEqualTo(behind.minusSeconds(60));
        assertThat(kept()).contains(late);
    }

    @Test
    void pullOnce_clockWentBack_readsFromThereAndSaysSo() {
        addMany(lrs, 3);
        PulledSource source = source(lrs);
        source.pullOnce();
        Instant back = lrs.now().minus(Duration.ofHours(2));
        lrs.turnClock(back);

        assertThat(source.pullOnce()).isInstanceOf(Round.Troubled.class);
        assertThat(trouble()).contains("went back");

        UUID after = lrs.add(UUID.randomUUID(), PASSED);
        source.pullOnce();
        assertThat(kept()).contains(after);
        assertThat(trouble()).isNull();
    }

    @Test
    void pullOnce_storedByAClockThatHadJumpedAhead_losesNothingStoredAfterwards() {
        lrs.promisesNothing();
        Instant right = lrs.now();
        lrs.turnClock(right.plus(Duration.ofDays(300)));
        lrs.add(UUID.randomUUID(), PASSED);
        lrs.turnClock(right);
        PulledSource source = source(lrs);
        source.pullOnce();
        lrs.turnClock(right.plusSeconds(300));
        UUID after = lrs.add(UUID.randomUUID(), PASSED);

        source.pullOnce();

        assertThat(kept()).contains(after);
        assertThat(trouble()).isNull();
    }

    @Test
    void pullOnce_whileTheClockIsAhead_readsAllSinceThenWhenItIsPutRight() {
        lrs.promisesNothing();
        Instant right = lrs.now();
        PulledSource source = source(lrs);
        lrs.turnClock(right.plus(Duration.ofDays(300)));
        lrs.add(UUID.randomUUID(), PASSED);
        source.pullOnce();
        // ten minutes pass; the clock was put right soon after the last look
        clock.turn(Duration.ofMinutes(10));
        lrs.turnClock(right.plus(Duration.ofMinutes(10)));
        UUID soonAfter = lrs.addAt(UUID.randomUUID(), PASSED, right.plusSeconds(30));

        assertThat(source.pullOnce()).isInstanceOf(Round.Troubled.class);
        assertThat(trouble()).contains("went back");
        source.pullOnce();

        assertThat(kept()).contains(soonAfter);
        assertThat(trouble()).isNull();
    }

    @Test
    void pullOnce_withoutDate_goesByWhatWasStored() {
        lrs.promisesNothing();
        lrs.hidesItsClock();
        addMany(lrs, 3);
        PulledSource source = source(lrs);
        source.pullOnce();

        source.pullOnce();

        assertThat(lastSince()).isEqualTo(lrs.now().minusSeconds(60));
    }

    @Test
    void pullOnce_void_isHeardThoughTheVoidedIsGone() {
        UUID target = lrs.add(UUID.randomUUID(), PASSED);
        PulledSource source = source(lrs);
        source.pullOnce();
        lrs.add(UUID.randomUUID(), voiding(target));

        source.pullOnce();

        assertThat(log.find(target)).isEmpty();
        assertThat(log.findVoided(target)).isPresent();
    }

    @Test
    void pullOnce_voidHeardFirst_voidsWhatComesLater() {
        UUID target = UUID.randomUUID();
        lrs.add(UUID.randomUUID(), voiding(target));
        PulledSource source = source(lrs);

        assertThat(source.pullOnce()).isEqualTo(new Round.Heard(1, 1, 0, false));
    }

    @Test
    void pullOnce_somethingUnreadable_isQuarantinedAndTheRestGoesOn() {
        addMany(lrs, 1);
        lrs.addRaw("{\"id\":\"" + UUID.randomUUID() + "\",\"actor\":{\"mbox\":\"nobody\"}}");
        lrs.addRaw("{\"a\":1,\"a\":2}");
        addMany(lrs, 1);
        PulledSource source = source(lrs);

        assertThat(source.pullOnce()).isEqualTo(new Round.Heard(4, 2, 2, false));
        assertThat(log.listQuarantined(10)).hasSize(2);
        source.pullOnce();
        assertThat(log.listQuarantined(10)).hasSize(2);
    }

    @Test
    void pullOnce_brokenOffBetweenPages_goesOnWhereItWas() {
        addMany(lrs, 130);
        PulledSource source = source(lrs);
        lrs.afterPage(() -> {
            lrs.afterPage(() -> {});
            lrs.next(Response.html(503, "later").with("Retry-After", "9"));
        });

        Round first = source.pullOnce();
        Round second = source(lrs).pullOnce();

        assertThat(first).isInstanceOfSatisfying(Round.Troubled.class, troubled -> {
            assertThat(troubled.read()).isEqualTo(50);
            assertThat(troubled.notBefore()).isEqualTo(Duration.ofSeconds(9));
        });
        assertThat(trouble()).isNull();
        assertThat(second).isEqualTo(new Round.Heard(80, 80, 0, false));
    }

    @Test
    void pullOnce_moreIsADayOld_beginsAtTheWatermark() {
        addSlowly(130);
        PulledSource source = source(lrs);
        lrs.afterPage(() -> {
            lrs.afterPage(() -> {});
            lrs.next(Response.html(503, "later"));
        });
        source.pullOnce();
        clock.turn(Duration.ofHours(24));
        lrs.turnClock(lrs.now().plus(Duration.ofHours(24)));

        Round second = source.pullOnce();

        // a minute, here two statements, is read again
        assertThat(second).isEqualTo(new Round.Heard(82, 80, 0, false));
        assertThat(kept()).hasSize(130);
    }

    @Test
    void pullOnce_moreForgotten_beginsAtTheWatermarkNextTime() {
        addSlowly(130);
        lrs.forgetsMore(true);
        PulledSource source = source(lrs);

        assertThat(source.pullOnce()).isInstanceOf(Round.Troubled.class);
        assertThat(trouble()).contains("further page");
        lrs.forgetsMore(false);
        source.pullOnce();

        assertThat(kept()).hasSize(130);
    }

    @Test
    void pullOnce_newestFirstWhateverIsAsked_losesNothingWhenBrokenOff() {
        addSlowly(130);
        lrs.ignoresAscending(true);
        PulledSource source = source(lrs);
        lrs.afterPage(() -> {
            lrs.afterPage(() -> {});
            lrs.next(Response.html(404, "no such cursor"));
        });
        source.pullOnce();

        source.pullOnce();

        assertThat(kept()).hasSize(130);
    }

    @Test
    void pullOnce_storeAway_savesNoPosition() {
        addMany(lrs, 3);
        Intake away = submission -> {
            throw new Intake.IntakeUnavailable("the disk is full", new IllegalStateException());
        };
        PulledSource source = new PulledSource("lrs", client(lrs), away, positions, clock);

        assertThatThrownBy(source::pullOnce).isInstanceOf(Intake.IntakeUnavailable.class);
        assertThat(positions.find("lrs")).isEmpty();
    }

    @Test
    void pullOnce_lrsAway_saysSoInWords() throws IOException {
        try (Socket held = new Socket()) {
            // bound, so that no other server can take the port, and not listening
            held.bind(new InetSocketAddress("127.0.0.1", 0));
            URI nobody = URI.create("http://127.0.0.1:" + held.getLocalPort() + "/xapi");
            LrsClient client = new LrsClient(LrsAccess.of(nobody, "key", "secret", XapiVersion.V1_0));

            assertThat(new PulledSource("lrs", client, recorder, positions, clock).pullOnce())
                    .isInstanceOf(Round.Troubled.class);
            assertThat(trouble()).contains("nothing answers at");
        }
    }

    @Test
    void pullOnce_withoutIds_doublesNothing() {
        lrs.addRaw(PASSED.replaceFirst("\\{", "{\"stored\":\"" + lrs.now() + "\","));
        PulledSource source = source(lrs);

        source.pullOnce();

        assertThat(source.pullOnce()).isEqualTo(new Round.Heard(1, 0, 0, false));
    }

    private PulledSource source(FakeLrs from) {
        return new PulledSource("lrs", client(from), recorder, positions, clock);
    }

    private static LrsClient client(FakeLrs from) {
        return new LrsClient(LrsAccess.of(from.endpoint(), "key", "gehäim", XapiVersion.V1_0));
    }

    private static void addMany(FakeLrs to, int count) {
        for (int index = 0; index < count; index++) {
            to.add(UUID.randomUUID(), PASSED);
        }
    }

    private void addSlowly(int count) {
        for (int index = 0; index < count; index++) {
            lrs.turnClock(lrs.now().plusSeconds(30));
            lrs.add(UUID.randomUUID(), PASSED);
        }
    }

    private Instant lastSince() {
        return Instant.parse(
                lrs.requests().get(lrs.requests().size() - 1).query().getOrDefault("since", "none"));
    }

    private @Nullable String trouble() {
        return positions.list().get(0).trouble();
    }

    private static String voiding(UUID target) {
        return """
                {"actor":{"mbox":"mailto:root@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},\
                "object":{"objectType":"StatementRef","id":"%s"}}""".formatted(target);
    }

    private List<UUID> kept() {
        List<UUID> all = new ArrayList<>();
        Long after = null;
        do {
            StatementLog.Page page = log.list(null, new StatementLog.Range(null, null, true, after, 500));
            page.statements().forEach(located -> all.add(located.statement().id()));
            after = page.next();
        } while (after != null);
        return all;
    }
}
