package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.decide.ConditionsTest.holds;
import static org.laurelbridge.decide.ConditionsTest.open;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When conditions can be met, when not any more, and in which order. */
class WindowsTest {

    @Test
    void window_ofDaysAfterAndADay_endsWithTheEarlierOne() {
        String rule = "when: {all: [{completed: {on: course, as: c}}, {passed: {on: exam, until: 2026-03-09,"
                + " within: {days: 5, after: c}}}]}\n";
        holds(rule + """
                tests:
                  - given: [ {completed: course, at: 2026-03-01}, {passed: exam, at: "2026-03-06T23:59:59Z"} ]
                    expect: {awarded: 2026-03-06}
                  - given: [ {completed: course, at: 2026-03-01}, {passed: exam, at: 2026-03-07} ]
                    expect: {impossible: exam window ended 2026-03-07}
                  - given: [ {completed: course, at: 2026-03-08}, {passed: exam, at: "2026-03-09T23:59:59Z"} ]
                    expect: {awarded: 2026-03-09}
                  - given: [ {completed: course, at: 2026-03-08}, {passed: exam, at: 2026-03-10} ]
                    expect: {impossible: exam window ended 2026-03-10}
                """);
    }

    @Test
    void window_ofDaysAfterAndSince_beginsWithTheLaterOne() {
        holds("""
                when: {all: [{completed: {on: course, as: c}}, {passed: {on: exam, since: 2026-03-05, within: {days: 30, after: c}}}]}
                tests:
                  - given: [ {completed: course, at: 2026-03-01}, {passed: exam, at: 2026-03-04} ]
                    expect: {open: 1 of 2}
                  - given: [ {completed: course, at: 2026-03-01}, {passed: exam, at: 2026-03-05} ]
                    expect: {awarded: 2026-03-05}
                  - given: [ {completed: course, at: 2026-03-08}, {passed: exam, at: 2026-03-07} ]
                    expect: {open: 1 of 2}
                """);
    }

    @Test
    void names_mayFollowEachOther() {
        holds("""
                when:
                  all:
                    - passed: {on: exam, as: third, within: {days: 1, after: second}}
                    - completed: {on: lab, as: second, within: {days: 1, after: first}}
                    - completed: {on: course, as: first}
                tests:
                  - given: [ {completed: course, at: 2026-03-01}, {completed: lab, at: 2026-03-02}, {passed: exam, at: 2026-03-03} ]
                    expect: {awarded: 2026-03-03}
                  - given: [ {completed: course, at: 2026-03-01}, {completed: lab, at: 2026-03-01}, {passed: exam, at: 2026-03-03} ]
                    expect: {impossible: exam window ended 2026-03-03}
                """);
    }

    @Test
    void deadline_isWhenThePartsThatAreLeftAreTooFew() {
        String first = "{completed: {on: course, until: 2026-03-09}}";
        String second = "{passed: {on: exam, until: 2026-03-05}}";
        String third = "{completed: {on: lab, until: 2026-03-01}}";
        String endless = "{completed: daily-python}";
        String parts = "of: [" + first + ", " + second + ", " + third;
        assertThat(deadline("all: [" + first + ", " + second + ", " + endless + "]", ""))
                .isEqualTo("2026-03-06T00:00:00Z");
        assertThat(deadline("atLeast: {n: 2, " + parts + "]}", "")).isEqualTo("2026-03-06T00:00:00Z");
        assertThat(deadline("atLeast: {n: 2, " + parts + "]}", "{passed: exam, at: 2026-02-01}"))
                .isEqualTo("2026-03-10T00:00:00Z");
        assertThat(deadline("atLeast: {n: 2, " + parts + ", " + endless + "]}", ""))
                .isEqualTo("2026-03-10T00:00:00Z");
        assertThat(deadline("atLeast: {n: 1, " + parts + ", " + endless + "]}", ""))
                .isNull();
        // what is not known may still become known
        assertThat(deadline(
                        "atLeast: {n: 2, of: [" + first + ", {scored: {on: exam, atLeast: 50%}}, " + third + "]}",
                        "{scored: exam, at: 2026-02-01}"))
                .isEqualTo("2026-03-10T00:00:00Z");
    }

    private static @Nullable Instant deadline(String rule, String given) {
        return open("when: {" + rule + "}\ntests: [{given: [" + given + "], expect: {open: not yet}}]")
                .deadline();
    }

    @Test
    void none_namesWhatHappened() {
        holds("""
                when: {all: [{completed: lab}, {none: [{did: {kind: flagged, on: course}}, {did: {kind: flagged, on: exam}}]}]}
                tests:
                  - given: [ {flagged: exam, at: 2026-01-01}, {completed: lab, at: 2026-01-02} ]
                    expect: {impossible: "this happened: flagged on exam"}
                """);
    }

    @Test
    void none_ofWhatHasNoScore_isNotKnownUntilItsWindowEnds() {
        String document = """
                when: {all: [{completed: lab}, {none: [{scored: {on: exam, atLeast: 50%, until: 2026-03-09}}]}]}
                tests:
                  - given: [ {passed: exam, at: 2026-03-02}, {completed: lab, at: 2026-03-05} ]
                """;
        holds(document + """
                    asOf: 2026-03-09T23:59:59Z
                    expect: {unknown: the statement carries no score}
                """);
        holds(document + """
                    asOf: 2026-03-12
                    expect: {awarded: 2026-03-10}
                """);
    }

