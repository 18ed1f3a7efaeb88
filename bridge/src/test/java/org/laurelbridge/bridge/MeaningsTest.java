package org.laurelbridge.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.issue.Achievement;
import org.laurelbridge.bridge.issue.Details;
import org.laurelbridge.bridge.issue.Element.Kind;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.RuleDocumentStore;

/** What the documents of badges mean to strangers. */
class MeaningsTest {

    private RuleBook rules;
    private Meanings meanings;

    @BeforeEach
    void open(Database database) {
        RuleDocumentStore documents = new RuleDocumentStore(database);
        rules = new RuleBook(documents, () -> Instant.parse("2026-03-01T10:00:00Z"));
        meanings = new Meanings(documents, rules);
    }

    private void apply(int version, String rest) {
        apply(1, "Das Quiz", version, rest);
    }

    private void apply(int mappingVersion, String title, int version, String rest) {
        String mapping = """
                brl: 1
                kind: mapping
                name: campus
                version: %d
                activities: {quiz: {title: %s, match: {id: "https://lms.example/quiz"}}, lab: {match: {id: "https://lms.example/lab"}}}
                """.formatted(mappingVersion, title);
        String badge = "brl: 1\nkind: badge\nid: k8s\nversion: " + version + "\ntitle: Kubernetes\n" + rest;
        assertThat(rules.apply(List.of(new RuleText("m.yaml", mapping), new RuleText("b.yaml", badge))))
                .isInstanceOf(RuleBook.Outcome.Changed.class);
    }

    private Achievement found(int version) {
        return meanings.find("k8s", version).orElseThrow();
    }

    @OnEveryDatabase
    void find_whatSaysNothing_meansItsRule() {
        apply(1, "when: {completed: quiz}\n");

        assertThat(found(1).criteria()).isEqualTo("Complete Das Quiz.");
        assertThat(found(1).details()).isEqualTo(Details.NONE);
        assertThat(meanings.find("k8s", 2)).isEmpty();
    }

    @OnEveryDatabase
    void find_whatSaysAll_isSaidInItsLanguage() {
        apply(1, """
                when: {scored: {on: quiz, atLeast: 80%, attempt: latest}}
                rigour: {assessment: Klausur, proctored: true}
                align: [{framework: NICE, code: T0161, name: Clusters, url: "https://nice.example/1", type: CFItem, description: D}]
                credential:
                  type: CertificateOfCompletion
                  outcomes: [Eins., Zwei.]
                  workload: 62.50
                  ects: 2.5
                  credits: 3
                  eqf: 6
                  participation: on-site
                  quality: Q
                  prerequisites: P
                  supervision: S
                  stackable: T
                  field: F
                  code: C
                  tags: [a, b]
                  language: de
                  translations: {en: {title: Kubernetes in English}, fr: {title: K, description: D, criteria: "**C**"}}
                """);

        assertThat(found(1).criteria()).isEqualTo("Mindestens 80 % bei Das Quiz erreichen (letzter Versuch).");
        assertThat(found(1).align())
                .containsExactly(new Achievement.Alignment(
                        "NICE", "T0161", "Clusters", "https://nice.example/1", "CFItem", "D"));
        assertThat(found(1).elements())
                .extracting(one -> one.label() + ": " + String.join("|", one.values()) + " = " + one.code())
                .containsExactly(
                        "Art: Certificate of completion = CertificateOfCompletion",
                        "Lernergebnisse: Eins.|Zwei. = null",
                        "Arbeitsaufwand: 62.5 Std. = 62.5",
                        "ECTS-Punkte: 2.5 = 2.5",
                        "Leistungspunkte: 3 = 3",
                        "Qualifikationsniveau: EQR-Niveau 6 = 6",
                        "Art der Prüfung: Klausur, beaufsichtigt = null",
                        "Form der Teilnahme: vor Ort = on-site",
                        "Qualitätssicherung: Q = null",
                        "Voraussetzungen: P = null",
                        "Aufsicht und Identitätsprüfung: S = null",
                        "Anrechenbar auf: T = null",
                        "Fachgebiet: F = null",
                        "Kennung: C = null",
                        "Schlagwörter: a|b = null",
                        "Sprache: Deutsch = de");
        assertThat(found(1).details().credits()).isEqualByComparingTo("3");
        assertThat(found(1).details().scoring()).isEqualTo(new Details.Scoring("Ergebnis", BigDecimal.valueOf(80)));
    }

