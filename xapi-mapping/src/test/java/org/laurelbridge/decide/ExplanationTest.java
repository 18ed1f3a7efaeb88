package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.decide.Asked.atLeast;
import static org.laurelbridge.decide.Asked.rule;
import static org.laurelbridge.decide.Given.did;
import static org.laurelbridge.decide.Given.id;
import static org.laurelbridge.decide.Given.scored;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.rule.All;
import org.laurelbridge.rule.AtLeast;
import org.laurelbridge.rule.AttemptPolicy;
import org.laurelbridge.rule.Completed;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Did;
import org.laurelbridge.rule.None;

class ExplanationTest {
    private static final Map<String, String> TITLES =
            Map.of("course", "SecOps course", "exam", "SecOps exam", "k8s-quiz", "Kubernetes quiz");
    private static final Wording ENGLISH =
            new Wording(Locale.ENGLISH, ZoneOffset.UTC, label -> TITLES.getOrDefault(label, label));
    private static final Asked SECOPS = rule(new All(List.of(
            new Completed("course"),
            atLeast("70", "exam", AttemptPolicy.FIRST),
            new None(List.of(new Did(new Kind("flagged"), "exam"))))));

    @Test
    void json_saysOfEachConditionWhatItFound() {
        Decision decision = SECOPS.at(60, did(Kind.COMPLETED, "course", 1), scored("exam", 2, "62"));
        assertThat(decision.explanation().toJson("u-17", ENGLISH))
                .hasToString(("{'badge':'secops','learner':'u-17',"
                                + "'status':'impossible','at':'2026-03-01T11:00:00Z','rule':'secops@2','tree':"
                                + "{'all':'2/3','impossible':true,'why':'the first attempt is used','parts':["
                                + "{'completed':'course','met':'2026-03-01T10:01:00Z','statements':['" + id(1) + "']},"
                                + "{'scored':'exam','open':'62 %, needs 70 % (first attempt)','impossible':true,"
                                + "'why':'the first attempt is used','statements':['" + id(2) + "']},"
                                + "{'none':'flagged','met':true}]}}")
                        .replace('\'', '"'));
    }

    @Test
    void json_metByAScore_saysWhichInPerCent() {
        Asked rule = rule(atLeast("70", "exam", AttemptPolicy.FIRST));
        assertThat(rule.at(60, scored("exam", 2, "80"))
                        .explanation()
                        .toJson("u-17", ENGLISH)
                        .toString())
                .contains("\"score\":80,\"tree\":");
        assertThat(rule.at(60, scored("exam", 2, "62"))
                        .explanation()
                        .toJson("u-17", ENGLISH)
                        .has("score"))
                .isFalse();
    }

    @Test
    void json_whileItSettles_saysUntilWhen() {
        Decision decision =
                rule(new Completed("course"), Duration.ofHours(48)).at(60, did(Kind.COMPLETED, "course", 1));
        assertThat(decision.explanation().toJson("u-17", ENGLISH))
                .hasToString(("{'badge':'secops','learner':'u-17',"
                                + "'status':'open','at':'2026-03-01T11:00:00Z','rule':'secops@2',"
                                + "'open':'settles until 2026-03-03 10:01','tree':"
                                + "{'completed':'course','met':'2026-03-01T10:01:00Z','statements':['" + id(1) + "']}}")
                        .replace('\'', '"'));
    }

    @Test
    void lines_readAsSentences() {
        Decision decision = SECOPS.at(60, did(Kind.COMPLETED, "course", 1));
        assertThat(decision.explanation().lines(ENGLISH).stream().map(line -> line.depth() + " " + line.text()))
                .containsExactly(
                        "0 All of these: complete SecOps course; score at least 70 % on SecOps exam (first attempt);"
                                + " (none of these: flagged on SecOps exam): 2 of 3.",
                        "1 Complete SecOps course: met on 2026-03-01.",
                        "1 Score at least 70 % on SecOps exam (first attempt): no score yet, needs 70 %.",
                        "1 None of these: flagged on SecOps exam: met.",
                        "2 Flagged on SecOps exam: not yet.");
    }

    @Test
    void outline_saysACombinationAsAHeading_andDaysAsTheCountryWritesThem() {
        Decision decision = SECOPS.at(60, did(Kind.COMPLETED, "course", 1));
        Wording german = new Wording(Locale.GERMANY, ZoneOffset.UTC, label -> label);
        assertThat(decision.explanation().outline(german).stream().map(Explanation.Line::text))
                .startsWith("Alles davon: 1 von 2.", "Course abschließen: erreicht am 1. März 2026.");
    }

    @Test
    void lines_ofWhatCannotBeAnyMore_sayWhy() {
        Decision decision = SECOPS.at(
                60, did(Kind.COMPLETED, "course", 1), scored("exam", 2, "62"), did(new Kind("flagged"), "exam", 3));
        assertThat(decision.explanation().lines(ENGLISH).stream().skip(1).map(Explanation.Line::text))
                .containsExactly(
                        "Complete SecOps course: met on 2026-03-01.",
                        "Score at least 70 % on SecOps exam (first attempt): 62 %, needs 70 % (first attempt);"
                                + " not possible any more, since the first attempt is used.",
                        "None of these: flagged on SecOps exam: not possible any more, since this happened:"
                                + " flagged on SecOps exam.",
                        "Flagged on SecOps exam: met on 2026-03-01.");
    }

