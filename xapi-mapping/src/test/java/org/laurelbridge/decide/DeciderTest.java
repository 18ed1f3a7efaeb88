package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.decide.Asked.atLeast;
import static org.laurelbridge.decide.Asked.rule;
import static org.laurelbridge.decide.Asked.tree;
import static org.laurelbridge.decide.Given.at;
import static org.laurelbridge.decide.Given.did;
import static org.laurelbridge.decide.Given.id;
import static org.laurelbridge.decide.Given.scored;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.rule.All;
import org.laurelbridge.rule.Any;
import org.laurelbridge.rule.AtLeast;
import org.laurelbridge.rule.AttemptPolicy;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Completed;
import org.laurelbridge.rule.Did;
import org.laurelbridge.rule.History;
import org.laurelbridge.rule.InOrder;
import org.laurelbridge.rule.None;
import org.laurelbridge.rule.Passed;
import org.laurelbridge.rule.Satisfied;
import org.laurelbridge.rule.Status;
import org.laurelbridge.rule.Truth;

class DeciderTest {
    private static final Asked THREE_LABS = rule(new AtLeast(
            3,
            List.of(
                    new Completed("lab-1"),
                    new Completed("lab-2"),
                    new Completed("lab-3"),
                    new Completed("lab-4"),
                    new Completed("lab-5"))));
    private static final Asked UNFLAGGED = rule(
            new All(List.of(new Completed("exam"), new None(List.of(new Did(new Kind("flagged"), "exam"))))),
            Duration.ofMinutes(10));

    @Test
    void completed_byKindOrCompletion() {
        Asked rule = rule(new Completed("course"));
        assertThat(rule.after(did(Kind.COMPLETED, "course", 1)).isMet()).isTrue();
        assertThat(rule.after(did(Kind.COMPLETED, "course", 1).completion(false))
                        .isMet())
                .isFalse();
        assertThat(rule.after(did(Kind.PASSED, "course", 1).completion(true)).isMet())
                .isTrue();
        assertThat(rule.after(did(Kind.PASSED, "course", 1)).isMet()).isFalse();
    }

    @Test
    void passed_isSuccessWhateverTheKind() {
        Asked rule = rule(new Passed("course"));
        assertThat(rule.after(did(Kind.COMPLETED, "course", 1).success(true)).isMet())
                .isTrue();
        assertThat(rule.after(did(Kind.COMPLETED, "course", 1)).isMet()).isFalse();
        assertThat(rule.after(did(Kind.PASSED, "course", 1).success(false)).isMet())
                .isFalse();
    }

    @Test
    void satisfiedAndDid_areTheKind() {
        assertThat(rule(new Satisfied("course"))
                        .after(did(Kind.SATISFIED, "course", 1))
                        .isMet())
                .isTrue();
        assertThat(rule(new Satisfied("course"))
                        .after(did(Kind.PASSED, "course", 1))
                        .isMet())
                .isFalse();
        assertThat(rule(new Did(new Kind("flagged"), "course"))
                        .after(did(new Kind("flagged"), "course", 1))
                        .isMet())
                .isTrue();
        assertThat(rule(new Did(new Kind("flagged"), "course"))
                        .after(did(Kind.PASSED, "course", 1))
                        .isMet())
                .isFalse();
    }

    @Test
    void atLeast_isEarnedAtTheThirdByTimeAlsoWhenItComesFirst() {
        Decision decision = THREE_LABS.after(
                did(Kind.COMPLETED, "lab-5", 30), did(Kind.COMPLETED, "lab-1", 10), did(Kind.COMPLETED, "lab-3", 20));
        assertThat(decision.earnedAt()).isEqualTo(at(30));
        assertThat(decision.evidence()).containsExactly(id(10), id(20), id(30));
    }

