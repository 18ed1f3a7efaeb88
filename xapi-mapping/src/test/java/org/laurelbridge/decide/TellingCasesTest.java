package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.History;
import org.laurelbridge.rule.LeftOut;

/** Why a badge was not given, where people ask: each answer names the statement and says what would change it. */
class TellingCasesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    /** Which statement a line is about: the first that a test gives. */
    private static final String FIRST = "00000000-0000-8000-8000-000000000000";

    private static final String SECOND = "00000000-0000-8000-8000-000000000001";

    private static String explained(String rule, String given) {
        return explained(rule, given, Locale.ENGLISH);
    }

    private static String explained(String rule, String given, Locale language) {
        Explanation explanation = explanation(rule, given);
        Wording wording = new Wording(language, ZoneOffset.UTC, label -> label);
        return String.join(
                "\n",
                explanation.lines(wording).stream()
                        .map(line -> line.text() + line.leftOut())
                        .toList());
    }

    private static Explanation explanation(String rule, String given) {
        Badge badge = Worked.badge(rule + "\ntests: [{given: [" + given + "], expect: {open: any}}]");
        History history = History.of(badge.tests().get(0).given());
        return new Decider().decide(badge, history, NOW).explanation();
    }

    @Test
    void unproctored() {
        assertThat(explained(
                        "when: {scored: {on: exam, atLeast: 70%, proctored: true}}",
                        "{scored: exam, scaled: 0.9, at: 2026-03-01}"))
                .contains("on 2026-03-01 without supervision: a proctored attempt counts (", FIRST);
    }

    @Test
    void anotherSource() {
        assertThat(explained(
                        "when: {completed: {on: exam, from: moodle}}",
                        "{completed: exam, at: 2026-03-01, from: elsewhere}"))
                .contains("it counts once moodle tells it (", FIRST);
    }

    @Test
    void wrongAttempt() {
        assertThat(explained(
                        "when: {scored: {on: exam, atLeast: 70%, attempt: first}}",
                        "{scored: exam, scaled: 0.62, at: 2026-03-01}, {scored: exam, scaled: 0.9, at: 2026-03-02}"))
                .contains("62 %, needs 70 % (first attempt); not possible any more, since the first attempt is used")
                .contains("on 2026-03-02 in a later attempt: the first one alone counts (", SECOND);
        assertThat(explained(
                        "when: {scored: {on: exam, atLeast: 70%, attempt: latest}}",
                        "{scored: exam, scaled: 0.9, at: 2026-03-01}, {scored: exam, scaled: 0.5, at: 2026-03-02}"
                                + ", {scored: exam, scaled: 0.6, at: 2026-02-01}"))
                .doesNotContain(SECOND);
    }

    @Test
    void windowOver() {
        assertThat(explained(
                        "when: {all: [{completed: {on: course, as: course}},"
                                + " {scored: {on: exam, atLeast: 70%, within: {days: 30, after: course}}}]}",
                        "{completed: course, at: 2026-03-01}, {scored: exam, scaled: 0.9, at: 2026-04-01}"))
                .contains("exam window ended 2026-04-01")
                .contains("on 2026-04-01, too late: the time ended 2026-04-01 (", SECOND);
    }

    @Test
    void tooEarly_andBeforeWhatItWaitsFor() {
        assertThat(explained("when: {completed: {on: lab, since: 2026-04-01}}", "{completed: lab, at: 2026-03-01}"))
                .contains("on 2026-03-01, too early: it counts from 2026-04-01 on (", FIRST);
        assertThat(explained(
                        "when: {all: [{completed: {on: course, as: course}},"
                                + " {completed: {on: lab, within: {days: 3, after: course}}}]}",
                        "{completed: lab, at: 2026-03-01}"))
                .contains("first comes “complete course” (", FIRST);
    }

    @Test
    void tooLongAgo() {
        assertThat(explained(
                        "when: {count: {of: {on: lab, inLast: 30d}, per: day, atLeast: 2}}",
                        "{completed: lab, at: 2026-03-01}"))
                .contains("on 2026-03-01, too long ago: what is done now counts (", FIRST);
    }

    @Test
    void missingMaximum() {
        assertThat(explained("when: {scored: {on: exam, atLeast: 70%}}", "{scored: exam, raw: 16, at: 2026-03-01}"))
                .contains("with 16 points and no maximum", "(score, max)", FIRST);
    }

    @Test
    void scaledAgainstRaw() {
        Badge badge = Worked.badge("when: {scored: {on: exam, atLeast: 70%}}");
        Fact fact = Given.inConflict("exam", "0.6", "16", "20");
        Explanation explanation =
                new Decider().decide(badge, History.of(List.of(fact)), NOW).explanation();
        Explanation.Line line = explanation.lines(Asked.ENGLISH).get(0);
        assertThat(line.text())
                .contains("with 60 % (scaled) and 80 % (points): 60 % is used")
                .contains("(score, order)");
        assertThat(line.leftOut()).containsExactly(fact.statement());
    }

    @Test
    void regraded() {
        assertThat(explained(
                        "when: {scored: {on: exam, atLeast: 70%}}",
                        "{scored: exam, scaled: 0.9, at: 2026-03-01, attempt: a},"
                                + " {regraded: exam, scaled: 0.5, at: 2026-03-02, attempt: a}"))
                .contains("on 2026-03-01, regraded to 50 % by the statement 00000000-0000-8000-8000-000000000001")
                .contains(FIRST);
    }

    @Test
    void otherRegistration_andSpent() {
        assertThat(
                        explained(
                                "when: {all: [{completed: {on: a, registration: same}}, {completed: {on: b, registration: same}}]}",
                                "{completed: a, at: 2026-03-01, registration: r1}, {completed: b, at: 2026-03-02, registration: r2}"))
                .contains("in another registration: all has to be done in one (", FIRST);
    }

    @Test
    void voided_isToldFromBesides() {
        Explanation explanation =
                explanation("when: {scored: {on: exam, atLeast: 70%}}", "{scored: exam, scaled: 0.5, at: 2026-03-01}");
        Fact voided = Given.inConflict("exam", "0.9", "18", "20");
        assertThat(explanation
                        .with(List.of(LeftOut.voided(voided)))
                        .lines(Asked.ENGLISH)
                        .get(0)
                        .text())
                .contains("voided: sent again under a new id it counts (exam)");
    }

    @Test
    void late_whereSomebodyHasToApprove() {
        Fact late = Given.late("exam", "0.9");
        Badge badge = Worked.badge("when: {scored: {on: exam, atLeast: 70%}}\nlate: approve");
        Explanation explanation =
                new Decider().decide(badge, History.of(List.of(late)), NOW).explanation();
        assertThat(explanation.lines(Asked.ENGLISH).get(0).text()).contains("it counts once somebody approves (exam)");
        assertThat(new Decider()
                        .decide(
                                Worked.badge("when: {scored: {on: exam, atLeast: 70%}}"),
                                History.of(List.of(late)),
                                NOW)
                        .explanation()
                        .lines(Asked.ENGLISH)
                        .get(0)
                        .text())
                .doesNotContain("approves");
    }

    @Test
    void onlyTheNewestFive_andNothingOfWhatIsMet() {
        StringBuilder given = new StringBuilder();
        for (int day = 1; day <= 7; day++) {
            given.append(day == 1 ? "" : ", ").append("{completed: lab, at: 2026-03-0" + day + "}");
        }
        String text = explained("when: {completed: {on: lab, proctored: true}}", given.toString());
        assertThat(text).contains("2026-03-03", "2026-03-07").doesNotContain("2026-03-02");
        assertThat(explained("when: {completed: lab}", given.toString())).doesNotContain("statement");
    }

    @Test
    void inGerman() {
        assertThat(explained(
                        "when: {scored: {on: exam, atLeast: 70%, proctored: true}}",
                        "{scored: exam, scaled: 0.9, at: 2026-03-01}", Locale.GERMAN))
                .contains("am 2026-03-01 ohne Aufsicht: ein Versuch unter Aufsicht zählt (exam)");
    }

    @Test
    void json_namesStatementAndReason() {
        Explanation explanation =
                explanation("when: {completed: {on: lab, proctored: true}}", "{completed: lab, at: 2026-03-01}");
        assertThat(explanation
                        .toJson("u-1", Asked.ENGLISH)
                        .at("/tree/leftOut/0/statement")
                        .asString())
                .isEqualTo(new UUID(0x8000L, 0x8000_0000_0000_0000L).toString());
    }
}
