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
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.rule.AttemptPolicy;
import org.laurelbridge.rule.Status;

class AttemptsTest {
    private static final Asked BEST = rule(atLeast("80", "quiz", AttemptPolicy.BEST));
    private static final Asked FIRST = rule(atLeast("80", "quiz", AttemptPolicy.FIRST));
    private static final Asked LATEST = rule(atLeast("80", "quiz", AttemptPolicy.LATEST));
    private static final Asked AVERAGE = rule(atLeast("80", "quiz", AttemptPolicy.AVERAGE));
    private static final Asked EVERY = rule(atLeast("80", "quiz", AttemptPolicy.EVERY));

    @Test
    void best_isEarnedByTheFirstThatReachesIt() {
        Decision decision = BEST.after(scored("quiz", 1, "50"), scored("quiz", 2, "85"), scored("quiz", 3, "95"));
        assertThat(decision.earnedAt()).isEqualTo(at(2));
        assertThat(decision.evidence()).containsExactly(id(2));
    }

    @Test
    void best_ofTwoAtTheSameMoment_isTheLowerId() {
        Decision decision = BEST.after(
                scored("quiz", 5, "90").statement(9),
                scored("quiz", 5, "85").statement(8).attempt("other"));
        assertThat(decision.evidence()).containsExactly(id(8));
    }

    @Test
    void best_justBelow_isNotRoundedUp() {
        Decision decision = BEST.after(scored("quiz", 1, "79.996"));
        assertThat(tree(decision).get("open").stringValue()).isEqualTo("79.99 %, needs 80 %");
    }

    @Test
    void best_showsTheHighestSoFar() {
        Decision decision = BEST.after(scored("quiz", 1, "50"), scored("quiz", 2, "62"), scored("quiz", 3, "40"));
        assertThat(tree(decision).get("open").stringValue()).isEqualTo("62 %, needs 80 %");
        assertThat(tree(decision).get("statements").get(0).stringValue()).isEqualTo(id(2).toString());
    }

    @Test
    void first_whenItFails_isImpossibleAndSaysWhy() {
        Decision decision = FIRST.after(scored("quiz", 1, "62"), scored("quiz", 2, "100"));
        assertThat(tree(decision).toString())
                .isEqualTo("{\"scored\":\"quiz\",\"open\":\"62 %, needs 80 % (first attempt)\",\"impossible\":true,"
                        + "\"why\":\"the first attempt is used\",\"statements\":[\"" + id(1) + "\"],"
                        + "\"leftOut\":[{\"statement\":\"" + id(2) + "\","
                        + "\"why\":\"on 2026-03-01 in a later attempt: the first one alone counts\"}]}");
    }

    @Test
    void first_lateArrivalOfAnEarlierAttempt_decides() {
        assertThat(FIRST.after(scored("quiz", 5, "62"), scored("quiz", 1, "80")).earnedAt())
                .isEqualTo(at(1));
    }

    @Test
    void first_skipsAnAttemptWithoutScore() {
        assertThat(FIRST.after(did(Kind.COMPLETED, "quiz", 1), scored("quiz", 2, "80"))
                        .earnedAt())
                .isEqualTo(at(2));
    }

    @Test
    void latest_onceMet_isNotUndoneByAWorseOne() {
        Decision decision = LATEST.after(scored("quiz", 1, "50"), scored("quiz", 2, "85"), scored("quiz", 3, "20"));
        assertThat(decision.earnedAt()).isEqualTo(at(2));
    }

    @Test
    void latest_ofTwoAtTheSameMoment_isTheHigherId() {
        Given low = scored("quiz", 5, "20").statement(9);
        Given high = scored("quiz", 5, "85").statement(8).attempt("other");
        assertThat(LATEST.after(low, high).isMet()).isFalse();
        assertThat(LATEST.after(low.statement(7), high).isMet()).isTrue();
    }

    @Test
    void average_isExact() {
        Percent third = Percent.share(BigDecimal.ONE, BigDecimal.valueOf(3));
        Percent twoThirds = Percent.share(BigDecimal.valueOf(2), BigDecimal.valueOf(3));
        Asked half = rule(atLeast("50", "quiz", AttemptPolicy.AVERAGE));
        Decision decision = half.after(
                did(Kind.SCORED, "quiz", 1).percent(third),
                did(Kind.SCORED, "quiz", 2).percent(twoThirds));
        assertThat(decision.earnedAt()).isEqualTo(at(2));
        assertThat(decision.score()).isEqualTo(Percent.of(BigDecimal.valueOf(50)));
        assertThat(decision.evidence()).containsExactly(id(1), id(2));
    }

