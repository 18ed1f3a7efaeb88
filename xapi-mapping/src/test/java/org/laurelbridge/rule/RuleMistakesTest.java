package org.laurelbridge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.rule.RuleReaderTest.badge;
import static org.laurelbridge.rule.RuleReaderTest.document;
import static org.laurelbridge.rule.RuleReaderTest.problems;
import static org.laurelbridge.rule.RuleReaderTest.whole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a badge document may not say, wherever it says it, and what it just may. */
class RuleMistakesTest {

    /** Whoever mistypes a key must not think that it was heard. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "completed: {on: exam, ?}",
                "passed: {on: exam, ?}",
                "did: {kind: flagged, on: exam, ?}",
                "scored: {on: exam, atLeast: 70%, ?}",
                "atLeast: {n: 1, of: [{completed: exam}], ?}",
                "completed: {on: exam, as: a, within: {days: 1, after: a, ?}}",
                "count: {of: {on: exam}, per: day, atLeast: 3, ?}",
                "count: {of: {on: exam, ?}, per: day, atLeast: 3}",
                "total: {of: {on: exam}, measure: points, atLeast: 3, ?}",
                "streak: {of: {on: exam}, every: day, length: 3, ?}",
                "holds: {badge: a, ?}",
                "member: {cohort: a, ?}",
                "enrolled: {course: a, ?}",
                "profile: {field: a, is: b, ?}",
                "competency: {id: a, ?}",
                "approved: {by: a, ?}",
                "evidence: {?}",
                "completed: exam}, ?, description: {",
                "completed: exam}, settle: {gain: 1d, ?",
                "completed: exam}, valid: {for: 1y, ?",
                "completed: exam}, repeat: cycles, valid: {for: 1y}, renew: {opens: {before: 1d, ?}",
                "completed: exam}, repeat: cycles, valid: {for: 1y}, renew: {opens: {before: 1d}, ?",
                "completed: exam}, applies: {new: v3, ?",
                "completed: exam}, rigour: {assessment: exam, ?",
                "completed: exam}, align: [{framework: a, code: b, ?}], public: {",
                "completed: exam}, credential: {?",
                "completed: exam}, credential: {language: en, translations: {de: {title: T, ?}}",
                "completed: exam}, deliver: [{to: own, ?}], public: {",
                "completed: exam}, tests: [{given: [], expect: {open: not yet}, ?}], public: {",
                "completed: exam}, tests: [{given: [{passed: exam, at: 2026-03-01, ?}], expect: {open: not yet}}], public: {",
                "completed: exam}, tests: [{given: [{member: a, at: 2026-03-01, ?}], expect: {open: not yet}}], public: {"
            })
    void keyThatNobodyKnows_isRefusedEverywhere(String where) {
        String text = "{brl: 1, kind: badge, id: k8s, version: 3, title: Kubernetes, when: {"
                + where.replace("?", "zzz: 1") + "}}";
        assertThat(problems(text)).contains("found the key \"zzz\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{given: [{passed: exma, at: 2026-03-01}], expect: {open: x}} | did you mean \"exam\"?",
                "{given: [{at: 2026-03-01}], expect: {open: x}}               | a fact: one kind with its activity",
                "{given: [{passed: exam, failed: exam, at: 2026-03-01}], expect: {open: x}} | a fact: one kind with its activity",
                "{given: [{passed: exam}], expect: {open: x}}                 | no \"at\"",
                "{given: [{passed: exam, at: soon}], expect: {open: x}}       | a date, as 2026-03-01, or a moment",
                "{given: [{passed: exam, at: 5}], expect: {open: x}}          | a date, as 2026-03-01, or a moment",
                "{given: [{passed: exam, at: 2026-03-01, raw: 1, max: 0}], expect: {open: x}} | expected more than min",
                "{given: [{passed: exam, at: 2026-03-01, raw: 1, min: 5, max: 5}], expect: {open: x}} | expected more than min",
                "{given: [{approved: dean}], expect: {open: x}}               | no \"at\"",
                "{given: [{holds: a, at: 2026-03-01, until: 2026-03-01}], expect: {open: x}} | a moment after at",
                "{given: [{profile: field, at: 2026-03-01}], expect: {open: x}} | no \"is\"",
                "{given: [], expect: {awardd: 2026-03-01}}                    | did you mean \"awarded\"?",
                "{given: [], expect: {awarded: []}}                           | at least one date",
                "{given: [], expect: {awarded: soon}}                         | a date, as 2026-03-01",
                "{given: [], expect: {open: 5}}                               | text, in quotes",
                "{given: []}                                                  | no \"expect\""
            })
    void mistakeInATest_isToldToo(String test, String expected) {
        assertThat(problems(document("when: {completed: exam}\ntests: [" + test + "]")))
                .contains(expected);
    }

    @Test
    void subjectOfATestOfTheWrongSort_isItsOnlyProblem() {
        assertThat(problems(document("when: {completed: exam}\ntests: [{given: [{profile: 5, is: x,"
                        + " at: 2026-03-01}], expect: {open: x}}]")))
                .endsWith("found the number 5, expected text, in quotes");
    }

    @Test
    void longestNames_areAllowed() {
        String longest = "a".repeat(100);
        assertThat(badge(document("when: {completed: {on: exam, as: " + longest + "}}")
                                .replace("id: k8s", "id: " + longest))
                        .id())
                .isEqualTo(longest);
        assertThat(problems(document("when: {completed: {on: exam, as: a" + longest + "}}")))
                .contains("a name of up to 100 characters");
        assertThat(problems(document("when: {completed: exam}").replace("id: k8s", "id: a" + longest)))
                .contains("up to 100 of a-z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when: {scored: {on: exam, atLeast: 100%}}",
                "when: {scored: {on: exam, atLeast: -100%}}",
                "when: {completed: {on: exam, since: 0001-01-01, until: 9999-12-31}}",
                "when: {completed: {on: exam, since: 2026-03-01, until: 2026-03-01}}",
                "when: {total: {of: {on: exam}, measure: duration, atLeast: 2w}}",
                "when: {streak: {of: {on: exam}, every: day, length: 3, misses: 2}}",
                "{when: {completed: exam}, deliver: [{to: own, grade: 0}, {to: own, grade: 100}]}",
                "{when: {completed: exam}, settle: 0}",
                "{when: {completed: exam}, tests: []}"
            })
    void whatIsJustAllowed_isRead(String rest) {
        badge(whole(rest));
    }
}