    @OnEveryDatabase
    void told_toAReaderOfAnotherLanguage_saysInItWhatNoAuthorWrote() {
        apply(1, """
                valid: {for: 1y}
                when: {scored: {on: quiz, atLeast: 80%}}
                rigour: {assessment: exam}
                credential: {outcomes: [Runs clusters.], language: en}
                """);

        Achievement told = meanings.told("k8s", 1, Locale.GERMANY).orElseThrow();
        assertThat(told.description()).isEqualTo("Mindestens 80 % bei Das Quiz erreichen (bester Versuch).");
        assertThat(told.details().isRetold()).isTrue();
        assertThat(found(1).details().isRetold()).isFalse();
        assertThat(told.criteria()).isEqualTo("Mindestens 80 % bei Das Quiz erreichen (bester Versuch).");
        assertThat(told.terms()).containsExactly("Geprüft durch exam.", "Gültigkeitsdauer: 1 Jahr.");
        assertThat(told.elements())
                .extracting(one -> one.label() + ": " + one.values().get(0))
                .containsExactly("Lernergebnisse: Runs clusters.", "Art der Prüfung: exam", "Sprache: Englisch");
        assertThat(found(1).criteria())
                .as("what is signed stays in its own")
                .isEqualTo("Score at least 80 % on Das Quiz (best attempt).");
    }

    @OnEveryDatabase
    void told_translated_isTheTranslation() {
        apply(1, """
                when: {completed: quiz}
                credential: {language: en, translations: {de: {title: Deutsch, description: Worum es geht.}}}
                """);

        Achievement told = meanings.told("k8s", 1, Locale.GERMAN).orElseThrow();
        assertThat(List.of(told.name(), told.description(), told.criteria()))
                .containsExactly("Deutsch", "Worum es geht.", "Das Quiz abschließen.");
        assertThat(told.details().isRetold()).isFalse();
        assertThat(meanings.told("k8s", 1, Locale.ENGLISH).orElseThrow().name()).isEqualTo("Kubernetes");
    }

    @OnEveryDatabase
    void find_translated_hasEditions() {
        apply(1, """
                when: {completed: quiz}
                credential:
                  eqf: 6
                  language: de
                  translations: {en: {title: Kubernetes in English}, fr: {title: K, description: D, criteria: "**C**"}}
                """);

        Achievement english = found(1).in("en").orElseThrow();
        assertThat(english.name()).isEqualTo("Kubernetes in English");
        assertThat(english.criteria()).isEqualTo("Complete Das Quiz.");
        assertThat(english.elements())
                .extracting(one -> one.label())
                .containsExactly("Level of qualification", "Language");
        assertThat(english.elements().get(1).kind()).isEqualTo(Kind.LANGUAGE);
        assertThat(english.details().original()).isEqualTo("de");
        Achievement french = found(1).in("fr").orElseThrow();
        assertThat(List.of(french.name(), french.description(), french.criteria()))
                .containsExactly("K", "D", "**C**");
        assertThat(found(1).in("de")).isEmpty();
    }

    @OnEveryDatabase
    void find_laterVersion_knowsTheEarlierOnes_alsoAfterAChange() {
        apply(1, "when: {completed: quiz}\n");
        assertThat(found(1).details().versions()).isEmpty();
        apply(2, "when: {completed: lab}\n");
        apply(4, "when: {any: [{completed: quiz}, {completed: lab}]}\n");

        assertThat(found(4).details().versions()).containsExactly(2, 1);
        assertThat(found(1).details().versions()).isEmpty();
        assertThat(found(1).criteria()).isEqualTo("Complete Das Quiz.");
    }

    @OnEveryDatabase
    void find_otherTitleOfAnActivity_isSaidAtOnce() {
        apply(1, "when: {completed: quiz}\n");
        assertThat(found(1).criteria()).isEqualTo("Complete Das Quiz.");

        apply(2, "Another quiz", 1, "when: {completed: quiz}\n");

        assertThat(found(1).criteria()).isEqualTo("Complete Another quiz.");
    }

    @OnEveryDatabase
    void find_severalScores_areRequiredWhereTheyAreTheSame() {
        apply(1, "when: {all: [{scored: {on: quiz, atLeast: 70%}}, {scored: {on: lab, atLeast: 70%}}]}\n");
        apply(2, "when: {any: [{scored: {on: quiz, atLeast: 70%}}, {scored: {on: lab, atLeast: 80%}}]}\n");

        assertThat(found(1).details().scoring()).isEqualTo(new Details.Scoring("Score", BigDecimal.valueOf(70)));
        assertThat(found(2).details().scoring()).isEqualTo(new Details.Scoring("Score", null));
    }
}