    @Test
    void atLeast_lateArrival_movesTheMomentBack() {
        Decision decision = THREE_LABS.after(
                did(Kind.COMPLETED, "lab-5", 30),
                did(Kind.COMPLETED, "lab-1", 10),
                did(Kind.COMPLETED, "lab-3", 20),
                did(Kind.COMPLETED, "lab-2", 5));
        assertThat(decision.earnedAt()).isEqualTo(at(20));
        assertThat(decision.evidence()).containsExactly(id(5), id(10), id(20));
    }

    @Test
    void any_restsOnThePartThatCameFirst() {
        Decision decision = rule(new Any(List.of(new Passed("quiz"), new Completed("course"))))
                .after(did(Kind.PASSED, "quiz", 20), did(Kind.COMPLETED, "course", 10));
        assertThat(decision.evidence()).containsExactly(id(10));
    }

    @Test
    void none_seesWhatComesWithinTheSettlingTime() {
        assertThat(UNFLAGGED
                        .after(did(Kind.COMPLETED, "exam", 10), did(new Kind("flagged"), "exam", 20))
                        .isMet())
                .isFalse();
        assertThat(UNFLAGGED
                        .after(did(Kind.COMPLETED, "exam", 10), did(new Kind("flagged"), "exam", 21))
                        .isMet())
                .isTrue();
    }

    @Test
    void none_whenItHappened_isImpossibleAndSaysWhat() {
        Decision decision = UNFLAGGED.after(did(Kind.COMPLETED, "exam", 10), did(new Kind("flagged"), "exam", 20));
        assertThat(decision.status()).isInstanceOf(Status.Impossible.class);
        assertThat(tree(decision).get("why").stringValue()).isEqualTo("this happened: flagged on exam");
    }

    @Test
    void settle_delaysTheGainAndSaysWhenToLookAgain() {
        Decision early = UNFLAGGED.at(19, did(Kind.COMPLETED, "exam", 10));
        assertThat(early.isMet()).isFalse();
        assertThat(early.status().truth()).isEqualTo(Truth.OPEN);
        assertThat(early.lookAgain()).isEqualTo(at(20));
        Decision due = UNFLAGGED.at(20, did(Kind.COMPLETED, "exam", 10));
        assertThat(due.earnedAt()).isEqualTo(at(10));
        assertThat(due.lookAgain()).isNull();
    }

    @Test
    void heldFact_countsFromItsMoment() {
        Asked rule = rule(new Completed("course"));
        Given held = did(Kind.COMPLETED, "course", 60).heldUntil(60);
        Decision before = rule.at(59, held);
        assertThat(before.isMet()).isFalse();
        assertThat(before.lookAgain()).isEqualTo(at(60));
        assertThat(rule.at(60, held).earnedAt()).isEqualTo(at(60));
    }

    @Test
    void factAheadOfTheClockWithinTheSkew_waitsForItsTime() {
        Asked rule = rule(new Completed("course"));
        Decision before = rule.at(9, did(Kind.COMPLETED, "course", 10));
        assertThat(tree(before).get("open").stringValue()).isEqualTo("not yet");
        assertThat(before.lookAgain()).isEqualTo(at(10));
    }

    @Test
    void otherActivities_playNoPart() {
        Decision decision = rule(new Completed("course")).after(did(Kind.COMPLETED, "look-alike", 1));
        assertThat(decision.status()).isInstanceOf(Status.Open.class);
        assertThat(decision.evidence()).isEmpty();
    }

    @Test
    void sameStatementTwice_isOneFact() {
        Asked rule = rule(atLeast("70", "quiz", AttemptPolicy.AVERAGE));
        Given low = scored("quiz", 1, "60");
        assertThat(rule.after(low, low, low, scored("quiz", 2, "80")).earnedAt())
                .isEqualTo(at(2));
    }

