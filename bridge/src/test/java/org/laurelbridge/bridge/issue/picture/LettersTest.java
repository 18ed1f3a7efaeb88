package org.laurelbridge.bridge.issue.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTest {

    private static final Letters LETTERS = Letters.load();

    @Test
    void missing_areTheCharactersWithoutAnOutline() {
        assertThat(LETTERS.missing("Größe, Ωμέγα, Основы, בטיחות, السلامة ★ \u200D½"))
                .isEmpty();
        assertThat(LETTERS.missing("网络 a 网 🏆")).isEqualTo("网络🏆");
    }

    @Test
    void line_isAsWideAsItsLetters() {
        double width = LETTERS.line("A").width();

        assertThat(width).isBetween(0.7, 0.8);
        assertThat(LETTERS.line("AAA").width()).isEqualTo(3 * width);
        assertThat(LETTERS.line("A网\u0007A"))
                .extracting(Letters.Line::width)
                .isEqualTo(LETTERS.line("A A").width());
        assertThat(LETTERS.line("A").outline().getBounds2D().getMinY()).isBetween(-0.75, -0.7);
        assertThat(LETTERS.line("e\u0301").width()).isEqualTo(LETTERS.line("é").width());
    }

    @Test
    void visualOrder_ofHebrewWithNumbersAndBrackets() {
        assertThat(VisualOrder.of("abc (d)")).isEqualTo("abc (d)");
        assertThat(VisualOrder.of("אבג")).isEqualTo("גבא");
        assertThat(VisualOrder.of("אב 12 (ג)")).isEqualTo("(ג) 12 בא");
        assertThat(VisualOrder.of("ISO אב")).isEqualTo("ISO בא");
    }

    @Test
    void arabic_isJoined() {
        // beh: initial, medial, final; alef joins only what is before it
        assertThat(ArabicForms.joined("ببب")).isEqualTo("\uFE91\uFE92\uFE90");
        assertThat(ArabicForms.joined("اب")).isEqualTo("\uFE8D\uFE8F");
        assertThat(ArabicForms.joined("با ب")).isEqualTo("\uFE91\uFE8E \uFE8F");
        assertThat(ArabicForms.joined("ب\u064Eب")).isEqualTo("\uFE91\u064E\uFE90");
        // lam with alef, alone and after a letter
        assertThat(ArabicForms.joined("لا")).isEqualTo("\uFEFB");
        assertThat(ArabicForms.joined("بلا")).isEqualTo("\uFE91\uFEFC");
        assertThat(ArabicForms.joined("plain")).isEqualTo("plain");
    }
}
