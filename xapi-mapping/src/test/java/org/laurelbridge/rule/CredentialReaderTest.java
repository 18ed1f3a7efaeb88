package org.laurelbridge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.rule.RuleReaderTest.badge;
import static org.laurelbridge.rule.RuleReaderTest.document;
import static org.laurelbridge.rule.RuleReaderTest.problems;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a credential tells of a badge besides its rule. */
class CredentialReaderTest {

    @Test
    void everyElement_isRead() {
        Badge badge = badge(document("""
                when: {completed: exam}
                credential:
                  type: MicroCredential
                  credits: 3.5
                  ects: 5
                  workload: 125
                  eqf: 6
                  outcomes: [Runs workloads., Mends them.]
                  participation: on-site
                  quality: Accredited.
                  supervision: Passport shown.
                  prerequisites: None.
                  stackable: To the diploma.
                  field: Informatics
                  code: K8S-1
                  tags: [k8s, cloud]
                  language: en
                  criteria: "**Pass** it."
                  translations:
                    de: {title: Grundlagen, description: Läuft., criteria: Bestehen.}
                    pt-BR: {title: Fundamentos}
                """));
        assertThat(badge.credential())
                .isEqualTo(new Credential(
                        "MicroCredential",
                        new Credential.Effort(number("3.5"), number("5"), number("125"), 6),
                        new Credential.Setting(
                                Credential.Participation.ON_SITE,
                                "Accredited.",
                                "Passport shown.",
                                "None.",
                                "To the diploma."),
                        new Credential.Catalogue("Informatics", "K8S-1", List.of("k8s", "cloud")),
                        List.of("Runs workloads.", "Mends them."),
                        "en",
                        "**Pass** it.",
                        Map.of(
                                "de", new Credential.Translation("Grundlagen", "Läuft.", "Bestehen."),
                                "pt-BR", new Credential.Translation("Fundamentos", null, null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"description: x", "credential:", "credential: {}"})
    void nothing_isAPlainBadge(String rest) {
        assertThat(badge(document("when: {completed: exam}\n" + rest)).credential())
                .isEqualTo(Credential.PLAIN);
    }

    @Test
    void alignment_isReadWithAllThatIsSaidOfIt() {
        assertThat(badge(document("when: {completed: exam}\nalign: [{framework: Own, code: a1, name: A,"
                                + " url: 'https://x.example/a?b=1', type: CFItem, description: D}]"))
                        .align())
                .containsExactly(new Badge.Alignment("Own", "a1", "A", "https://x.example/a?b=1", "CFItem", "D"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: Microcredential     | did you mean \"MicroCredential\"?",
                "type: 'ext:'              | or an own word, as ext:Apprenticeship",
                "credits: 0                | a number above 0, of at most 1000 and with at most two decimals",
                "ects: 1000.5              | a number above 0, of at most 1000",
                "workload: 0.125           | with at most two decimals",
                "workload: 100001          | of at most 100000",
                "eqf: 9                    | a whole number from 1 to 8",
                "participation: onsite     | did you mean \"on-site\"?",
                "language: EN              | a language's tag",
                "tags: [a, b, a]           | each once",
                "tags: [a, 5]              | text, in quotes",
                "outcomes: one             | a list",
                "translations: {de: {title: T}} | language: … beside it",
                "'language: de, translations: {de: {title: T}}'  | another language than de",
                "'language: de, translations: {De: {title: T}}'  | a language's tag",
                "'language: de, translations: {en: {}}'          | no \"title\"",
            })
    void mistake_isTold(String key, String expected) {
        assertThat(problems(document("when: {completed: exam}\ncredential: {" + key + "}")))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: CFitem    | did you mean \"CFItem\"?",
                "url: ftp://x    | an http or https address",
                "url: https://a b | an http or https address",
            })
    void mistakeInAnAlignment_isTold(String key, String expected) {
        assertThat(problems(document("when: {completed: exam}\nalign: [{framework: F, code: c, " + key + "}]")))
                .contains(expected);
    }

    @Test
    void everyLimit_isTold() {
        String long1000 = "é".repeat(1_000);
        badge(document("when: {completed: exam}\ncredential: {quality: " + long1000 + "}"));
        assertThat(problems(document("when: {completed: exam}\ncredential:\n  quality: é" + long1000
                        + "\n  field: " + "a".repeat(201) + "\n  tags: [" + "b".repeat(51) + "]\n  criteria: "
                        + "c".repeat(10_001) + "\n  outcomes: [" + "x, ".repeat(51) + "]")))
                .contains(
                        "found a text of 1001 characters, expected at most 1000",
                        "found a text of 201 characters, expected at most 200",
                        "found a text of 51 characters, expected at most 50",
                        "found a text of 10001 characters, expected at most 10000",
                        "found a list of 51, expected at most 50");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
