package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.mapping.MappingReader;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.History;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.Scored;
import org.laurelbridge.rule.Status;
import org.laurelbridge.rule.Vocabulary;

/** What conditions say of facts, told as the tests of documents. */
class ConditionsTest {

    private static final RuleReader READER = new RuleReader(Vocabulary.of(
            Set.of("course", "exam", "lab", "daily-python", "scorm-safety"), Set.of(new Kind("flagged"))));

    @Test
    void workedExample3_scormPassedWithMastery() {
        holds("""
                when:
                  all:
                    - passed: {on: scorm-safety, mastery: package, orElse: 80%}
                    - completed: scorm-safety
                tests:
                  - given: [ {passed: scorm-safety, scaled: 0.79, completion: true, at: 2026-03-01} ]
                    expect: {open: 1 of 2}
                  - given: [ {passed: scorm-safety, scaled: 0.8, completion: true, at: 2026-03-01} ]
                    expect: {awarded: 2026-03-01}
                  - given: [ {passed: scorm-safety, completion: true, at: 2026-03-01} ]
                    expect: {awarded: 2026-03-01}
                  - given: [ {failed: scorm-safety, scaled: 0.9, completion: true, at: 2026-03-01} ]
                    expect: {open: 1 of 2}
                """);
    }

    @Test
    void workedExample5_proctoredExamWithin30Days() {
        holds("""
                zone: Europe/Amsterdam
                when:
                  all:
                    - completed: {on: course, as: course}
                    - scored: {on: exam, atLeast: 70%, attempt: first, proctored: true, from: proctor-lrs, within: {days: 30, after: course}}
                    - none: [ {did: {kind: flagged, on: exam}} ]
                settle: 48h
                tests:
                  - given:
                      - {completed: course, at: 2026-03-01T09:00:00Z}
                      - {scored: exam, scaled: 0.7, proctored: true, from: proctor-lrs, at: 2026-03-31T21:59:59Z}
                    expect: {awarded: 2026-03-31}
                  - given:
                      - {completed: course, at: 2026-03-01T09:00:00Z}
                      - {scored: exam, scaled: 0.7, proctored: true, from: proctor-lrs, at: 2026-03-31T22:00:00Z}
                    expect: {impossible: exam window ended 2026-04-01}
                  - given:
                      - {completed: course, at: 2026-03-01T09:00:00Z}
                      - {scored: exam, scaled: 0.9, proctored: true, from: elsewhere, at: 2026-03-02}
                      - {scored: exam, scaled: 0.9, from: proctor-lrs, at: 2026-03-02}
                    expect: {open: 2 of 3}
                  - given:
                      - {completed: course, at: 2026-03-01}
                      - {scored: exam, scaled: 0.9, proctored: true, from: proctor-lrs, at: 2026-03-02}
                      - {flagged: exam, at: 2026-03-03}
                    expect: {impossible: "this happened: flagged on exam"}
                  - given:
                      - {scored: exam, scaled: 0.9, proctored: true, from: proctor-lrs, at: 2026-03-01}
                      - {completed: course, at: 2026-03-02}
                    expect: {open: 2 of 3}
                """);
    }

    @Test
    void window_withoutAFactAtItsEnd_endsByItself() {
        holds("""
                when: {all: [{completed: {on: course, as: done}}, {passed: {on: exam, within: {days: 1, after: done}}}]}
                tests:
                  - given: [ {completed: course, at: 2026-03-01T09:00:00Z} ]
                    asOf: 2026-03-02T23:59:59Z
                    expect: {open: 1 of 2}
                  - given: [ {completed: course, at: 2026-03-01T09:00:00Z} ]
                    asOf: 2026-03-03
                    expect: {impossible: exam window ended 2026-03-03}
                """);
    }