    @Test
    void score_isTheDecidingOneOfScoredBeforeThatOfAnyFact() {
        Decision decision = rule(new All(List.of(new Completed("course"), atLeast("70", "quiz", AttemptPolicy.BEST))))
                .after(
                        did(Kind.COMPLETED, "course", 1).percent("100"),
                        scored("quiz", 2, "75"),
                        scored("quiz", 3, "90"));
        assertThat(decision.score()).isEqualTo(Percent.of(new BigDecimal(75)));
        assertThat(rule(new Completed("course"))
                        .after(did(Kind.COMPLETED, "course", 1).percent("100"))
                        .score())
                .isEqualTo(Percent.of(new BigDecimal(100)));
    }

    @Test
    void courses_areThoseOfTheEvidenceAlone() {
        Decision decision = rule(new Passed("quiz"))
                .after(
                        did(Kind.PASSED, "quiz", 1).course("http://lms.example/course/2"),
                        did(Kind.PASSED, "quiz", 2).course("http://lms.example/course/3"));
        assertThat(decision.courses()).containsExactly("http://lms.example/course/2");
    }

    @Test
    void noneAlone_isNotEarnedByNothing() {
        Decision decision =
                rule(new None(List.of(new Did(new Kind("flagged"), "exam")))).after();
        assertThat(decision.isMet()).isFalse();
        assertThat(decision.status()).isInstanceOf(Status.Open.class);
    }

    @Test
    void any_ofTwoMetAtOnce_restsOnTheFirstInTheRule() {
        Given both = did(Kind.PASSED, "quiz", 10);
        Decision decision = rule(new Any(List.of(new Passed("quiz"), new Completed("course"))))
                .after(did(Kind.COMPLETED, "course", 10).statement(9), both);
        assertThat(decision.evidence()).containsExactly(id(10));
    }

    @Test
    void all_isMetWithItsLastPart() {
        Decision decision = rule(new All(List.of(new Passed("quiz"), new Completed("course"))))
                .after(did(Kind.PASSED, "quiz", 20), did(Kind.COMPLETED, "course", 10));
        assertThat(tree(decision).get("met").stringValue()).isEqualTo(at(20).toString());
    }

    @Test
    void courses_areSortedAndEachOnce() {
        Decision decision = THREE_LABS.after(
                did(Kind.COMPLETED, "lab-1", 1).course("http://lms.example/course/3"),
                did(Kind.COMPLETED, "lab-2", 2).course("http://lms.example/course/2"),
                did(Kind.COMPLETED, "lab-3", 3).course("http://lms.example/course/3"));
        assertThat(decision.courses()).containsExactly("http://lms.example/course/2", "http://lms.example/course/3");
    }

    @Test
    void severalHeldFacts_areLookedAtWhenTheFirstIsReleased() {
        Decision decision = rule(new Completed("course"))
                .at(
                        10,
                        did(Kind.COMPLETED, "course", 60).heldUntil(60),
                        did(Kind.COMPLETED, "course", 30).heldUntil(30),
                        did(Kind.COMPLETED, "course", 90).heldUntil(90));
        assertThat(decision.lookAgain()).isEqualTo(at(30));
    }

    @Test
    void factThatNoneWillReadAhead_isLookedAtBeforeItsTime() {
        Decision decision = UNFLAGGED.at(5, did(new Kind("flagged"), "exam", 20));
        assertThat(decision.lookAgain()).isEqualTo(at(10));
    }

    @Test
    void total_restsOnTheFactsThatMadeItEnough() {
        Decision decision = rule(Worked.badge("when: {total: {of: {on: quiz}, measure: percent, atLeast: 150%}}")
                        .when())
                .after(
                        scored("quiz", 1, "80"),
                        scored("quiz", 2, "70"),
                        scored("quiz", 2, "60").statement(3),
                        scored("quiz", 4, "90"));
        assertThat(decision.earnedAt()).isEqualTo(at(2));
        assertThat(decision.evidence()).containsExactly(id(1), id(2));
    }

