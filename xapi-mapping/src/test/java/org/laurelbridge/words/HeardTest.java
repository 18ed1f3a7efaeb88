package org.laurelbridge.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Sentences are found again by their English, with what fills them. */
class HeardTest {
    private static final String CATALOG = "org.laurelbridge.words.heard";

    private final Heard heard = Heard.of(CATALOG);

    private String german(String english) {
        return heard.in(Locale.GERMAN, english);
    }

    @Test
    void sentence_isFound_withItsGaps_whereverTheyStand() {
        assertThat(german("it is busy")).isEqualTo("es ist beschäftigt");
        assertThat(german("answered 503")).isEqualTo("Antwort 503");
        assertThat(german("given up after 40 tries of score")).isEqualTo("Bewertung nach 40 Versuchen aufgegeben");
        assertThat(heard.in(Locale.UK, "it is busy")).isEqualTo("it is busy");
        assertThat(heard.in(Locale.FRENCH, "answered 503")).as("no such file").isEqualTo("answered 503");
    }

    @Test
    void whatSaysMore_comesFirst() {
        assertThat(german("answered 410: it isn't there")).isEqualTo("Antwort 410: es ist nicht da");
    }

    @Test
    void joined_isFoundInParts_andInGaps() {
        assertThat(german("score: it is busy; answered 1")).isEqualTo("Bewertung: es ist beschäftigt; Antwort 1");
        assertThat(german("somebody: it is busy")).isEqualTo("somebody: es ist beschäftigt");
        assertThat(german("score: somebody; else")).isEqualTo("Bewertung: somebody; else");
        assertThat(german("a: b; c")).isEqualTo("a: b; c");
        String deep = "score: ".repeat(9);
        assertThat(german(deep + "it is busy"))
                .startsWith("Bewertung: Bewertung")
                .endsWith("score: it is busy");
    }

    @Test
    void aPartOfACatalog_knowsNothingElse() {
        Heard some = Heard.of(CATALOG + "#what.");
        assertThat(some.in(Locale.GERMAN, "score")).isEqualTo("Bewertung");
        assertThat(some.in(Locale.GERMAN, "it is busy")).isEqualTo("it is busy");
    }
}
