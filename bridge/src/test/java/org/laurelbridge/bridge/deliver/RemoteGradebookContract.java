package org.laurelbridge.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.bridge.fake.FakeMoodle;
import org.laurelbridge.bridge.fake.FakeMoodle.Fault;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.mapping.Identifier;

/** What every gradebook across a network keeps to: one grade for an award, whatever happens on the way. */
public interface RemoteGradebookContract extends GradebookContract {

    FakeMoodle moodle();

    TurnedClock clock();

    /** Part of the path or the function that writes a grade. */
    String writing();

    /** The same for what reads it back. */
    String reading();

    @Override
    default List<Double> grades() {
        return moodle().gradeEvents().stream().map(FakeMoodle.GradeEvent::grade).toList();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    default void courier_whateverHappensToTheWrite_makesOneGrade(Fault fault) {
        moodle().trouble(writing(), fault);
        try (OutboxBench bench = new OutboxBench(clock(), ada(), gradebook())) {
            bench.order(1, "100");

            assertThat(bench.deliver()).isEqualTo(State.DELIVERED);
            assertThat(grades()).containsExactly(100.0);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    default void courier_whateverHappensToTheReadBack_makesOneGrade(Fault fault) {
        moodle().trouble(writing(), Fault.DONE_BUT_RESET)
                .trouble(reading(), fault)
                .trouble(reading(), fault);
        try (OutboxBench bench = new OutboxBench(clock(), ada(), gradebook())) {
            bench.order(1, "100");

            assertThat(bench.deliver()).isEqualTo(State.DELIVERED);
            assertThat(grades()).containsExactly(100.0);
        }
    }

    @Test
    default void courier_thatDiesBetweenSendingAndSettling_makesOneGrade() {
        try (OutboxBench bench = new OutboxBench(clock(), ada(), gradebook())) {
            bench.order(1, "100");
            gradebook().send(bench.claimed());

            assertThat(bench.deliver()).isEqualTo(State.DELIVERED);
            assertThat(grades()).containsExactly(100.0);
        }
    }

    @Test
    default void couriers_twoAtOnce_makeOneGrade() {
        try (OutboxBench bench = new OutboxBench(clock(), ada(), gradebook())) {
            bench.order(1, "100");
            bench.deliverFromThreads(2);

            assertThat(bench.deliver()).isEqualTo(State.DELIVERED);
            assertThat(grades()).containsExactly(100.0);
        }
    }

    @Test
    default void courier_withALearnerNobodyKnows_keepsTheDeliveryWithTheReason() {
        Person stranger = Samples.ada(new Identifier("email", "", "nobody@campus.example"));
        try (OutboxBench bench = new OutboxBench(clock(), stranger, gradebook())) {
            bench.order(1, "100");

            assertThat(bench.deliver()).isEqualTo(State.STUCK);
            assertThat(bench.trouble())
                    .contains("no user of " + moodle().root())
                    .doesNotContain("nobody@");
            assertThat(grades()).isEmpty();
        }
    }

    @Test
    default void send_forALearnerWhoIsNotEnrolled_isRefused() {
        Person grace = Samples.ada(new Identifier("id", moodle().root().toString(), "4"));

        assertThat(gradebook().send(Samples.delivery(grace)))
                .isInstanceOfSatisfying(
                        Attempt.Refused.class,
                        refused -> assertThat(refused.reason()).contains("enrolled"));
        assertThat(grades()).isEmpty();
    }

    @Test
    default void send_whileTheTargetIsDown_isForLater() {
        moodle().close();

        assertThat(gradebook().send(Samples.delivery(ada()))).isInstanceOf(Attempt.Later.class);
    }
}
