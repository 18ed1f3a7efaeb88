package org.laurelbridge.bridge.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the reader say the same of every document, but for what a schema cannot say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaAgreementTest {
    private static final String LONG = "a123456789a123456789a123456789a123456789a123456789"
            + "a123456789a123456789a123456789a123456789a123456789a";
    private static final JsonMapper JSON = new JsonMapper();

    private final BothReaders both = new BothReaders();

    @ParameterizedTest
    @EnumSource(BeyondSchema.class)
    void beyondTheSchema_isWhatTheReaderAloneRefuses(BeyondSchema beyond) {
        assertThat(both.refused(beyond.example())).isEmpty();
        assertThat(both.told(beyond.example())).isNotEmpty().allMatch(beyond::tells);
    }

    @Test
    void schema_isOne() {
        assertThat(both.brokenSchema()).isEmpty();
    }

    @Test
    void documentsOfThisRepository_getOneVerdict() {
        assertThat(KnownDocuments.written()).hasSizeGreaterThan(18).allSatisfy(this::agree);
        assertThat(KnownDocuments.inTests()).hasSizeGreaterThan(30).allSatisfy(this::agree);
    }

    /** What chance seldom finds: values just outside of what is allowed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "when: {completed: exam}\ndescription: ''",
                "when: {completed: exam}\nzone: ''",
                "when: {completed: exam}\ndeliver: [{to: own, grade: -1}]",
                "when: {completed: exam}\ndeliver: [{to: own, grade: 101}]",
                "when: {completed: {on: exam, as: ''}}",
                "when: {completed: {on: exam, as: " + LONG + "}}",
                "when: {completed: {on: exam, inLast: 0d}}",
                "when: {all: [{completed: {on: exam, as: a}}, {passed: {on: exam, within: {days: 0, after: a}}}]}",
                "when: {all: [{completed: {on: exam, as: a}}, {passed: {on: exam, within: {days: 36501, after: a}}}]}",
                "when: {all: [{completed: {on: exam, as: a}}, {passed: {on: exam, within: {after: a}}}]}",
                "when: {total: {of: {on: exam}, measure: duration, atLeast: 0}}",
                "when: {total: {of: {on: exam}, measure: duration, atLeast: 0h}}",
                "when: {total: {of: {on: exam}, measure: duration, atLeast: 5%}}",
                "when: {total: {of: {on: exam}, measure: percent, atLeast: -5%}}",
                "when: {total: {of: {on: exam}, measure: percent, atLeast: 5}}",
                "when: {total: {of: {on: exam}, measure: points, atLeast: 0}}",
                "when: {streak: {of: {on: exam}, every: day, length: 3661}}",
                "when: {streak: {of: {on: exam}, every: day, length: 3, misses: -1}}",
                "when: {did: {kind: voided, on: exam}}",
                "when: {completed: exam}\nonce: true\ncontinuous: true",
                "when: {completed: exam}\nvalid: {for: 0y}",
                "when: {completed: exam}\nvalid: {for: 12h}",
                "when: {completed: exam}\nvalid: {for: 1000000d}",
                "when: {completed: exam}\nvalid: {for: 1y, until: 2027-01-01}",
                "when: {completed: exam}\nvalid: {for: 1y}\nremind: [0d]",
                "when: {completed: exam}\nvalid: {for: 1y}\nrepeat: cycles\nrenew: {closes: {after: 1d}}",
                "when: {completed: exam}\nvalid: {for: 1y}\nrepeat: cycles\nrenew: {opens: {after: 1d}}",
                "when: {completed: exam}\napplies: {new: 1}",
                "when: {completed: exam}\ncredential: {type: Microcredential}",
                "when: {completed: exam}\ncredential: {type: 'ext:'}",
                "when: {completed: exam}\ncredential: {credits: 0}",
                "when: {completed: exam}\ncredential: {credits: 1000.01}",
                "when: {completed: exam}\ncredential: {ects: 0.125}",
                "when: {completed: exam}\ncredential: {workload: 100001}",
                "when: {completed: exam}\ncredential: {eqf: 9}",
                "when: {completed: exam}\ncredential: {quality: ''}",
                "when: {completed: exam}\ncredential: {field: " + LONG + LONG + "}",
                "when: {completed: exam}\ncredential: {tags: [a, a]}",
                "when: {completed: exam}\ncredential: {tags: [" + LONG + "]}",
                "when: {completed: exam}\ncredential: {language: english}",
                "when: {completed: exam}\ncredential: {translations: {de: {title: T}}}",
                "when: {completed: exam}\ncredential: {translations: }",
                "when: {completed: exam}\ncredential: {language: en, translations: {De: {title: T}}}",
                "when: {completed: exam}\ncredential: {language: en, translations: {de: {description: T}}}",
                "when: {completed: exam}\nalign: [{framework: a, code: b, url: 'https://a b'}]",
                "when: {completed: exam}\nalign: [{framework: a, code: b, type: CfItem}]",
                "when: {scored: {on: exam, atLeast: 80%, grade: B}}",
                "when: {scored: {on: exam}}",
                "when: {holds: {badge: a, of: [b]}}",
                "when: {holds: {badge: a, n: 1}}",
                "when: {holds: {of: []}}",
                "when: {holds: {of: [a, a]}}",
                "when: {holds: {badge: a, state: everHeld, heldFor: 1d}}",
                "when: {approved: {by: x, n: 0}}",
                "when: {approved: {by: x, n: 101}}",
                "when: {evidence: {kind: link}}",
                "when: {completed: exam}\ntests: [{given: [{holds: a, member: b, at: 2026-03-01}], expect: {open: x}}]",
                "when: {completed: exam}\ntests: [{given: [{profile: a, at: 2026-03-01}], expect: {open: x}}]",
                "when: {completed: exam}\ntests: [{given: [{holds: a, level: b, at: 2026-03-01}], expect: {open: x}}]",
                "when: {completed: exam}\ntests: [{given: [{holds: a}], expect: {open: x}}]",
                "when: {completed: exam}\ntests: [{given: [], expect: {awarded: []}}]",
                "when: {completed: exam}\ntests: [{given: [], expect: {open: x, unknown: y}}]",
                "when: {completed: exam}\ntests: [{given: [{at: 2026-03-01}], expect: {open: x}}]",
                "when: {completed: exam}\ntests: [{given: [{passed: exam, failed: exam, at: 2026-03-01}], expect: {open: x}}]",
                "when: {completed: exam}\ntests: [{given: [{passed: exam, min: x, at: 2026-03-01}], expect: {open: x}}]",
                "when: {completed: exam}\ntests: [{given: [{'A B': exam, at: 2026-03-01}], expect: {open: x}}]",
            })
    void badgeJustOutside_isTakenByNeither(String rest) {
        areRefused("brl: 1\nkind: badge\nid: t\nversion: 1\ntitle: T\n" + rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verbs: {voided: ['x:y']}",
                "verbs: {other: ['x:y']}",
                "verbs: {Own: ['x:y']}",
                "identity: [{mbox: email, openid: profile.openid}]",
                "trust: {a: {may: [], authority: {mbox: 'mailto:a@b', account: {homePage: x, name: y}}}}",
                "trust: {a: {may: [], authority: {account: }}}",
                "activities: {'a b': {match: {id: 'x:y'}}}",
                "activities: {a: {match: {id: 'x:y', under: 'x:z'}}}",
                "activities: {a: {match: {idLike: 'x:/a*b*'}}}",
                "activities: {a: {match: {idLike: 'x:/a'}}}",
                "activities: {a: {match: x}}",
                "activities: {a: {match: {id: 'x:y'}, structure: {}}}",
                "activities: {a: {match: {id: 'x:y'}, structure: {b: {publisher: 'x:b'}}}}",
                "activities: {a: {match: {id: 'x:y'}, structure: {'b c': {publisher: 'x:b', moveOn: Passed}}}}",
                "activities: {a: {match: {id: 'x:y'}, structure: {b: {publisher: 'x:b', moveOn: Passed, structure: {c: {publisher: 'x:c', moveOn: Passed}}}}}}",
                "score: {grades: {A: 90}}",
            })
    void mappingJustOutside_isTakenByNeither(String rest) {
        areRefused("brl: 1\nkind: mapping\nname: t\nversion: 1\n" + rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "text", "5", "{}", "{brl: 1}", "{kind: badge}", "{kind: mapping}"})
    void whatIsNoDocument_isTakenByNeither(String text) {
        areRefused(text);
    }

    private void areRefused(String text) {
        assertThat(both.told(text)).isNotEmpty();
        assertThat(both.refused(text)).isNotEmpty();
    }

    @Test
    void keyWrittenTwice_isTakenByNeither() {
        String twice = "{brl: 1, kind: badge, id: a, id: b, version: 1, title: T, when: {completed: exam}}";
        areRefused(twice);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void grownDocuments_areTakenByBoth(long seed) {
        Random random = new Random(seed);
        int taken = 0;
        for (int i = 0; i < 250; i++) {
            String text = JSON.writeValueAsString(document(random));
            List<Problem> told = both.told(text);
            assertThat(told).as(text).allMatch(BeyondSchema::isBeyond);
            assertThat(both.refused(text)).as(text).isEmpty();
            taken += told.isEmpty() ? 1 : 0;
        }
        assertThat(taken).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void changedDocuments_getOneVerdict(long seed) {
        Random random = new Random(seed);
        Dice dice = new Dice(random);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            String text = JSON.writeValueAsString(Mutation.of(document(random), dice));
            refused += agree(text).isEmpty() ? 0 : 1;
        }
        assertThat(refused).isBetween(500, 950);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void misspeltKey_getsTheRightWordInItsPlace(long seed) {
        Random random = new Random(seed);
        Dice dice = new Dice(random);
        int told = 0;
        for (int i = 0; i < 500; i++) {
            Mutation.Misspelling misspelling = Mutation.misspelling(document(random), dice);
            String text = JSON.writeValueAsString(misspelling.document());
            List<Problem> problems = both.told(text);
            if (!problems.isEmpty() && misspelling.isClear()) {
                assertThat(problems)
                        .as("%s for %s in %s", misspelling.written(), misspelling.right(), text)
                        .anyMatch(problem ->
                                problem.expected().contains("did you mean \"" + misspelling.right() + "\"?"));
                told++;
            }
        }
        assertThat(told).isGreaterThan(250);
    }

    private List<Problem> agree(String text) {
        List<Problem> told = both.told(text);
        List<String> refused = both.refused(text);
        boolean agreed = told.isEmpty() == refused.isEmpty()
                || refused.isEmpty() && told.stream().allMatch(BeyondSchema::isBeyond);
        assertThat(agreed)
                .as("%s%nthe reader: %s%nthe schema: %s", text, told, refused)
                .isTrue();
        assertThat(told).allSatisfy(problem -> {
            assertThat(problem.place()).matches("t\\.yaml:[1-9]\\d*:[1-9]\\d*( \\(.+\\))?");
            assertThat(List.of(problem.found(), problem.expected())).doesNotContain("");
        });
        return told;
    }

    private static Map<String, Object> document(Random random) {
        return random.nextInt(3) == 0 ? new RandomMapping(random).document() : new RandomBadge(random).document();
    }
}
