package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.scored;
import static org.laurelbridge.bridge.award.Walk.voids;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.store.AuditStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.ExpiryStore;
import org.laurelbridge.bridge.store.LeaseStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.subject.Retaining;
import org.laurelbridge.bridge.subject.Retention;
import org.laurelbridge.bridge.subject.Retention.What;

/** What is older than its period goes, and no award with it. */
class RetainingTest {
    private static final String MARCH = "2026-03-01T10:00:00Z";
    private static final UUID GOOD = UUID.randomUUID();
    private static final UUID BETTER = UUID.randomUUID();

    private Walk walk;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        walk.ada();
        walk.apply(Walk.mapping(1, "park"), badge("unsupported: revoke", "settle: 0s", "deliver: [{to: own}]"));
    }

    private int letGo(Map<What, Duration> periods) {
        Retaining retaining = new Retaining(
                new Retention(periods),
                new ExpiryStore(walk.database, new AuditStore(walk.database, walk.clock)),
                new LeaseStore(walk.database),
                walk.clock);
        int gone = 0;
        for (int some = retaining.letGo(); some > 0; some = retaining.letGo()) {
            gone += some;
        }
        retaining.close();
        return gone;
    }

    @OnEveryDatabase
    void statements_go_andAwardsStay_alsoWhenAllIsMappedAnew() {
        walk.walk(scored(GOOD, "0.8", MARCH), scored(BETTER, "0.95", MARCH), voids(UUID.randomUUID(), BETTER));
        walk.hear(scored(UUID.randomUUID(), "0.8", MARCH).replace("ada@", "nobody@"));
        walk.settle();
        Award before = walk.only();
        assertThat(walk.count("parked")).isEqualTo(1);
        walk.turn(Duration.ofDays(10));
        assertThat(letGo(Map.of(What.STATEMENTS, Duration.ofDays(11)))).isZero();

        assertThat(letGo(Map.of(What.STATEMENTS, Duration.ofDays(9)))).isEqualTo(4);

        assertThat(List.of(walk.count("statement"), walk.count("parked"), walk.count("unknown_actor")))
                .containsExactly(0L, 0L, 0L);
        walk.apply(Walk.mapping(2, "park"));
        walk.settle();
        walk.awards.list("quiz", null, null, 1).forEach(award -> walk.say(award.person(), "profile", "x", "y", "lms"));
        assertThat(walk.only()).isEqualTo(before);
        assertThat(walk.count("fact")).isEqualTo(1);
    }

    @OnEveryDatabase
    void whatIsNotMappedYet_stays() {
        walk.hear(scored(GOOD, "0.8", MARCH));
        walk.clock.turn(Duration.ofDays(10));
        assertThat(letGo(Map.of(What.STATEMENTS, Duration.ofDays(1)))).isZero();
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
    }

    @OnEveryDatabase
    void whatIsNeverMapped_holdsNothingElseBack() {
        walk.hear(scored(GOOD, "0.8", MARCH));
        walk.hear(scored(BETTER, "0.9", MARCH));
        walk.settle();
        walk.database.change(
                handle -> handle.execute(
                        "update intake set mapped_with = 0 where id = (select id from (select min(id) as id from intake) one)"));
        walk.clock.turn(Duration.ofDays(10));

        assertThat(letGo(Map.of(What.STATEMENTS, Duration.ofDays(9)))).isEqualTo(1);
        List<UUID> left = walk.database.read(handle ->
                handle.createQuery("select id from statement").mapTo(UUID.class).list());
        assertThat(left).containsExactly(GOOD);
    }

    @OnEveryDatabase
    void auditRows_goSomeAtATime() {
        Instant old = walk.clock.instant();
        walk.database.change(handle -> {
            for (int i = 0; i < 2_100; i++) {
                handle.execute(
                        "insert into audit (at, doer_kind, doer, origin, action, subject) values (?, 'laurel', '', '', 'a.b', 'c')",
                        old);
            }
        });
        walk.clock.turn(Duration.ofDays(10));
        AuditStore audit = new AuditStore(walk.database, walk.clock);
        assertThat(audit.forgetBefore(Doer.LAUREL, walk.clock.instant())).isEqualTo(1_000);
        assertThat(letGo(Map.of(What.AUDIT, Duration.ofDays(9)))).isGreaterThanOrEqualTo(1_100);
        assertThat(walk.count("audit")).isLessThan(10);
    }

    @OnEveryDatabase
    void quarantine_notices_deliveries_andAudit_goAfterTheirPeriods() {
        walk.walk(scored(GOOD, "0.8", MARCH));
        Award award = walk.only();
        Instant now = walk.clock.instant();
        new AuditStore(walk.database, walk.clock).append(Doer.LAUREL, Change.of("a.b", "award", award.id()));
        walk.database.change(handle -> {
            handle.execute("update delivery set state = 'delivered', delivered_at = next_at");
            for (int revision = 2; revision < 5; revision++) {
                handle.execute(
                        "insert into delivery (award, target, revision, course, grade, maximum, remark, stamp, state,"
                                + " attempts, next_at, delivered_at, lane) select award, target, ?, course, grade, maximum,"
                                + " remark, stamp, 'delivered', 1, next_at, next_at, lane from delivery where revision = 1",
                        revision);
            }
            handle.execute(
                    "insert into quarantine (fingerprint, source, received_at, why, raw) values (?, 'x', ?, '[]', '')",
                    new byte[32],
                    now);
            handle.execute(
                    "insert into notice (person, badge, what, moment, ahead, told_at) select person, badge, 'deadline', ?, 0, ?"
                            + " from award",
                    now,
                    now);
        });
        walk.clock.turn(Duration.ofDays(10));
        Map<What, Duration> longer = Map.of(
                What.QUARANTINE, Duration.ofDays(11),
                What.NOTICES, Duration.ofDays(11),
                What.DELIVERIES, Duration.ofDays(11),
                What.AUDIT, Duration.ofDays(11));
        assertThat(letGo(longer)).isZero();
        assertThat(letGo(Map.of(What.QUARANTINE, Duration.ofDays(9)))).isEqualTo(1);
        assertThat(letGo(Map.of(What.NOTICES, Duration.ofDays(9)))).isEqualTo(1);
        assertThat(letGo(Map.of(What.DELIVERIES, Duration.ofDays(9)))).isEqualTo(3);
        assertThat(letGo(Map.of(What.AUDIT, Duration.ofDays(9)))).isPositive();
        assertThat(List.of(walk.count("quarantine"), walk.count("notice"), walk.count("delivery")))
                .containsExactly(0L, 0L, 1L);
        assertThat(walk.only()).isEqualTo(award);
    }
}
