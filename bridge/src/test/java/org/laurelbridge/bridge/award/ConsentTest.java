package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.mapping;
import static org.laurelbridge.bridge.award.Walk.scored;
import static org.laurelbridge.bridge.award.Walk.voids;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.mapping.Identifier;

/** What is earned, and given only when somebody says yes to it. */
class ConsentTest {
    private static final UUID A = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID B = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final UUID V = UUID.fromString("33333333-3333-4333-8333-333333333333");
    private static final String TEN = "2026-03-01T10:00:00Z";
    private static final String NINE = "2026-03-01T09:00:00Z";

    private Walk walk;
    private Verdicts verdicts;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        walk.ada();
    }

    private void rules(String... more) {
        walk.apply(mapping(1, "park"), badge(more));
    }

    @OnEveryDatabase
    void claim_isOfferedFirst_andGivenWhenItIsClaimed() {
        rules("award: claim", "deliver: [{to: own}]");
        walk.walk(scored(A, "0.9", TEN));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.OFFERED);
        assertThat(walk.deliveries()).isEmpty();
        assertThat(walk.count("credential")).isZero();
        assertThat(verdicts.approve(walk.only(), "fine")).isFalse();

        assertThat(verdicts.claim(walk.only())).isTrue();
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.deliveries()).containsExactly("own/ r1 100 of 100 due");
        assertThat(walk.count("credential where wanted = 1")).isEqualTo(1);
        assertThat(walk.events()).containsExactly("offered", "claimed", "granted");
        assertThat(verdicts.claim(walk.only())).isFalse();
    }

    @OnEveryDatabase
    void claimedTwice_asItWasSeenOnce_isClaimedOnce() {
        rules("award: claim");
        walk.walk(scored(A, "0.9", TEN));
        Award seen = walk.only();
        assertThat(verdicts.claim(seen)).isTrue();
        assertThat(verdicts.claim(seen)).isFalse();
        assertThat(verdicts.claim(walk.only())).isFalse();
        assertThat(verdicts.leave(seen)).isFalse();
        assertThat(verdicts.leave(walk.only())).isFalse();
        walk.settle();
        assertThat(walk.events()).containsExactly("offered", "claimed", "granted");
    }

    @OnEveryDatabase
    void left_staysSo_untilItsLearnerClaimsItAllTheSame() {
        rules("award: claim");
        walk.walk(scored(A, "0.9", TEN));
        assertThat(verdicts.leave(walk.only())).isTrue();
        walk.walk(scored(B, "1", NINE));
        assertThat(walk.only().standing().isLeft()).isTrue();
        assertThat(verdicts.leave(walk.only())).isFalse();

        assertThat(verdicts.claim(walk.only())).isTrue();
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.only().earnedAt()).isEqualTo(NINE);
        assertThat(walk.only().reason()).isNull();
        assertThat(walk.events()).containsExactly("offered", "left", "claimed", "granted");
    }

    @OnEveryDatabase
    void left_isNotGiven_whenItIsClaimedAfterItsEvidenceWent() {
        rules("award: claim");
        walk.walk(scored(A, "0.9", TEN));
        verdicts.leave(walk.only());
        walk.walk(voids(V, A));
        assertThat(verdicts.claim(walk.only())).isTrue();
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.WITHDRAWN);
        assertThat(walk.only().standing().isLeft()).isFalse();
    }

    @OnEveryDatabase
    void offered_movesWithItsEvidence_andGoesWithIt() {
        rules("award: claim");
        walk.walk(scored(A, "0.9", TEN));
        walk.walk(scored(B, "0.9", NINE));
        assertThat(walk.only().earnedAt()).isEqualTo(NINE);
        walk.walk(voids(V, A));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.OFFERED);
        walk.walk(voids(UUID.randomUUID(), B));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.WITHDRAWN);
        assertThat(verdicts.claim(walk.only())).isFalse();

        walk.walk(scored(UUID.randomUUID(), "0.8", TEN));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.OFFERED);
        assertThat(walk.events()).containsExactly("offered", "changed", "withdrawn", "offered");
    }

    @OnEveryDatabase
    void claimedWhileItsEvidenceGoes_isNotGiven() {
        rules("award: claim");
        walk.walk(scored(A, "0.9", TEN));
        walk.hear(voids(V, A));
        assertThat(verdicts.claim(walk.only())).isTrue();
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.WITHDRAWN);
        walk.walk(scored(B, "0.9", TEN));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
    }

    @OnEveryDatabase
    void approve_isProposedFirst_andGivenWhenSomebodyApproves() {
        rules("award: approve");
        walk.walk(scored(A, "0.9", TEN));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.PROPOSED);
        assertThat(verdicts.claim(walk.only())).isFalse();
        assertThat(verdicts.approve(walk.only(), "seen")).isTrue();
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.events()).containsExactly("proposed", "approved", "granted");
    }

    @OnEveryDatabase
    void declined_staysSo_whateverComes() {
        rules("award: approve");
        walk.walk(scored(A, "0.9", TEN));
        assertThat(verdicts.decline(walk.only(), "not his work")).isTrue();
        walk.walk(scored(B, "1", NINE));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.WITHDRAWN);
        assertThat(walk.only().reason()).isEqualTo("not his work");
        assertThat(verdicts.claim(walk.only())).isFalse();
        assertThat(verdicts.revoke(walk.only(), "never given")).isFalse();
    }

    @OnEveryDatabase
    void late_isGivenOnlyWhenSomebodyApproves() {
        rules("late: approve");
        walk.walk(scored(A, "0.9", TEN));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        walk.walk(scored(B, "0.9", "2026-01-01T10:00:00Z").replace("ada@", "bea@"));
        walk.people.add("Bea", List.of(new Identifier("email", "", "bea@example.org")), walk.clock.instant());
        walk.settle();
        assertThat(walk.all()).hasSize(2);
        assertThat(walk.all().get(0).status()).isEqualTo(AwardStatus.PROPOSED);
    }

    @OnEveryDatabase
    void suspended_isNotValidForNow_andComesBackAsItWas() {
        rules("unsupported: suspend", "deliver: [{to: own}]");
        walk.walk(scored(A, "0.9", TEN));
        walk.database.change(handle -> handle.execute("update delivery set state = 'delivered', attempts = 1"));
        Award before = walk.only();
        walk.walk(voids(V, A));
        walk.turn(Duration.ofMinutes(2));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.SUSPENDED);
        assertThat(walk.deliveries()).containsExactly("own/ r1 100 of 100 delivered", "own/ r2 0 of 100 due");

        walk.walk(scored(B, "0.9", TEN));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.only().credential()).isEqualTo(before.credential());
        assertThat(walk.only().revision()).isEqualTo(1);
        assertThat(walk.deliveries()).last().isEqualTo("own/ r3 100 of 100 due");
        assertThat(walk.events()).containsExactly("granted", "unsupported", "suspended", "restored");
    }

    @OnEveryDatabase
    void suspended_andSupportedByWhatCameLate_staysSo_untilSomebodySays() {
        rules("late: approve", "unsupported: suspend", "deliver: [{to: own}]");
        walk.walk(scored(A, "0.9", TEN));
        walk.database.change(handle -> handle.execute("update delivery set state = 'delivered', attempts = 1"));
        walk.walk(voids(V, A));
        walk.turn(Duration.ofMinutes(2));

        walk.walk(scored(B, "0.9", "2026-01-01T10:00:00Z"));
        walk.turn(Duration.ofMinutes(2));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.SUSPENDED);
        assertThat(walk.only().reason()).contains("late");

        assertThat(verdicts.restore(walk.only(), "seen")).isTrue();
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.deliveries()).last().isEqualTo("own/ r3 100 of 100 due");
    }

    @OnEveryDatabase
    void revokedByItsPolicy_andEarnedAnewByWhatCameLate_isProposedFirst() {
        rules("late: approve", "unsupported: revoke", "deliver: [{to: own}]");
        walk.walk(scored(A, "0.9", TEN));
        AwardId first = walk.only().credential();
        walk.database.change(handle -> handle.execute("update delivery set state = 'delivered', attempts = 1"));
        revokeByPolicy(A);

        walk.walk(scored(B, "0.9", "2026-01-01T10:00:00Z"));

        assertThat(walk.only().status()).isEqualTo(AwardStatus.PROPOSED);
        assertThat(walk.only().credential()).isNotEqualTo(first);
        assertThat(walk.count("credential")).isEqualTo(1);
        assertThat(walk.deliveries()).last().isEqualTo("own/ r2 0 of 100 due");
        assertThat(verdicts.approve(walk.only(), "seen")).isTrue();
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.deliveries()).last().isEqualTo("own/ r3 100 of 100 due");
        assertThat(walk.count("credential")).isEqualTo(2);
        assertThat(walk.events())
                .containsExactly("granted", "unsupported", "revoked", "proposed", "approved", "granted");
    }

    @OnEveryDatabase
    void approvalOfWhatWasRevoked_isNoneOfWhatIsEarnedAnew() {
        rules("award: approve", "unsupported: revoke");
        walk.walk(scored(A, "0.9", TEN));
        assertThat(verdicts.approve(walk.only(), "seen")).isTrue();
        walk.settle();
        revokeByPolicy(A);
        walk.walk(scored(B, "0.9", TEN));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.PROPOSED);
        walk.walk(scored(UUID.randomUUID(), "0.9", NINE));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.PROPOSED);
        assertThat(verdicts.decline(walk.only(), "copied")).isTrue();
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.WITHDRAWN);
        assertThat(walk.events()).doesNotContain("reissued");
    }

    private void revokeByPolicy(UUID evidence) {
        walk.walk(voids(UUID.randomUUID(), evidence));
        walk.turn(Duration.ofMinutes(2));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVOKED);
    }

    @OnEveryDatabase
    void revokedByAPerson_isNeverReissued() {
        rules("unsupported: revoke");
        walk.walk(scored(A, "0.9", TEN));
        assertThat(verdicts.revoke(walk.only(), "copied")).isTrue();
        walk.walk(scored(B, "1", NINE));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVOKED);
        assertThat(walk.only().reason()).isEqualTo("copied");
    }
}
