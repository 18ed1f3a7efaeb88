package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.decide.Asked.atLeast;
import static org.laurelbridge.decide.Asked.rule;
import static org.laurelbridge.decide.Given.at;
import static org.laurelbridge.decide.Given.did;
import static org.laurelbridge.decide.Given.id;
import static org.laurelbridge.decide.Given.regraded;
import static org.laurelbridge.decide.Given.scored;

import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.rule.AttemptPolicy;
import org.laurelbridge.rule.Completed;
import org.laurelbridge.rule.Did;
import org.laurelbridge.rule.Passed;
import org.laurelbridge.rule.Status;

class RegradeTest {
    private static final Asked RULE = rule(atLeast("80", "quiz", AttemptPolicy.BEST));
    private static final Given FIRST = scored("quiz", 1, "85");

    @Test
    void lowered_removesSupport() {
        assertThat(RULE.after(FIRST, regraded("quiz", 9, "60").refersTo(id(1))).isMet())
                .isFalse();
    }

    @Test
    void confirmed_movesNothing() {
        Decision decision = RULE.after(FIRST, regraded("quiz", 9, "85").refersTo(id(1)));
        assertThat(decision.earnedAt()).isEqualTo(at(1));
        assertThat(decision.evidence()).containsExactly(id(1), id(9));
    }

    @Test
    void raised_isEarnedWhenTheWorkWasDone() {
        Decision decision =
                RULE.after(scored("quiz", 1, "70"), regraded("quiz", 9, "85").refersTo(id(1)));
        assertThat(decision.earnedAt()).isEqualTo(at(1));
    }

    @Test
    void withoutItsTarget_waits() {
        Given regrade = regraded("quiz", 9, "95").refersTo(id(1));
        assertThat(RULE.after(regrade).status()).isInstanceOf(Status.Open.class);
        assertThat(RULE.after(regrade, scored("quiz", 1, "10")).earnedAt()).isEqualTo(at(1));
    }

    @Test
    void withoutReference_changesTheNewestScoreBeforeItInItsAttempt() {
        Given regrade = regraded("quiz", 9, "95").attempt("one");
        Decision decision = RULE.after(
                scored("quiz", 1, "10").attempt("one"),
                scored("quiz", 5, "20").attempt("one"),
                did(Kind.COMPLETED, "quiz", 6).attempt("one"),
                scored("quiz", 7, "30").attempt("two"),
                regrade);
        assertThat(decision.earnedAt()).isEqualTo(at(5));
    }

    @Test
    void withoutReference_doesNotReachForward() {
        Decision decision = RULE.after(
                regraded("quiz", 4, "95").attempt("one"),
                scored("quiz", 5, "20").attempt("one"));
        assertThat(decision.isMet()).isFalse();
    }

    @Test
    void twice_theLastOneCounts() {
        Decision decision = RULE.after(
                FIRST,
                regraded("quiz", 8, "40").refersTo(id(1)),
                regraded("quiz", 9, "90").refersTo(id(1)));
        assertThat(decision.evidence()).containsExactly(id(1), id(9));
        assertThat(decision.score()).hasToString("90 %");
    }

    @Test
    void ofARegrade_changesTheFactAtTheEndOfTheChain() {
        Decision decision = RULE.after(
                FIRST,
                regraded("quiz", 8, "40").refersTo(id(1)),
                regraded("quiz", 9, "90").refersTo(id(8)));
        assertThat(decision.earnedAt()).isEqualTo(at(1));
        assertThat(decision.score()).hasToString("90 %");
    }

    @Test
    void inARing_changesNothing() {
        Decision decision = RULE.after(
                FIRST,
                regraded("quiz", 8, "40").refersTo(id(9)),
                regraded("quiz", 9, "40").refersTo(id(8)));
        assertThat(decision.score()).hasToString("85 %");
    }

    @Test
    void withoutScore_leavesTheScore() {
        Decision decision = RULE.after(FIRST, did(Kind.REGRADED, "quiz", 9).refersTo(id(1)));
        assertThat(decision.score()).hasToString("85 %");
        assertThat(decision.evidence()).containsExactly(id(1));
    }

    @Test
    void toFailed_removesThePass() {
        Asked passed = rule(new Passed("quiz"));
        Given regrade = did(Kind.REGRADED, "quiz", 9).success(false).refersTo(id(1));
        assertThat(passed.after(did(Kind.PASSED, "quiz", 1)).isMet()).isTrue();
        assertThat(passed.after(did(Kind.PASSED, "quiz", 1), regrade).isMet()).isFalse();
    }

    @Test
    void held_countsFromItsMoment() {
        Given regrade = regraded("quiz", 9, "60").refersTo(id(1)).heldUntil(9);
        assertThat(RULE.at(8, FIRST, regrade).isMet()).isTrue();
        assertThat(RULE.at(8, FIRST, regrade).lookAgain()).isEqualTo(at(9));
        assertThat(RULE.at(9, FIRST, regrade).isMet()).isFalse();
    }

    @Test
    void withoutReference_whereNoScoreIs_givesTheFirst() {
        Given regrade = regraded("quiz", 9, "95").attempt("one");
        assertThat(RULE.after(did(Kind.COMPLETED, "quiz", 3).attempt("one"), regrade)
                        .earnedAt())
                .isEqualTo(at(3));
    }

    @Test
    void ofAFactOfAnotherKind_makesItCount() {
        Decision decision = RULE.after(
                did(Kind.ANSWERED, "quiz", 3), regraded("quiz", 9, "95").refersTo(id(3)));
        assertThat(decision.earnedAt()).isEqualTo(at(3));
    }

    @Test
    void byItself_isNoPassAndNoCompletion() {
        Given regrade = did(Kind.REGRADED, "quiz", 9).success(true).completion(true);
        assertThat(rule(new Passed("quiz")).after(regrade).isMet()).isFalse();
        assertThat(rule(new Completed("quiz")).after(regrade).isMet()).isFalse();
        assertThat(rule(new Did(Kind.REGRADED, "quiz")).after(regrade).isMet()).isTrue();
    }
}