    @Test
    void workedExample6_sevenDayStreak_byTheCalendarOfItsZone() {
        holds("""
                when:
                  streak: {of: {kind: [completed, answered], on: daily-python}, every: day, length: 3, misses: 0, zone: Europe/Amsterdam}
                tests:
                  - given: # the clocks went forward on the 29th: midnight is an hour earlier in UTC from then on
                      - {completed: daily-python, at: 2026-03-28T22:59:59Z}
                      - {answered: daily-python, at: 2026-03-29T21:59:59Z}
                      - {completed: daily-python, at: 2026-03-29T22:00:00Z}
                    expect: {awarded: 2026-03-29}
                  - given:
                      - {completed: daily-python, at: 2026-03-03T10:00:00Z}
                      - {completed: daily-python, at: 2026-03-01T10:00:00Z}
                      - {passed: daily-python, at: 2026-03-02T10:00:00Z}
                    expect: {open: 1 of 3 days in the best row so far}
                  - given:
                      - {completed: daily-python, at: 2026-03-03T10:00:00Z}
                      - {completed: daily-python, at: 2026-03-01T10:00:00Z}
                      - {answered: daily-python, at: 2026-03-02T10:00:00Z}
                    expect: {awarded: 2026-03-03}
                """);
    }

    @Test
    void streak_withMisses_mayHaveHoles() {
        holds("""
                when: {streak: {of: {on: daily-python}, every: week, length: 4, misses: 1}}
                tests:
                  - given: # Sunday and Monday are two weeks
                      - {completed: daily-python, at: 2026-03-01}
                      - {completed: daily-python, at: 2026-03-02}
                      - {completed: daily-python, at: 2026-03-16}
                    expect: {awarded: 2026-03-16}
                  - given:
                      - {completed: daily-python, at: 2026-03-01}
                      - {completed: daily-python, at: 2026-03-02}
                      - {completed: daily-python, at: 2026-03-23}
                    expect: {open: 2 of 3 weeks in the best row so far}
                """);
    }

    @Test
    void count_countsDifferentOnes() {
        holds("""
                when: {count: {of: {kind: completed, on: lab}, per: activity, atLeast: 2}}
                tests:
                  - given: [ {completed: lab, object: one, at: 2026-03-01}, {completed: lab, object: one, at: 2026-03-02} ]
                    expect: {open: 1 of 2}
                  - given:
                      - {completed: lab, object: two, at: 2026-03-05}
                      - {completed: lab, object: one, at: 2026-03-01}
                      - {completed: lab, object: two, at: 2026-03-03}
                    expect: {awarded: 2026-03-03}
                  - given: # the activity itself, where no object is said
                      - {completed: lab, at: 2026-03-01}
                      - {completed: lab, object: lab, at: 2026-03-02}
                    expect: {open: 1 of 2}
                """);
    }

    @Test
    void total_addsExactlyWhatIsSaid() {
        holds("""
                when: {total: {of: {on: course}, measure: duration, atLeast: 10h}}
                tests:
                  - given: [ {terminated: course, duration: PT9H59M59.99S, at: 2026-03-01}, {passed: course, at: 2026-03-02} ]
                    expect: {open: "9.99 h, needs 10 h"}
                  - given: [ {terminated: course, duration: PT9H59M59.99S, at: 2026-03-01}, {passed: course, duration: PT0.01S, at: 2026-03-02} ]
                    expect: {awarded: 2026-03-02}
                """);
        holds("""
                when: {total: {of: {on: course}, measure: points, atLeast: 30}}
                tests:
                  - given: [ {scored: course, raw: 20, max: 20, at: 2026-03-01}, {scored: course, raw: 9.5, at: 2026-03-02} ]
                    expect: {open: "29.5 points, needs 30 points"}
                """);
    }

    @Test
    void inOrder_eachNoEarlierThanTheOneBefore() {
        holds("""
                when: {inOrder: [{completed: course}, {passed: exam}]}
                tests:
                  - given: [ {passed: exam, at: 2026-03-01}, {completed: course, at: 2026-03-02} ]
                    expect: {open: 1 of 2}
                  - given: [ {passed: exam, at: 2026-03-01}, {completed: course, at: 2026-03-02}, {passed: exam, at: 2026-03-03} ]
                    expect: {awarded: 2026-03-03}
                  - given: [ {passed: exam, at: 2026-03-01}, {completed: course, at: 2026-03-01} ]
                    expect: {awarded: 2026-03-01}
                """);
    }