    @Test
    void lines_ofWhatIsNotKnown_sayWhy() {
        Decision decision = rule(atLeast("70", "exam", AttemptPolicy.BEST)).at(60, did(Kind.PASSED, "exam", 1));
        assertThat(decision.explanation().lines(ENGLISH))
                .extracting(Explanation.Line::text)
                .containsExactly(
                        "Score at least 70 % on SecOps exam (best attempt): not known, since the statement carries no score;"
                                + " left out: on 2026-03-01 without a score: a regrade or another attempt with a score counts"
                                + " (SecOps exam).");
    }

    @Test
    void lines_sayWhatWasLeftOutWhereItWouldHaveCounted() {
        Decision decision = rule(new All(List.of(new Completed("course"), new Did(Kind.FAILED, "exam"))))
                .at(
                        60,
                        did(Kind.COMPLETED, "course", 1),
                        did(Kind.PASSED, "exam", 2).cmi5(9, "s"),
                        did(Kind.FAILED, "exam", 3).cmi5(9, "s"));
        assertThat(decision.explanation().lines(ENGLISH).stream().map(line -> line.depth() + " " + line.text()))
                .containsExactly(
                        "0 All of these: complete SecOps course; failed on SecOps exam: 1 of 2.",
                        "1 Complete SecOps course: met on 2026-03-01.",
                        "1 Failed on SecOps exam: not yet; left out: failed on 2026-03-01, since it came after passed"
                                + " in the same registration (cmi5 9.3)"
                                + " (SecOps exam).");
    }

    @Test
    void json_ofAWindowThatEnded_saysHowFarItCame() {
        assertThat(Worked.badge("when: {count: {of: {on: lab, until: 2026-03-01}, per: statement, atLeast: 2}}")
                        .when())
                .satisfies(rule -> assertThat(Asked.tree(rule(rule).after(did(Kind.COMPLETED, "lab", 1)))
                                .toString())
                        .isEqualTo(("{'count':'lab','open':'1 of 2','impossible':true,"
                                        + "'why':'lab window ended 2026-03-02','statements':['" + id(1) + "']}")
                                .replace('\'', '"')));
    }

    @Test
    void json_namesEveryConditionByItsWordAndSubject() {
        Condition rule = Worked.badge("when: {any: [{inOrder: [{completed: a}, {passed: b}]}, {satisfied: c},"
                        + " {total: {of: {on: d}, measure: points, atLeast: 1}},"
                        + " {streak: {of: {on: e}, every: week, length: 2}},"
                        + " {atLeast: {n: 1, of: [{did: {kind: seen, on: f}}]}}]}")
                .when();
        assertThat(Asked.tree(rule(rule).after()).toString())
                .isEqualTo(("{'any':'0/5','parts':["
                                + "{'inOrder':'0/2','parts':[{'completed':'a','open':'not yet'},{'passed':'b','open':'not yet'}]},"
                                + "{'satisfied':'c','open':'not yet'},"
                                + "{'total':'d','open':'0 points, needs 1 points'},"
                                + "{'streak':'e','open':'0 of 2 weeks in the best row so far'},"
                                + "{'atLeast':'0/1','parts':[{'did':'seen','on':'f','open':'not yet'}]}]}")
                        .replace('\'', '"'));
        assertThat(rule.subject()).isEqualTo("a, b, c, d, e, seen");
    }

    @Test
    void json_withADeadline_tellsIt() {
        Condition rule =
                Worked.badge("when: {completed: {on: lab, until: 2026-03-01}}").when();
        assertThat(Asked.tree(rule(rule).at(0)).toString())
                .isEqualTo("{\"completed\":\"lab\",\"open\":\"not yet\",\"deadline\":\"2026-03-02T00:00:00Z\"}");
    }

    @Test
    void rule_readsAsASentence() {
        assertThat(ENGLISH.sentence(atLeast("80", "k8s-quiz", AttemptPolicy.BEST)))
                .isEqualTo("Score at least 80 % on Kubernetes quiz (best attempt).");
        Condition labs =
                new AtLeast(2, List.of(new Completed("Lab 1"), new Completed("Lab 2"), new Completed("Lab 3")));
        assertThat(ENGLISH.sentence(labs))
                .isEqualTo("At least 2 of these: complete Lab 1; complete Lab 2; complete Lab 3.");
    }

    @Test
    void titleWithBraces_isTakenAsItIs() {
        Wording hostile = new Wording(Locale.ENGLISH, ZoneOffset.UTC, label -> "{0} <b>'x'");
        assertThat(hostile.sentence(new Completed("quiz"))).isEqualTo("Complete {0} <b>'x'.");
    }

    @Test
    void unknownLanguage_isEnglishWhereverItRuns() {
        Wording finnish = new Wording(Locale.forLanguageTag("fi"), ZoneOffset.UTC, label -> label);
        assertThat(finnish.sentence(new Completed("quiz"))).isEqualTo("Complete quiz.");
    }
}
