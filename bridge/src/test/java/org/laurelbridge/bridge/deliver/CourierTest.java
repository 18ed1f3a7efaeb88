package org.laurelbridge.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.deliver.Outbox.Listed;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.store.HeldBack;
import org.laurelbridge.bridge.store.TestDatabase;

class CourierTest {

    private final TurnedClock clock = new TurnedClock("2026-11-23T09:30:00Z");
    private final Script campus = new Script();
    private final Script other = new Script();
    private final TestDatabase database = TestDatabase.sqlite();
    private final OutboxBench bench =
            new OutboxBench(clock, Samples.ada(), Map.of(Samples.TARGET, campus, "other", other), database);

    @AfterEach
    void tearDown() {
        bench.close();
    }

    @Test
    void deliverDue_whatIsDelivered_staysSo() {
        bench.order(1, "100");

        assertThat(bench.courier().deliverDue()).isEqualTo(1);
        clock.turn(Duration.ofDays(3));
        assertThat(bench.courier().deliverDue()).isZero();
        assertThat(bench.newest().state()).isEqualTo(State.DELIVERED);
        assertThat(campus.sent).containsExactly(1);
    }

    @Test
    void deliverDue_refused_isStuckAtOnceWithTheReason() {
        campus.answers.add(new Attempt.Refused("no such course"));
        bench.order(1, "100");
        bench.courier().deliverDue();

        assertThat(bench.newest().state()).isEqualTo(State.STUCK);
        assertThat(bench.trouble()).isEqualTo("no such course");
    }

