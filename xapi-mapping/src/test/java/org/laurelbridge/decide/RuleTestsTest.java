package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.Vocabulary;
import org.laurelbridge.xapi.Problem;

class RuleTestsTest {
    private static final RuleReader READER = new RuleReader(
            Vocabulary.of(Set.of("k8s-quiz", "exam", "lab-1", "lab-2", "lab-3", "lab-4", "lab-5"), Set.of()));

    private static final String QUIZ = """
            brl: 1
            kind: badge
            id: k8s-quiz
            version: 1
            title: Kubernetes fundamentals
            when: {scored: {on: k8s-quiz, atLeast: 80%, attempt: best}}
            award: auto
            unsupported: review
            tests:
              - given: [ {passed: k8s-quiz, raw: 16, max: 20, at: 2026-03-01} ]
                expect: {awarded: 2026-03-01}
              - given: [ {scored: k8s-quiz, scaled: 0.79996, at: 2026-03-01} ]
                expect: {open: "79.99 %, needs 80 %"}
            """;

    private static final String LABS = """
            brl: 1
            kind: badge
            id: labs
            version: 1
            title: Three of five labs
            when:
              atLeast: {n: 3, of: [ {completed: lab-1}, {completed: lab-2}, {completed: lab-3}, {completed: lab-4}, {completed: lab-5} ]}
            tests:
              - given:
                  - {completed: lab-5, at: 2026-03-03}
                  - {completed: lab-1, at: 2026-03-01}
                  - {completed: lab-3, at: 2026-03-02}
                  - {completed: lab-4, at: 2026-03-09}
                expect: {awarded: 2026-03-03}
              - given: [ {completed: lab-5, at: 2026-03-03}, {completed: lab-5, at: 2026-03-04} ]
                expect: {open: 1 of 3}
            """;

    @Test
    void workedExample1_passesTheQuizWith80Percent() {
        assertThat(failures(QUIZ)).isEmpty();
    }

    @Test
    void workedExample2_threeOfFiveLabs() {
        assertThat(failures(LABS)).isEmpty();
    }

    @Test
    void failure_saysWhereAndWhatCameInstead() {
        assertThat(failures(QUIZ.replace("awarded: 2026-03-01", "awarded: 2026-03-02")))
                .containsExactly(
                        new Problem("k8s.yaml:10:5 (tests[0])", "awarded: 2026-03-01", "awarded: 2026-03-02", ""));
    }

    @Test
    void dates_areOfTheBadgesZone() {
        String paris = QUIZ.replace(
                "at: 2026-03-01} ]\n    expect: {awarded", "at: 2026-02-28T23:30:00Z} ]\n    expect: {awarded");
        assertThat(failures(paris)).hasSize(1);
        assertThat(failures(paris + "zone: Europe/Paris\n")).isEmpty();
    }

    @Test
    void outcomes_canBeImpossibleAndUnknown() {
        assertThat(failures("""
                        brl: 1
                        kind: badge
                        id: exam
                        version: 1
                        title: Exam
                        when: {scored: {on: exam, atLeast: 80%, attempt: first}}
                        tests:
                          - given: [ {failed: exam, raw: 1, max: 2, at: 2026-03-01}, {passed: exam, scaled: 1, at: 2026-03-02} ]
                            expect: {impossible: the first attempt is used}
                          - given: [ {scored: exam, raw: 50, min: 20, max: 60, at: 2026-03-01} ]
                            expect: {impossible: the first attempt is used}
                          - given: [ {scored: exam, raw: 52, min: 20, max: 60, at: 2026-03-01} ]
                            expect: {awarded: 2026-03-01}
                          - given: [ {passed: exam, raw: 16, at: 2026-03-01} ]
                            expect: {unknown: the statement carries no score}
                        """)).isEmpty();
    }

    @Test
    void settlingTime_isWaitedFor() {
        assertThat(failures(QUIZ + "settle: 48h\n")).isEmpty();
    }

    private static List<Problem> failures(String text) {
        RuleReader.Answer answer = READER.read("k8s.yaml", text);
        assertThat(answer.problems()).isEmpty();
        return new RuleTests().failures(answer.badge().orElseThrow());
    }
}