    @Test
    void count_restsOnTheFirstOfEach() {
        Decision decision = rule(Worked.badge("when: {count: {of: {on: quiz}, per: attempt, atLeast: 2}}")
                        .when())
                .after(
                        did(Kind.ANSWERED, "quiz", 1).attempt("a"),
                        did(Kind.ANSWERED, "quiz", 2).attempt("a"),
                        did(Kind.ANSWERED, "quiz", 3).attempt("b"),
                        did(Kind.ANSWERED, "quiz", 4).attempt("c"));
        assertThat(decision.evidence()).containsExactly(id(1), id(3));
    }

    @Test
    void streak_restsOnItsOwnDays() {
        int day = 24 * 60;
        Decision decision = rule(Worked.badge("when: {streak: {of: {on: quiz}, every: day, length: 2}}")
                        .when())
                .after(
                        did(Kind.ANSWERED, "quiz", 1),
                        did(Kind.ANSWERED, "quiz", 2 * day),
                        did(Kind.ANSWERED, "quiz", 2 * day + 1),
                        did(Kind.ANSWERED, "quiz", 3 * day));
        assertThat(decision.evidence()).containsExactly(id(2 * day), id(3 * day));
    }

    @Test
    void inOrder_restsOnWhatMadeEachPartTrueInItsTurn() {
        Decision decision = rule(new InOrder(
                        List.of(atLeast("80", "quiz", AttemptPolicy.LATEST), new Completed("lab"))))
                .after(scored("quiz", 1, "90"), scored("quiz", 2, "20"), did(Kind.COMPLETED, "lab", 3));
        assertThat(decision.earnedAt()).isEqualTo(at(3));
        assertThat(decision.evidence()).containsExactly(id(1), id(3));
    }

    @Test
    void inOrder_ofWhatDidNotHappen_isMetByNoFact() {
        Decision decision = rule(new All(List.of(
                        new InOrder(List.of(new None(List.of(new Did(new Kind("flagged"), "exam"))))),
                        new Completed("lab"))))
                .after(did(Kind.COMPLETED, "lab", 3));
        assertThat(decision.evidence()).containsExactly(id(3));
        assertThat(tree(decision).at("/parts/0/met").isBoolean()).isTrue();
    }

    @Test
    void progress_isToldInSteps() {
        assertThat(THREE_LABS.after(did(Kind.COMPLETED, "lab-1", 1)).status())
                .isInstanceOfSatisfying(
                        Status.Open.class,
                        open -> assertThat(List.of(open.done(), open.of())).containsExactly(1, 3));
        assertThat(rule(Worked.badge("when: {streak: {of: {on: quiz}, every: day, length: 5, misses: 1}}")
                                .when())
                        .after(did(Kind.ANSWERED, "quiz", 1))
                        .status())
                .isInstanceOfSatisfying(
                        Status.Open.class,
                        open -> assertThat(List.of(open.done(), open.of())).containsExactly(1, 4));
    }

    @Test
    void late_isAnAwardThatRestsOnSomethingLate() {
        Badge badge = rule(new Completed("course")).badge();
        Fact late = late(did(Kind.COMPLETED, "course", 1).fact());
        Fact inTime = did(Kind.COMPLETED, "course", 2).fact();
        assertThat(new Decider()
                        .decide(badge, History.of(List.of(late, inTime)), at(9))
                        .late())
                .isTrue();
        assertThat(new Decider()
                        .decide(
                                badge,
                                History.of(List.of(
                                        inTime,
                                        late(did(Kind.COMPLETED, "course", 3).fact()))),
                                at(9))
                        .late())
                .isFalse();
    }

    private static Fact late(Fact fact) {
        return new Fact(
                fact.activity(),
                fact.kind(),
                fact.verb(),
                fact.at(),
                null,
                null,
                null,
                null,
                null,
                fact.attempt(),
                fact.sources(),
                null,
                null,
                fact.object(),
                fact.target(),
                null,
                null,
                null,
                null,
                true,
                false,
                fact.statement());
    }
}
