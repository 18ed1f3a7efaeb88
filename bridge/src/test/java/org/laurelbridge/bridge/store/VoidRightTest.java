package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.store.Samples.passed;
import static org.laurelbridge.bridge.store.Samples.pushed;
import static org.laurelbridge.bridge.store.Samples.taken;
import static org.laurelbridge.bridge.store.Samples.voids;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.record.StatementLog.Quarantined;
import org.laurelbridge.bridge.record.StatementLog.VoidRight;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.xapi.Actor;
import org.laurelbridge.xapi.InverseFunctionalIdentifier;

/** A void applies, or does not, whether it comes before or after its target (rules: trust, S2). */
class VoidRightTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Actor BOSS = new Actor(
            Actor.Type.AGENT, null, new InverseFunctionalIdentifier.Account("https://lms.example", "boss"), List.of());
    /** What the boss vouches for may void anything, the source quiet nothing, all else its own. */
    private static final VoidRight TRUST = (source, authority) ->
            BOSS.equals(authority) ? VoidReach.ANYTHING : source.equals("quiet") ? VoidReach.NOTHING : VoidReach.OWN;

    private static final UUID A = UUID.randomUUID();
    private static final UUID B = UUID.randomUUID();
    private static final UUID C = UUID.randomUUID();

    private Database database;
    private StatementStore store;

    @BeforeEach
    void open(Database given) {
        database = given;
        store = new StatementStore(database);
    }

    @OnEveryDatabase
    void earlyVoidOfAnothers_isQuarantinedWhenItsTargetComesAndVoidsNothing() {
        append(taken("other", voids(B, A)));
        assertThat(quarantined()).isEmpty();

        append(taken("lms", passed(A)));

        assertThat(quarantined()).containsExactly(B);
        assertThat(store.listQuarantined(1).get(0)).satisfies(one -> {
            assertThat(one.source()).isEqualTo("other");
            assertThat(one.why()).contains("a void of " + A + " by the source other", "1.0.3 Data 2.3.2");
        });
        assertThat(listed()).containsExactly(B, A);
        assertThat(store.findVoided(A)).isEmpty();
    }

    @OnEveryDatabase
    void earlyVoidThatWasPushed_isQuarantinedLikewise() {
        assertThat(append(pushed("other", voids(B, A)))).isInstanceOf(Receipt.Kept.class);

        append(pushed("lms", passed(A)));

        assertThat(quarantined()).containsExactly(B);
        assertThat(store.find(A)).isPresent();
    }

    @OnEveryDatabase
    void earlyVoid_inOneCommitWithItsTarget_isQuarantinedToo() {
        store.append(List.of(taken("other", voids(B, A)), taken("lms", passed(A))), TRUST, NOW);

        assertThat(quarantined()).containsExactly(B);
        assertThat(store.find(A)).isPresent();
    }

    @OnEveryDatabase
    void takenVoidOfATrustedAuthority_appliesToAnothers() {
        append(taken("lms", passed(A)));

        append(taken("other", voids(B, A, BOSS)));

        assertThat(store.findVoided(A)).isPresent();
        assertThat(quarantined()).isEmpty();
    }

    @OnEveryDatabase
    void pushedVoid_isNotBelievedTheAuthorityItNames() {
        append(pushed("lms", passed(A)));

        assertThat(append(pushed("other", voids(B, A, BOSS)))).isEqualTo(new Receipt.Forbidden(List.of(A)));
    }

    @OnEveryDatabase
    void voidOfASourceThatMayNotVoid_isRefusedEvenBeforeItsTarget() {
        assertThat(append(pushed("quiet", voids(B, A)))).isEqualTo(new Receipt.Forbidden(List.of(A)));

        append(taken("quiet", voids(B, A)));
        append(taken("quiet", passed(A)));

        assertThat(quarantined()).containsExactly(B);
        assertThat(store.find(A)).isPresent();
    }

    @OnEveryDatabase
    void voidThatDoesNotApply_cannotBeVoidedEither() {
        append(taken("lms", passed(A)));
        append(taken("other", voids(B, A)));

        append(taken("other", voids(C, B)));

        assertThat(store.find(B)).isPresent();
        assertThat(store.findVoided(B)).isEmpty();
    }

    @OnEveryDatabase
    void sourceThatBringsTheTargetToo_voidsItAsItsOwn() {
        append(taken("lms", passed(A)));
        append(taken("other", voids(B, A)));
        database.change(handle -> handle.execute("update intake set mapped_with = 7"));

        append(taken("other", passed(A)));

        assertThat(store.findVoided(A)).isPresent();
        assertThat(quarantined()).isEmpty();
        // whoever has facts of it may lose an award
        assertThat(toMap()).isEqualTo(1);
    }

    @OnEveryDatabase
    void sourceThatBroughtTheTargetSecond_mayPushAVoidOfIt() {
        append(taken("lms", passed(A)));
        append(pushed("other", passed(A)));

        assertThat(append(pushed("other", voids(B, A)))).isInstanceOf(Receipt.Kept.class);
        assertThat(store.findVoided(A)).isPresent();
    }

    @OnEveryDatabase
    void voidAndTargetOnTwoNodesAtOnce_neverPassEachOtherUnseen(TestDatabase testDatabase) {
        StatementStore otherNode = new StatementStore(testDatabase.open());
        List<UUID> voiders =
                IntStream.range(0, 40).mapToObj(i -> UUID.randomUUID()).toList();
        List<UUID> targets =
                IntStream.range(0, 40).mapToObj(i -> UUID.randomUUID()).toList();
        Thread voiding = new Thread(() -> IntStream.range(0, 40)
                .forEach(i ->
                        otherNode.append(List.of(taken("other", voids(voiders.get(i), targets.get(i)))), TRUST, NOW)));
        Thread telling = new Thread(() -> targets.forEach(target -> append(taken("lms", passed(target)))));
        voiding.start();
        telling.start();
        Threads.join(voiding);
        Threads.join(telling);

        assertThat(quarantined()).containsExactlyInAnyOrderElementsOf(voiders);
        assertThat(targets).allSatisfy(target -> assertThat(store.find(target)).isPresent());
    }

    private long toMap() {
        return database.read(
                handle -> handle.createQuery("select count(*) from intake where mapped_with <= 0 and mark = 1")
                        .mapTo(Long.class)
                        .one());
    }

    private Receipt append(Submission submission) {
        return store.append(List.of(submission), TRUST, NOW).get(0);
    }

    private List<UUID> listed() {
        return new StatementListing(store).all(true, 500);
    }

    private List<UUID> quarantined() {
        return store.listQuarantined(1_000).stream().map(Quarantined::statement).toList();
    }
}