    @Test
    void deliverDue_later_waitsAsLongAsTheTargetAsks() {
        campus.answers.add(new Attempt.Later("busy", Duration.ofMinutes(5)));
        bench.order(1, "100");
        bench.courier().deliverDue();

        assertThat(bench.newest().nextAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        clock.turn(Duration.ofMinutes(4));
        assertThat(bench.courier().deliverDue()).isZero();
        clock.turn(Duration.ofMinutes(1));
        assertThat(bench.courier().deliverDue()).isEqualTo(1);
    }

    @Test
    void deliverDue_firstRetry_comesWithinSeconds() {
        campus.answers.add(new Attempt.Later("down", Duration.ZERO));
        bench.order(1, "100");
        bench.courier().deliverDue();

        assertThat(bench.newest().nextAt()).isBefore(clock.instant().plusSeconds(3));
    }

    @Test
    void deliverDue_unknownThatStands_isNotSentAgain() {
        campus.answers.add(new Attempt.Unknown("no answer"));
        campus.standing = new Standing.Stands();
        bench.order(1, "100");

        assertThat(bench.deliver()).isEqualTo(State.DELIVERED);
        assertThat(campus.sent).containsExactly(1);
    }

    @Test
    void deliverDue_unknownThatDoesNotStand_isSentAgain() {
        campus.answers.add(new Attempt.Unknown("no answer"));
        bench.order(1, "100");

        assertThat(bench.deliver()).isEqualTo(State.DELIVERED);
        assertThat(campus.sent).containsExactly(1, 1);
    }

    @Test
    void deliverDue_unknownThatCannotBeRead_isNotSentMeanwhile() {
        campus.answers.add(new Attempt.Unknown("no answer"));
        campus.standing = new Standing.Unreadable("down");
        bench.order(1, "100");
        bench.courier().deliverDue();
        clock.turn(Duration.ofMinutes(1));
        bench.courier().deliverDue();

        assertThat(bench.newest().state()).isEqualTo(State.UNKNOWN);
        assertThat(campus.sent).containsExactly(1);
    }

    @Test
    void deliverDue_laterAfterUnknown_staysUnknown() {
        campus.answers.add(new Attempt.Unknown("no answer"));
        campus.answers.add(new Attempt.Later("down", Duration.ZERO));
        bench.order(1, "100");
        bench.courier().deliverDue();
        clock.turn(Duration.ofMinutes(1));
        bench.courier().deliverDue();

        assertThat(bench.newest().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void deliverDue_withATargetThatThrows_goesOnWithTheNext() {
        campus.failing = true;
        bench.order(Samples.TARGET, 1, "100");
        bench.order("other", 1, "100");
        bench.courier().deliverDue();

        assertThat(states()).containsEntry("other", State.DELIVERED).containsEntry(Samples.TARGET, State.UNKNOWN);
        assertThat(other.sent).containsExactly(1);
    }

    @Test
    void deliverDue_toATargetThatIsNotConfiguredAnyMore_isStuckWithThatReason() {
        bench.order("gone", 1, "100");
        bench.courier().deliverDue();

        assertThat(bench.newest().state()).isEqualTo(State.STUCK);
        assertThat(bench.trouble()).isEqualTo("the target gone is not configured any more");
    }

    @Test
    void deliverDue_afterADayOfFailures_isStuckAndNotLost() {
        campus.forEver = new Attempt.Later("down", Duration.ZERO);
        bench.order(1, "100");

        assertThat(bench.deliver()).isEqualTo(State.STUCK);
        assertThat(bench.trouble()).startsWith("given up after").endsWith("tries: down");
    }

    @Test
    void sendAgain_ofAStuckOne_readsBackAndSendsItWithAllItsTries() {
        campus.answers.add(new Attempt.Refused("no such course"));
        bench.order(1, "100");
        bench.courier().deliverDue();

        assertThat(bench.outbox().sendAgain(bench.newest().id(), clock.instant()))
                .isTrue();
        assertThat(bench.newest().attempts()).isEqualTo(1);
        assertThat(bench.deliver()).isEqualTo(State.DELIVERED);
        assertThat(campus.sent).containsExactly(1, 1);
    }

    @Test
    void deliverDue_whenATargetFailsThreeTimes_leavesItsOthersUntriedAndDeliversElsewhere() {
        campus.forEver = new Attempt.Later("down", Duration.ZERO);
        bench.orderMany(Samples.TARGET, 20);
        bench.order("other", 1, "100");
        for (int round = 0; round < 3; round++) {
            bench.courier().deliverDue();
        }

        assertThat(campus.sent).hasSize(3);
        assertThat(other.sent).hasSize(1);
        assertThat(bench.listed().stream().filter(row -> row.attempts() == 0)).hasSize(17);
    }

    @Test
    void deliverDue_whileOthersWaitForAnotherCourier_goesOnWithTheRestOfTheTarget() {
        campus.answers.addAll(Collections.nCopies(8, new Attempt.Waiting("another courier is at it")));
        bench.orderMany(Samples.TARGET, 12);
        for (int round = 0; round < 3; round++) {
            bench.courier().deliverDue();
        }

        assertThat(bench.listed().stream().filter(row -> row.state() == State.DELIVERED))
                .hasSize(4);
        assertThat(bench.listed().stream().filter(row -> row.state() == State.DUE))
                .hasSize(8)
                .extracting(Listed::trouble)
                .containsOnly("another courier is at it");
    }

    @Test
    void deliverDue_waitingAfterUnknown_staysUnknown() {
        campus.answers.add(new Attempt.Unknown("no answer"));
        campus.answers.add(new Attempt.Waiting("another courier is at it"));
        bench.order(1, "100");
        bench.courier().deliverDue();
        clock.turn(Duration.ofMinutes(1));
        bench.courier().deliverDue();

        assertThat(bench.newest().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void deliverDue_whenTheTargetIsBack_deliversAll() {
        campus.answers.addAll(Collections.nCopies(9, new Attempt.Later("down", Duration.ZERO)));
        bench.orderMany(Samples.TARGET, 20);
        for (int round = 0; round < 60; round++) {
            bench.courier().deliverDue();
            clock.turn(Duration.ofMinutes(1));
        }

        assertThat(bench.listed()).extracting(Listed::state).containsOnly(State.DELIVERED);
        assertThat(campus.sent).hasSize(29);
    }

    @Test
    void deliverDue_whenTheDatabaseDoesNotTakeWhatBecameOfIt_writesItDownNextTimeAndSendsItOnce() {
        bench.order(Samples.TARGET, 1, "100");
        bench.order("other", 1, "100");
        try (HeldBack held = new HeldBack(database)) {
            held.refuse("update on delivery", "new.state = 'delivered'");
            assertThatThrownBy(bench.courier()::deliverDue).hasMessageContaining("held back");
        }
        assertThat(other.sent).isEmpty();
        bench.courier().deliverDue();

        assertThat(states()).containsEntry("other", State.DELIVERED).containsEntry(Samples.TARGET, State.DELIVERED);
        assertThat(campus.sent).containsExactly(1);
        assertThat(other.sent).containsExactly(1);
    }

    @Test
    void deliverDue_withOneThatTheDatabaseNeverTakes_goesOnWithTheNext() {
        bench.order(Samples.TARGET, 1, "100");
        bench.order("other", 1, "100");
        try (HeldBack held = new HeldBack(database)) {
            held.refuse("update on delivery", "new.state = 'delivered' and new.target = '" + Samples.TARGET + "'");
            assertThatThrownBy(bench.courier()::deliverDue).hasMessageContaining("held back");
            bench.courier().deliverDue();
            bench.courier().deliverDue();
        }

        assertThat(states()).containsEntry("other", State.DELIVERED).containsEntry(Samples.TARGET, State.SENDING);
    }

    private Map<String, State> states() {
        return bench.listed().stream().collect(Collectors.toMap(Listed::target, Listed::state));
    }

    /** A target that answers what it is told, then takes everything. */
    private static final class Script implements Target {
        private final Deque<Attempt> answers = new ArrayDeque<>();
        private final List<Integer> sent = new ArrayList<>();
        private Standing standing = new Standing.Differs();
        private Attempt forEver = new Attempt.Delivered();
        private boolean failing;

        @Override
        public Attempt send(Delivery delivery) {
            sent.add(delivery.revision());
            if (failing) {
                throw new IllegalStateException("on purpose");
            }
            return answers.isEmpty() ? forEver : answers.remove();
        }

        @Override
        public Standing standing(Delivery delivery) {
            return standing;
        }
    }
}
