package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.decide.ConditionsTest.badge;
import static org.laurelbridge.decide.ConditionsTest.holds;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What many facts make true together, and what of it is forgotten. */
class GatheredTest {

    @Test
    void count_inLast_losesAnActivityWithItsLastFact() {
        String document = """
                when: {count: {of: {kind: completed, on: lab, inLast: 30d}, per: activity, atLeast: 2}}
                continuous: true
                tests:
                  - given:
                      - {completed: lab, object: one, at: 2026-01-01}
                      - {completed: lab, object: one, at: 2026-01-10}
                      - {completed: lab, object: two, at: 2026-01-12}
                """;
        holds(document + """
                    asOf: 2026-02-08
                    expect: {awarded: 2026-01-12}
                """);
        holds(document + """
                    asOf: 2026-02-09
                    expect: {open: 1 of 2}
                """);
    }

    @Test
    void total_inLast_losesWhatIsTooLongAgo() {
        String document = """
                when: {total: {of: {on: course, inLast: 30d}, measure: points, atLeast: 30}}
                continuous: true
                tests:
                  - given: [ {scored: course, raw: 20, at: 2026-01-01}, {scored: course, raw: 15, at: 2026-01-10} ]
                """;
        holds(document + """
                    asOf: 2026-01-30
                    expect: {awarded: 2026-01-10}
                """);
        holds(document + """
                    asOf: 2026-01-31
                    expect: {open: "15 points, needs 30 points"}
                """);
        holds(document + """
                    asOf: 2026-03-01
                    expect: {open: "0 points, needs 30 points"}
                """);
    }

    @Test
    void total_ofPoints_countsThoseOfTheRegrade() {
        holds("""
                when: {total: {of: {on: course}, measure: points, atLeast: 30}}
                tests:
                  - given:
                      - {scored: course, raw: 20, attempt: a, at: 2026-01-01}
                      - {regraded: course, raw: 29, attempt: a, at: 2026-01-02}
                    expect: {open: "29 points, needs 30 points"}
                  - given:
                      - {scored: course, raw: 20, attempt: a, at: 2026-01-01}
                      - {regraded: course, success: true, attempt: a, at: 2026-01-02}
                    expect: {open: "20 points, needs 30 points"}
                """);
    }

    @Test
    void whatIsGathered_readsAsSentences() {
        assertThat(Stream.of(
                                "count: {of: {on: lab}, per: statement, atLeast: 2}",
                                "count: {of: {kind: [passed, failed], on: lab}, per: day, atLeast: 2}",
                                "total: {of: {on: lab}, measure: percent, atLeast: 250%}",
                                "total: {of: {on: lab}, measure: duration, atLeast: 2h}",
                                "total: {of: {on: lab}, measure: duration, atLeast: 119m}",
                                "total: {of: {on: lab}, measure: duration, atLeast: 120s}",
                                "total: {of: {on: lab}, measure: duration, atLeast: 119s}",
                                "streak: {of: {on: lab}, every: week, length: 3}",
                                "streak: {of: {on: lab}, every: day, length: 3, misses: 1}",
                                "passed: {on: lab, orElse: 80%, since: 2026-01-01, until: 2026-12-31}",
                                "did: {kind: flagged, on: lab, from: proctor, proctored: true, registration: same}")
                        .map(condition -> Asked.ENGLISH.sentence(
                                badge("when: {" + condition + "}").when())))
                .containsExactly(
                        "Do something on lab at least 2 times.",
                        "Passed/failed on lab at least 2 times, each on another day.",
                        "Do something on lab for 250 % altogether.",
                        "Do something on lab for 2 h altogether.",
                        "Do something on lab for 119 min altogether.",
                        "Do something on lab for 2 min altogether.",
                        "Do something on lab for 119 s altogether.",
                        "Do something on lab 3 weeks in a row.",
                        "Do something on lab in a row of 3 days, of which 1 may be missed.",
                        "Pass lab, with 80 % where its own mastery score is not known (since 2026-01-01, until 2026-12-31).",
                        "Flagged on lab (as proctor tells, proctored, in one registration).");
    }