    @Test
    void none_ofAScoreOfTheLast_forgetsTheAttemptWithoutScore() {
        holds("""
                when: {all: [{completed: lab}, {none: [{scored: {on: exam, atLeast: 50%, inLast: 30d}}]}]}
                tests:
                  - given: [ {passed: exam, at: 2026-01-01}, {completed: lab, at: 2026-01-30} ]
                    expect: {unknown: the statement carries no score}
                  - given: [ {passed: exam, at: 2026-01-01}, {completed: lab, at: 2026-02-20} ]
                    expect: {awarded: 2026-02-20}
                  - given:
                      - {scored: exam, scaled: 0.9, at: 2026-01-01}
                      - {scored: exam, scaled: 0.2, at: 2026-01-10}
                      - {completed: lab, at: 2026-01-30}
                    expect: {impossible: "this happened: score at least 50 % on exam (best attempt) (in the last 30d)"}
                """);
    }

    @Test
    void none_ofSoManyInTheLast_isMetBetweenThem() {
        holds("""
                when: {all: [{completed: lab}, {none: [{count: {of: {kind: flagged, on: exam, inLast: 7d}, per: statement, atLeast: 2}}]}]}
                tests:
                  - given:
                      - {flagged: exam, at: 2026-03-01}
                      - {flagged: exam, at: 2026-03-07}
                      - {completed: lab, at: 2026-03-08T12:00:00Z}
                      - {flagged: exam, at: 2026-03-09}
                    expect: {awarded: 2026-03-08}
                """);
    }

    @Test
    void inOrder_whatIsNotKnownOfItsNextPart_isNotKnownOfItself() {
        holds("""
                when:
                  all:
                    - completed: lab
                    - none: [ {inOrder: [{completed: course}, {scored: {on: exam, atLeast: 50%}}]} ]
                tests:
                  - given: [ {completed: course, at: 2026-03-01}, {passed: exam, at: 2026-03-02}, {completed: lab, at: 2026-03-03} ]
                    expect: {unknown: the statement carries no score}
                  - given: [ {completed: course, at: 2026-03-01}, {completed: lab, at: 2026-03-03} ]
                    expect: {awarded: 2026-03-03}
                """);
        holds("""
                when: {inOrder: [{completed: course}, {scored: {on: exam, atLeast: 50%, attempt: first}}, {completed: lab}]}
                tests:
                  - given: [ {completed: course, at: 2026-03-01}, {passed: exam, at: 2026-03-02} ]
                    expect: {unknown: the statement carries no score}
                  - given: [ {completed: course, at: 2026-03-01}, {scored: exam, scaled: 0.4, at: 2026-03-02} ]
                    expect: {impossible: the first attempt is used}
                """);
    }

    @Test
    void inOrder_forbidden_isReadAheadLikeAnythingForbidden() {
        holds("""
                when: {all: [{completed: lab}, {none: [{inOrder: [{completed: course}, {did: {kind: flagged, on: exam}}]}]}]}
                settle: 48h
                tests:
                  - given: [ {completed: lab, at: 2026-03-01} ]
                    expect: {awarded: 2026-03-01}
                  - given: [ {flagged: exam, at: 2026-03-01}, {completed: course, at: 2026-03-02}, {completed: lab, at: 2026-03-03} ]
                    expect: {awarded: 2026-03-03}
                  - given: [ {completed: lab, at: 2026-03-01}, {completed: course, at: 2026-03-02}, {flagged: exam, at: 2026-03-02} ]
                    expect: {impossible: "this happened: one after the other: complete course; flagged on exam"}
                """);
    }

    @Test
    void inOrder_hasTheDeadlineOfThePartWhoseTurnItIs() {
        holds("""
                when: {inOrder: [{completed: course}, {passed: {on: exam, until: 2026-03-09}}]}
                tests:
                  - given: [ {completed: course, at: 2026-03-01} ]
                    asOf: 2026-03-09T23:59:59Z
                    expect: {open: 1 of 2}
                  - given: [ {completed: course, at: 2026-03-01} ]
                    asOf: 2026-03-10
                    expect: {impossible: exam window ended 2026-03-10}
                """);
        assertThat(open("when: {inOrder: [{completed: course}, {passed: {on: exam, until: 2026-03-09}}]}\n"
                                + "tests: [{given: [{completed: course, at: 2026-02-01}], expect: {open: 1 of 2}}]")
                        .deadline())
                .isEqualTo("2026-03-10T00:00:00Z");
    }

    @Test
    void inOrder_cannotBeMetOnceTheTimeOfALaterPartIsOver() {
        String rule = "when: {inOrder: [{completed: {on: course, until: 2026-03-20}}, {completed: lab},"
                + " {passed: {on: exam, until: 2026-03-09}}]}\n";
        assertThat(open(rule + "tests: [{given: [], asOf: 2026-03-01, expect: {open: 0 of 3}}]")
                        .deadline())
                .isEqualTo("2026-03-10T00:00:00Z");
        holds(rule + """
                tests:
                  - given: [ {completed: course, at: 2026-03-01} ]
                    asOf: 2026-03-09T23:59:59Z
                    expect: {open: 1 of 3}
                  - given: []
                    asOf: 2026-03-10
                    expect: {impossible: exam window ended 2026-03-10}
                  - given: [ {passed: exam, at: 2026-03-02}, {completed: course, at: 2026-03-03} ]
                    asOf: 2026-03-10
                    expect: {impossible: exam window ended 2026-03-10}
                  - given: [ {completed: course, at: 2026-03-03}, {completed: lab, at: 2026-03-04}, {passed: exam, at: 2026-03-09} ]
                    asOf: 2026-03-21
                    expect: {awarded: 2026-03-09}
                """);
    }
}