    @Test
    void average_belowIt_showsTheMean() {
        Decision decision = AVERAGE.after(scored("quiz", 1, "50"), scored("quiz", 2, "61"));
        assertThat(tree(decision).get("open").stringValue()).isEqualTo("55.5 %, needs 80 % (average of all attempts)");
    }

    @Test
    void every_oneBelow_isImpossible() {
        assertThat(EVERY.after(scored("quiz", 1, "50"), scored("quiz", 2, "90")).status())
                .isInstanceOf(Status.Impossible.class);
        assertThat(EVERY.after(scored("quiz", 1, "80"), scored("quiz", 2, "90")).earnedAt())
                .isEqualTo(at(1));
    }

    @Test
    void insideOneAttempt_theLastScoreCounts() {
        Given high = scored("quiz", 1, "90").attempt("1");
        Given low = scored("quiz", 1, "40").attempt("1").statement(2);
        assertThat(BEST.after(high, low).isMet()).isFalse();
        assertThat(FIRST.after(
                                scored("quiz", 1, "40").attempt("1"),
                                scored("quiz", 3, "90").attempt("1"))
                        .earnedAt())
                .isEqualTo(at(3));
    }

    @Test
    void withoutScore_isUnknownAndNeverCompared() {
        Asked zero = rule(atLeast("0", "quiz", AttemptPolicy.BEST));
        Decision decision = zero.after(did(Kind.PASSED, "quiz", 1));
        assertThat(tree(decision).toString())
                .isEqualTo("{\"scored\":\"quiz\",\"unknown\":\"the statement carries no score\",\"statements\":[\""
                        + id(1) + "\"],\"leftOut\":[{\"statement\":\"" + id(1) + "\",\"why\":\"on 2026-03-01 without"
                        + " a score: a regrade or another attempt with a score counts\"}]}");
    }

    @Test
    void otherKinds_haveNoScoreToCompare() {
        assertThat(BEST.after(did(Kind.ANSWERED, "quiz", 1).percent("100")).status())
                .isInstanceOf(Status.Open.class);
    }

    @Test
    void average_afterASecondScoreInOneAttempt_countsItInsteadOfTheFirst() {
        Decision decision = AVERAGE.after(
                scored("quiz", 1, "10").attempt("1"), scored("quiz", 2, "90").attempt("1"), scored("quiz", 3, "50"));
        assertThat(decision.earnedAt()).isEqualTo(at(2));
        assertThat(decision.score()).hasToString("90 %");
    }

    @Test
    void average_isMetWhenItsLastScoreCame() {
        Decision decision = AVERAGE.after(scored("quiz", 1, "70"), scored("quiz", 2, "90"));
        assertThat(tree(decision).get("met").stringValue()).isEqualTo(at(2).toString());
    }

    @Test
    void best_ofAnAttemptThatGoesOn_isTheEarlierScoreAndTheLowerId() {
        Decision decision = BEST.after(
                scored("quiz", 1, "50").attempt("a"),
                scored("quiz", 3, "90").attempt("b").statement(3),
                scored("quiz", 3, "95").attempt("a").statement(4));
        assertThat(decision.evidence()).containsExactly(id(3));
        Decision below = BEST.after(
                scored("quiz", 1, "10").attempt("a"),
                scored("quiz", 2, "62").attempt("b"),
                scored("quiz", 3, "62").attempt("a"));
        assertThat(tree(below).get("statements").get(0).stringValue()).isEqualTo(id(2).toString());
    }

    @Test
    void average_isMetWithTheNewestScore_whicheverAttemptBegan() {
        Decision decision = AVERAGE.after(
                scored("quiz", 1, "10").attempt("a"),
                scored("quiz", 2, "90").attempt("b"),
                scored("quiz", 3, "90").attempt("a"));
        assertThat(tree(decision).get("met").stringValue()).isEqualTo(at(3).toString());
    }
}