    @Test
    void streak_inLast_losesTheDaysThatAreTooLongAgo() {
        String document = """
                when: {streak: {of: {on: daily-python, inLast: 3d}, every: day, length: 3, misses: 1}}
                continuous: true
                tests:
                  - given:
                      - {completed: daily-python, at: 2026-03-01}
                      - {completed: daily-python, at: 2026-03-01T12:00:00Z}
                      - {completed: daily-python, at: 2026-03-02}
                      - {completed: daily-python, at: 2026-03-03}
                """;
        holds(document + """
                    asOf: 2026-03-04T01:00:00Z
                    expect: {awarded: 2026-03-02}
                """);
        // the 1st is gone, the 2nd and the 3rd are enough
        holds(document + """
                    asOf: 2026-03-04T13:00:00Z
                    expect: {awarded: 2026-03-02}
                """);
        holds(document + """
                    asOf: 2026-03-05T01:00:00Z
                    expect: {open: 1 of 2 days in the best row so far}
                """);
        holds(document + """
                    asOf: 2026-03-06T01:00:00Z
                    expect: {open: 0 of 2 days in the best row so far}
                """);
    }

    @Test
    void streak_inLast_isLostWithItsLastDay() {
        holds("""
                when: {streak: {of: {on: daily-python, inLast: 3d}, every: day, length: 2, misses: 1}}
                continuous: true
                tests:
                  - given: [ {completed: daily-python, at: 2026-03-01}, {completed: daily-python, at: 2026-03-03} ]
                    asOf: 2026-03-05
                    expect: {awarded: 2026-03-01}
                  - given: [ {completed: daily-python, at: 2026-03-01}, {completed: daily-python, at: 2026-03-03} ]
                    asOf: 2026-03-07
                    expect: {open: 0 of 1 days in the best row so far}
                """);
    }

    @Test
    void streak_bestRow_hasNoMoreHolesThanMayBeMissed() {
        holds("""
                when: {streak: {of: {on: daily-python}, every: day, length: 5, misses: 1}}
                tests:
                  - given:
                      - {completed: daily-python, at: 2026-03-01}
                      - {completed: daily-python, at: 2026-03-03}
                      - {completed: daily-python, at: 2026-03-04}
                      - {completed: daily-python, at: 2026-03-07}
                      - {completed: daily-python, at: 2026-03-08}
                    expect: {open: 3 of 4 days in the best row so far}
                """);
    }

    @Test
    void scored_inLast_forgetsTheAttemptsThatAreTooLongAgo() {
        String document = """
                when: {scored: {on: exam, atLeast: 80%, inLast: 30d}}
                continuous: true
                tests:
                  - given: [ {scored: exam, scaled: 0.9, at: 2026-01-01}, {scored: exam, scaled: 0.5, at: 2026-01-10} ]
                """;
        holds(document + """
                    asOf: 2026-01-30T23:59:59Z
                    expect: {awarded: 2026-01-01}
                """);
        holds(document + """
                    asOf: 2026-01-31
                    expect: {open: "50 %, needs 80 %"}
                """);
        holds(document + """
                    asOf: 2026-03-01
                    expect: {open: "no score yet, needs 80 %"}
                """);
    }

    @Test
    void everyAttempt_inLast_isMetWhenTheBadOneIsTooLongAgo() {
        holds("""
                when: {scored: {on: exam, atLeast: 80%, attempt: every, inLast: 30d}}
                tests:
                  - given: [ {scored: exam, scaled: 0.5, at: 2026-01-01}, {scored: exam, scaled: 0.9, at: 2026-01-10} ]
                    asOf: 2026-02-05
                    expect: {awarded: 2026-01-31}
                """);
    }
}
