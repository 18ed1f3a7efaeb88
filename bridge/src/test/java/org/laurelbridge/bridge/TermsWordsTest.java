package org.laurelbridge.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.Vocabulary;

/** The terms of a badge in words. */
class TermsWordsTest {

    private static Badge badge(String terms) {
        String document = "brl: 1\nkind: badge\nid: quiz\nversion: 1\ntitle: Quiz\nwhen: {completed: quiz}\n" + terms;
        var read = new RuleReader(Vocabulary.open()).read("quiz", document);
        return read.badge().orElseThrow(() -> new AssertionError(read.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rigour: {assessment: exam, proctored: true}|Assessed by exam, proctored.",
                "rigour: {assessment: exam, proctored: false}|Assessed by exam, not proctored.",
                "rigour: {proctored: true}|Proctored.",
                "valid: {for: 1y}|Valid for 1 year.",
                "valid: {for: 18mo}|Valid for 18 months.",
                "valid: {until: 2027-12-31}|Valid until 31 December 2027.",
            })
    void terms_areSaid(String terms, String sentence) {
        assertThat(said(badge(terms + "\n"))).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{opens: {before: 60d}}|Valid for 1 year, can be renewed from 60 days before.",
                "{opens: {before: 1d}, closes: {after: 30d}}|"
                        + "Valid for 1 year, can be renewed from 1 day before to 30 days after.",
            })
    void renewal_isSaidWithTheValidity(String renew, String sentence) {
        assertThat(said(badge("valid: {for: 1y}\nrepeat: cycles\nrenew: " + renew + "\n")))
                .containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource({"''", "rigour: {}"})
    void noTerms_areNotSaid(String terms) {
        assertThat(said(badge(terms + "\n"))).isEqualTo(List.of());
    }

    private static List<String> said(Badge badge) {
        return TermsWords.of(badge, new Wording(Locale.ENGLISH, ZoneOffset.UTC, label -> label), Locale.ENGLISH);
    }

    @Test
    void terms_areReadInSpanish() {
        Locale spanish = new Locale("es");
        Badge badge = badge("valid: {for: 1y}\nrepeat: cycles\nrenew: {opens: {before: 60d}}\n");

        assertThat(TermsWords.of(badge, new Wording(spanish, ZoneOffset.UTC, label -> label), spanish))
                .containsExactly("Válida durante 1 año, renovable desde 60 días antes.");
    }
}
