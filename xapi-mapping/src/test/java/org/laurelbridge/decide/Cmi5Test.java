package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.decide.Asked.atLeast;
import static org.laurelbridge.decide.Asked.rule;
import static org.laurelbridge.decide.Given.did;
import static org.laurelbridge.decide.Given.id;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.rule.All;
import org.laurelbridge.rule.AttemptPolicy;
import org.laurelbridge.rule.Completed;
import org.laurelbridge.rule.Did;
import org.laurelbridge.rule.None;
import org.laurelbridge.rule.Passed;

/** What cmi5 forbids counts nowhere, whichever of it came first, and the explanation says so (rules: example 4). */
class Cmi5Test {
    private static final Asked LATEST = rule(atLeast("80", "au", AttemptPolicy.LATEST));
    private static final Given PASSED = did(Kind.PASSED, "au", 1).percent("90").cmi5(1, "s-1");
    private static final Given FAILED = did(Kind.FAILED, "au", 5).percent("20").cmi5(1, "s-2");

    @Test
    void failedAfterPassed_countsNowhere_latestIncluded() {
        Decision decision = LATEST.after(FAILED, PASSED.percent("70"));
        assertThat(shown(decision)).startsWith("70 %, needs 80 %");
    }

    @Test
    void failedAfterPassed_doesNotEvenHappen() {
        Asked never = rule(new All(List.of(new Completed("au"), new None(List.of(new Did(Kind.FAILED, "au"))))));
        Given completed = did(Kind.COMPLETED, "au", 9);
        assertThat(never.after(FAILED, completed).isMet()).isFalse();
        assertThat(never.after(FAILED, completed, PASSED).isMet()).isTrue();
    }

    @Test
    void failedBeforePassed_counts() {
        Given later = did(Kind.PASSED, "au", 9).percent("90").cmi5(1, "s-3");
        assertThat(rule(atLeast("80", "au", AttemptPolicy.FIRST))
                        .after(later, FAILED)
                        .isMet())
                .isFalse();
    }

    @Test
    void failedAtTheSameMoment_isAfterByItsId() {
        Given before = did(Kind.FAILED, "au", 1).percent("20").cmi5(1, "s-1").statement(0);
        Given after = did(Kind.FAILED, "au", 1).percent("20").cmi5(1, "s-1").statement(2);
        assertThat(LATEST.after(PASSED, before).explanation().leftOut()).isEmpty();
        assertThat(LATEST.after(PASSED, after).explanation().leftOut()).hasSize(1);
    }

    @Test
    void failedInAnotherRegistration_counts() {
        Given other = did(Kind.FAILED, "au", 5).percent("20").cmi5(2, "s-2");
        assertThat(shown(LATEST.after(PASSED.percent("70"), other))).startsWith("20 %, needs 80 %");
    }

    @Test
    void failedThatIsNotCmi5sOwn_counts() {
        Given other = did(Kind.FAILED, "au", 5).percent("20");
        assertThat(shown(LATEST.after(PASSED.percent("70"), other))).startsWith("20 %, needs 80 %");
    }

    @Test
    void regradeOfWhatIsLeftOut_changesNothing() {
        Given regrade = did(Kind.REGRADED, "au", 7).percent("10").refersTo(id(5));
        assertThat(LATEST.after(PASSED, FAILED, regrade).score()).hasToString("90 %");
    }

    @Test
    void sessionLaunchedForBrowsing_neverCounts() {
        Given launched = did(Kind.LAUNCHED, "au", 0).browsing(1, "s-1");
        Asked passed = rule(new Passed("au"));
        assertThat(passed.after(PASSED).isMet()).isTrue();
        Decision decision = passed.after(PASSED, launched);
        assertThat(decision.isMet()).isFalse();
        assertThat(decision.explanation().lines(Asked.ENGLISH).get(0).text())
                .isEqualTo("Pass au: not yet; left out: passed on 2026-03-01, since it was launched in mode Browse or"
                        + " Review (cmi5 10.2.2)"
                        + " (au).");
    }

    @Test
    void passedInAnotherSession_countsBesideBrowsing() {
        Given launched = did(Kind.LAUNCHED, "au", 0).browsing(1, "s-9");
        assertThat(rule(new Passed("au")).after(PASSED, launched).isMet()).isTrue();
    }

    @Test
    void explanation_saysWhatWasLeftOutAndWhy() {
        Decision decision = LATEST.after(PASSED, FAILED);
        assertThat(Asked.tree(decision).get("leftOut"))
                .hasToString(
                        ("[{'statement':'" + id(5) + "','why':'failed on 2026-03-01, since it came after passed in the"
                                        + " same registration (cmi5 9.3)'}]")
                                .replace('\'', '"'));
        assertThat(decision.explanation().lines(Asked.ENGLISH).get(0).text())
                .isEqualTo(
                        "Score at least 80 % on au (latest attempt): met on 2026-03-01; left out: failed on 2026-03-01,"
                                + " since it came after passed in the same registration (cmi5 9.3)"
                                + " (au).");
    }

    @Test
    void explanation_ofAnotherActivity_saysNothingOfIt() {
        assertThat(Asked.tree(rule(new Completed("other")).after(PASSED, FAILED))
                        .has("leftOut"))
                .isFalse();
    }

    private static String shown(Decision decision) {
        return Asked.tree(decision).get("open").asString();
    }
}