    @Test
    void inOrder_inside_beginsWhereItsTurnBegins() {
        holds("""
                when: {inOrder: [{completed: course}, {inOrder: [{completed: lab}, {passed: exam}]}]}
                tests:
                  - given: [ {completed: lab, at: 2026-03-01}, {passed: exam, at: 2026-03-02}, {completed: course, at: 2026-03-03} ]
                    expect: {open: 1 of 2}
                  - given: [ {completed: course, at: 2026-03-01}, {completed: lab, at: 2026-03-02}, {passed: exam, at: 2026-03-03} ]
                    expect: {awarded: 2026-03-03}
                """);
    }

    @Test
    void from_noStrangerChangesWhatTheSourceSaid() {
        holds("""
                when: {scored: {on: exam, atLeast: 70%, from: proctor}}
                tests:
                  - given:
                      - {scored: exam, scaled: 0.4, from: proctor, attempt: a, at: 2026-03-01}
                      - {regraded: exam, scaled: 0.95, from: stranger, attempt: a, at: 2026-03-02}
                    expect: {open: "40 %, needs 70 %"}
                  - given:
                      - {scored: exam, scaled: 0.4, from: proctor, attempt: a, at: 2026-03-01}
                      - {regraded: exam, scaled: 0.95, from: proctor, attempt: a, at: 2026-03-02}
                    expect: {awarded: 2026-03-01}
                """);
    }

    @Test
    void none_thatSettles_stillForgetsAfterTheWholeTime() {
        holds("""
                when: {all: [{completed: course}, {none: [{did: {kind: flagged, on: exam, inLast: 90d}}]}]}
                settle: 48h
                tests:
                  - given: [ {flagged: exam, at: 2026-01-01}, {completed: course, at: 2026-03-31} ]
                    asOf: 2026-04-20
                    expect: {awarded: 2026-04-01}
                """);
    }

    @Test
    void deadline_ofAny_isThatOfItsLastChance() {
        assertThat(
                        open("when: {any: [{completed: {on: course, until: 2026-03-01}}, {passed: {on: exam, until: 2026-03-09}}]}")
                                .deadline())
                .isEqualTo("2026-03-10T00:00:00Z");
    }

    @Test
    void days_countWholeAndInTheZone() {
        holds("""
                zone: Europe/Amsterdam
                when: {passed: {on: exam, since: 2026-03-10, until: 2026-03-11}}
                tests:
                  - given: [ {passed: exam, at: 2026-03-09T22:59:59Z} ]
                    expect: {open: not yet}
                  - given: [ {passed: exam, at: 2026-03-09T23:00:00Z} ]
                    expect: {awarded: 2026-03-10}
                  - given: [ {passed: exam, at: 2026-03-11T22:59:59Z} ]
                    expect: {awarded: 2026-03-11}
                  - given: [ {passed: exam, at: 2026-03-11T23:00:00Z} ]
                    expect: {impossible: exam window ended 2026-03-12}
                """);
    }

    @Test
    void inLast_forgetsWhatIsTooLongAgo() {
        holds("""
                when: {count: {of: {on: lab, inLast: 7d}, per: statement, atLeast: 2}}
                tests:
                  - given: [ {completed: lab, at: 2026-03-01}, {completed: lab, at: 2026-03-08} ]
                    expect: {open: 1 of 2}
                  - given: [ {completed: lab, at: 2026-03-01}, {completed: lab, at: 2026-03-08T00:00:01Z} ]
                    expect: {open: 1 of 2}
                  - given: [ {completed: lab, at: 2026-03-01T00:00:01Z}, {completed: lab, at: 2026-03-08} ]
                    expect: {awarded: 2026-03-08}
                """);
    }

