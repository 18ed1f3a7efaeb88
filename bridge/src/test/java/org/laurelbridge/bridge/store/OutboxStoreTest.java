package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.deliver.DeliveryRows;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.deliver.Outbox.Claim;
import org.laurelbridge.bridge.deliver.Outbox.Listed;
import org.laurelbridge.bridge.deliver.Outbox.Outcome;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.bridge.deliver.Samples;
import org.laurelbridge.bridge.record.People;
import org.mockito.Mockito;

class OutboxStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00.123456789Z");
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Outcome DELIVERED = new Outcome(State.DELIVERED, null, null);

    private static Outbox outbox(Database database) {
        Awards awards = Mockito.mock(Awards.class);
        Mockito.when(awards.find(Samples.AWARD.value())).thenReturn(Optional.of(Samples.award()));
        People people = Mockito.mock(People.class);
        Mockito.when(people.find(Samples.ADA.value())).thenReturn(Optional.of(Samples.ada()));
        DeliveryRows.addAward(database, Samples.award());
        return new OutboxStore(database, awards, people, badge -> "Title of " + badge);
    }

    private static void add(Database database, String target, int revision, Instant nextAt) {
        DeliveryRows.add(database, target, revision, "79.990", Samples.EARNED.plusSeconds(revision), nextAt);
    }

    private static List<Claim> claim(Outbox outbox, Instant now) {
        return outbox.claim(now, LEASE, 10, Set.of());
    }

    @OnEveryDatabase
    void claim_readsTheWholeDelivery(Database database) {
        Outbox outbox = outbox(database);
        add(database, "campus", 1, NOW);

        Delivery delivery = claim(outbox, NOW).get(0).delivery();

        assertThat(delivery.award()).isEqualTo(Samples.award());
        assertThat(delivery.person()).isEqualTo(Samples.ada());
        assertThat(delivery.badgeTitle()).isEqualTo("Title of k8s-quiz");
        assertThat(delivery.grade()).isEqualByComparingTo("79.99");
        assertThat(delivery.course()).isEqualTo("2");
        assertThat(delivery.stamp()).isEqualTo(Samples.EARNED.plusSeconds(1));
        assertThat(delivery.attempts()).isZero();
    }

    @OnEveryDatabase
    void claim_takesTheLongestWaitingFirst(Database database) {
        Outbox outbox = outbox(database);
        add(database, "second", 1, NOW.minusSeconds(1));
        add(database, "first", 1, NOW.minusSeconds(2));
        add(database, "not-yet", 1, NOW.plusSeconds(1));

        assertThat(claim(outbox, NOW))
                .extracting(claim -> claim.delivery().target())
                .containsExactly("first", "second");
    }

    @OnEveryDatabase
    void claim_leavesRestingTargets(Database database) {
        Outbox outbox = outbox(database);
        add(database, "down", 1, NOW.minusSeconds(5));
        add(database, "up", 1, NOW);

        assertThat(outbox.claim(NOW, LEASE, 10, Set.of("down")))
                .extracting(claim -> claim.delivery().target())
                .containsExactly("up");
    }

    @OnEveryDatabase
    void claim_fromEightThreads_givesNoRowTwice(Database database) {
        Outbox outbox = outbox(database);
        IntStream.range(0, 100).forEach(i -> add(database, "target-" + i, 1, NOW));

        List<Long> claimed = IntStream.range(0, 8)
                .parallel()
                .boxed()
                .flatMap(thread -> IntStream.range(0, 20).boxed())
                .flatMap(round -> outbox.claim(NOW, LEASE, 4, Set.of()).stream())
                .map(claim -> claim.delivery().id())
                .toList();

        assertThat(claimed).hasSize(100).doesNotHaveDuplicates();
    }

    @OnEveryDatabase
    void claim_ofTwoRevisionsFromEightThreads_neverSendsBothAtOnce(Database database) {
        Outbox outbox = outbox(database);
        for (int i = 0; i < 20; i++) {
            add(database, "target-" + i, 1, NOW);
            add(database, "target-" + i, 2, NOW);
        }

        List<Claim> claimed = IntStream.range(0, 8)
                .parallel()
                .boxed()
                .flatMap(thread -> IntStream.range(0, 20).boxed())
                .flatMap(round -> claim(outbox, NOW.plusSeconds(round)).stream())
                .toList();

        assertThat(claimed)
                .hasSize(20)
                .allSatisfy(claim -> assertThat(claim.delivery().revision()).isEqualTo(2));
        assertThat(outbox.list(State.SUPERSEDED, null, 100))
                .hasSize(20)
                .allSatisfy(old -> assertThat(old.revision()).isEqualTo(1));
    }

    @OnEveryDatabase
    void claim_ofRevisionsForDifferentCourses_sendsBoth(Database database) {
        Outbox outbox = outbox(database);
        add(database, "campus", 1, NOW);
        add(database, "campus", 2, NOW);
        database.change(handle -> handle.execute("update delivery set course = '3' where revision = 2"));

        assertThat(claim(outbox, NOW))
                .extracting(claim -> claim.delivery().course())
                .containsExactlyInAnyOrder("2", "3");
    }

    @OnEveryDatabase
    void claim_ofANewerRevision_waitsUntilTheOlderIsSettled(Database database) {
        Outbox outbox = outbox(database);
        add(database, "campus", 1, NOW);
        Claim older = claim(outbox, NOW).get(0);
        add(database, "campus", 2, NOW);

        assertThat(claim(outbox, NOW)).isEmpty();
        outbox.settle(older, DELIVERED, NOW);
        assertThat(claim(outbox, NOW.plusSeconds(2)))
                .extracting(claim -> claim.delivery().revision())
                .containsExactly(2);
    }

    @OnEveryDatabase
    void claim_thatRanOut_isClaimedAgainAsUnknown(Database database) {
        Outbox outbox = outbox(database);
        add(database, "campus", 1, NOW);
        Claim dead = claim(outbox, NOW).get(0);

        assertThat(claim(outbox, NOW.plus(LEASE).minusSeconds(1))).isEmpty();
        Claim taken = claim(outbox, NOW.plus(LEASE)).get(0);

        assertThat(dead.mayHaveArrived()).isFalse();
        assertThat(taken.mayHaveArrived()).isTrue();
        assertThat(taken.delivery().attempts()).isEqualTo(1);
    }

    @OnEveryDatabase
    void settle_ofAClaimThatSomebodyTookOver_changesNothing(Database database) {
        Outbox outbox = outbox(database);
        add(database, "campus", 1, NOW);
        Claim dead = claim(outbox, NOW).get(0);
        Claim taken = claim(outbox, NOW.plus(LEASE)).get(0);

        assertThat(outbox.settle(dead, new Outcome(State.STUCK, null, "late"), NOW))
                .isFalse();
        assertThat(outbox.settle(taken, DELIVERED, NOW)).isTrue();
        assertThat(outbox.list(null, null, 10)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.DELIVERED);
            assertThat(row.trouble()).isNull();
        });
    }

    @OnEveryDatabase
    void putBack_leavesItUntried(Database database) {
        Outbox outbox = outbox(database);
        add(database, "campus", 1, NOW);

        outbox.putBack(claim(outbox, NOW).get(0), NOW.plusSeconds(60));

        assertThat(claim(outbox, NOW.plusSeconds(59))).isEmpty();
        assertThat(claim(outbox, NOW.plusSeconds(60))).singleElement().satisfies(claim -> {
            assertThat(claim.mayHaveArrived()).isFalse();
            assertThat(claim.delivery().attempts()).isZero();
        });
    }

    @OnEveryDatabase
    void sendAgain_isForStuckOnesAlone(Database database) {
        Outbox outbox = outbox(database);
        add(database, "stuck", 1, NOW);
        outbox.settle(claim(outbox, NOW).get(0), new Outcome(State.STUCK, null, "why"), NOW);
        add(database, "due", 1, NOW.plusSeconds(90));
        List<Listed> all = outbox.list(null, null, 10);

        assertThat(outbox.sendAgain(all.get(0).id(), NOW)).isFalse();
        assertThat(outbox.sendAgain(all.get(1).id(), NOW)).isTrue();
        assertThat(claim(outbox, NOW)).singleElement().satisfies(claim -> {
            assertThat(claim.mayHaveArrived()).isTrue();
            assertThat(claim.delivery().target()).isEqualTo("stuck");
        });
    }

    @OnEveryDatabase
    void sendAllAgain_countsThem(Database database) {
        Outbox outbox = outbox(database);
        IntStream.range(0, 3).forEach(i -> add(database, "target-" + i, 1, NOW));
        claim(outbox, NOW).forEach(claim -> outbox.settle(claim, new Outcome(State.STUCK, null, "why"), NOW));

        assertThat(outbox.sendAllAgain(NOW)).isEqualTo(3);
        assertThat(outbox.sendAllAgain(NOW)).isZero();
    }

    @OnEveryDatabase
    void list_filtersByStateAndAward(Database database) {
        Outbox outbox = outbox(database);
        add(database, "a", 1, NOW);
        outbox.settle(claim(outbox, NOW).get(0), new Outcome(State.STUCK, null, "no such course"), NOW);
        add(database, "b", 1, NOW);

        assertThat(outbox.list(State.STUCK, Samples.AWARD, 10)).singleElement().satisfies(row -> {
            assertThat(row.badge()).isEqualTo("k8s-quiz");
            assertThat(row.target()).isEqualTo("a");
            assertThat(row.trouble()).isEqualTo("no such course");
            assertThat(row.attempts()).isEqualTo(1);
        });
        assertThat(outbox.list(null, null, 1)).extracting(Listed::target).containsExactly("b");
    }
}
