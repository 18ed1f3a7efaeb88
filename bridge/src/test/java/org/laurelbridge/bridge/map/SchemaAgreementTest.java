package org.laurelbridge.bridge.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.xapi.Problem;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the reader say the same of every document, but for what a schema cannot say. */
class SchemaAgreementTest {
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

    @Test
    void keyWrittenTwice_isTakenByNeither() {
        String twice = "{brl: 1, kind: badge, id: a, id: b, version: 1, title: T, when: {completed: exam}}";
        assertThat(both.told(twice)).isNotEmpty();
        assertThat(both.refused(twice)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void grownDocuments_areTakenByBoth(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 250; i++) {
            String text = JSON.writeValueAsString(document(random));
            assertThat(both.told(text)).as(text).isEmpty();
            assertThat(both.refused(text)).as(text).isEmpty();
        }
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
                        .anyMatch(problem -> problem.expected().contains("did you mean \"" + misspelling.right() + "\"?"));
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
        assertThat(agreed).as("%s%nthe reader: %s%nthe schema: %s", text, told, refused).isTrue();
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
