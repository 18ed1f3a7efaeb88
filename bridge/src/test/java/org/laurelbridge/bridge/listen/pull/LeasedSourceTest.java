package org.laurelbridge.bridge.listen.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fake.FakeLrs;
import org.laurelbridge.bridge.fake.FakeServer.Response;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.lrs.LrsAccess;
import org.laurelbridge.bridge.lrs.LrsClient;
import org.laurelbridge.bridge.record.Recorder;
import org.laurelbridge.bridge.store.LeaseStore;
import org.laurelbridge.bridge.store.PositionStore;
import org.laurelbridge.bridge.store.StatementStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.xapi.XapiVersion;

class LeasedSourceTest {
    private static final String PASSED = """
            {"actor":{"mbox":"mailto:ada@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},\
            "object":{"id":"https://lms.example/q"}}""";

    private final TestDatabase database = TestDatabase.sqlite();
    private final TurnedClock clock = new TurnedClock("2030-01-01T00:00:00Z");
    private final Recorder recorder =
            new Recorder(new StatementStore(database.database()), (source, authority) -> VoidReach.ANYTHING, clock, 1);
    private final FakeLrs lrs = FakeLrs.a();
    private final LeasedSource one = node();
    private final LeasedSource other = node();

    @AfterEach
    void stop() {
        recorder.close();
        database.close();
        lrs.close();
    }

    @Test
    void pullOnce_twoNodes_oneAsks() {
        lrs.add(UUID.randomUUID(), PASSED);

        assertThat(one.pullOnce().read()).isEqualTo(1);
        assertThat(other.pullOnce().read()).isZero();
        assertThat(lrs.requests()).hasSize(1);
    }

    @Test
    void pullOnce_holderIsGone_theOtherTakesOver() {
        one.pullOnce();
        lrs.add(UUID.randomUUID(), PASSED);
        clock.turn(Duration.ofSeconds(91));

        assertThat(other.pullOnce().read()).isEqualTo(1);
    }

    @Test
    void giveBack_stopping_letsTheOtherGoOnAtOnce() {
        one.pullOnce();
        lrs.add(UUID.randomUUID(), PASSED);

        one.giveBack();

        assertThat(other.pullOnce().read()).isEqualTo(1);
    }

    @Test
    void pullOnce_lrsAsksToWait_isNotAskedBefore() {
        lrs.next(Response.html(429, "slow down").with("Retry-After", "30"));
        assertThat(one.pullOnce()).isInstanceOf(Round.Troubled.class);

        clock.turn(Duration.ofSeconds(29));
        one.pullOnce();
        assertThat(lrs.requests()).hasSize(1);

        clock.turn(Duration.ofSeconds(1));
        assertThat(one.pullOnce()).isInstanceOf(Round.Heard.class);
        assertThat(lrs.requests()).hasSize(2);
    }

    private LeasedSource node() {
        LrsClient client = new LrsClient(LrsAccess.of(lrs.endpoint(), "key", "gehäim", XapiVersion.V1_0));
        PositionStore positions = new PositionStore(database.database());
        PulledSource source = new PulledSource("lrs", client, recorder, positions, clock);
        return new LeasedSource(source, new LeaseStore(database.database()), clock);
    }
}