    @Test
    void none_ofTheLast_isMetWhenItIsLongAgo() {
        holds("""
                when: {all: [{completed: course}, {none: [{did: {kind: flagged, on: exam, inLast: 30d}}]}]}
                tests:
                  - given: [ {flagged: exam, at: 2026-03-01}, {completed: course, at: 2026-03-02} ]
                    asOf: 2026-03-30
                    expect: {impossible: "this happened: flagged on exam (in the last 30d)"}
                  - given: [ {flagged: exam, at: 2026-03-01}, {completed: course, at: 2026-03-02} ]
                    asOf: 2026-04-15
                    expect: {awarded: 2026-03-31}
                """);
    }

    @Test
    void registrationSame_isOneForAllThatSaySo() {
        holds("""
                when: {all: [{completed: {on: course, registration: same}}, {passed: {on: exam, registration: same}}]}
                tests:
                  - given: [ {completed: course, registration: one, at: 2026-03-01}, {passed: exam, registration: two, at: 2026-03-02} ]
                    expect: {open: 1 of 2}
                  - given:
                      - {completed: course, registration: one, at: 2026-03-01}
                      - {passed: exam, registration: two, at: 2026-03-02}
                      - {completed: course, registration: two, at: 2026-03-03}
                    expect: {awarded: 2026-03-03}
                  - given: [ {completed: course, at: 2026-03-01}, {passed: exam, at: 2026-03-02} ]
                    expect: {open: 0 of 2}
                  - given: # the earliest of all registrations
                      - {completed: course, registration: one, at: 2026-03-01}
                      - {completed: course, registration: two, at: 2026-03-02}
                      - {passed: exam, registration: two, at: 2026-03-03}
                      - {passed: exam, registration: one, at: 2026-03-04}
                    expect: {awarded: 2026-03-03}
                  - given:
                      - {completed: course, registration: two, at: 2026-03-01}
                      - {completed: course, registration: one, at: 2026-03-02}
                      - {passed: exam, registration: two, at: 2026-03-03}
                      - {passed: exam, registration: one, at: 2026-03-04}
                    expect: {awarded: 2026-03-03}
                """);
    }

    /** How a rule that is not met in February stands then, by what its first test gives. */
    static Status.Open open(String rest) {
        Badge badge = badge(rest);
        History history = History.of(
                badge.tests().stream().flatMap(test -> test.given().stream()).toList());
        Status status = new Decider()
                .decide(badge, history, Instant.parse("2026-02-28T00:00:00Z"))
                .status();
        assertThat(status).isInstanceOf(Status.Open.class);
        return (Status.Open) status;
    }

    /** Without the settling that a document sets, tests are asked when their last fact has come. */
    static void holds(String rest) {
        Badge badge = badge(rest);
        assertThat(badge.tests()).hasSize(rest.split("expect:", -1).length - 1);
        assertThat(new RuleTests().failures(badge)).isEmpty();
    }

    static Badge badge(String rest) {
        RuleReader.Answer answer =
                READER.read("badge.yaml", "brl: 1\nkind: badge\nid: badge\nversion: 1\ntitle: Badge\n" + rest);
        assertThat(answer.problems()).isEmpty();
        return answer.badge().orElseThrow();
    }

    @Test
    void grade_isALetterOfTheMapping() {
        Mapping mapping = MappingReader.read("campus.yaml", """
                        brl: 1
                        kind: mapping
                        name: campus
                        version: 1
                        score: {grades: {A: 90%, B: 80%}}
                        activities: {quiz: {title: Quiz, match: {id: "https://lms.example/quiz"}}}
                        """).mapping().orElseThrow();
        String document = """
                brl: 1
                kind: badge
                id: good
                version: 1
                title: Good
                when: {scored: {on: quiz, grade: B}}
                """;
        RuleReader reader = new RuleReader(Vocabulary.of(mapping));
        Badge badge = reader.read("good.yaml", document).badge().orElseThrow();
        assertThat(((Scored) badge.when()).needed()).isEqualTo(Percent.of(BigDecimal.valueOf(80)));
        assertThat(Asked.ENGLISH.sentence(badge.when())).isEqualTo("Get at least the grade B on quiz (best attempt).");
        assertThat(reader.read("good.yaml", document.replace("grade: B", "grade: b"))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("did you mean \"B\"?"));
    }
}
