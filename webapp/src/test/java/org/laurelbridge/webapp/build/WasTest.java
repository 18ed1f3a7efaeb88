package org.laurelbridge.webapp.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.document.Problems;

class WasTest {
    private static final Sheet ORIGINAL = sheet("""
            when:
              all:
                - completed: {on: lab}
                - any: [{passed: {on: exam}}, {approved: {by: instructor}}]
            """);

    private static Sheet sheet(String rule) {
        return Sheet.read("badge", "brl: 1\nkind: badge\nid: both\nversion: 1\ntitle: Both\n" + rule, new Problems())
                .orElseThrow();
    }

    private static Map<String, String> was(Sheet copy) {
        return Was.of(copy, ORIGINAL, label -> "the " + label);
    }

    @Test
    void whatIsLacking_isToldByWhatStoodThere() {
        Sheet copy = ORIGINAL.about(label -> Optional.empty());
        assertThat(was(copy).values()).containsExactly("the lab", "the exam");
        assertThat(Was.lacksAny(copy.when())).isTrue();
    }

    @Test
    void whatWasMatched_isNotTold() {
        Sheet copy = ORIGINAL.about(label -> label.equals("lab") ? Optional.of("lab-two") : Optional.empty());
        assertThat(was(copy).values()).containsExactly("the exam");
        assertThat(was(ORIGINAL)).isEmpty();
        assertThat(Was.lacksAny(ORIGINAL.when())).isFalse();
    }

    @Test
    void copyThatAsksForSomethingElse_isToldNothing() {
        assertThat(was(sheet("when: {all: [{completed: {}}, {passed: {}}]}"))).isEmpty();
        assertThat(was(sheet("when: {all: [{completed: {}}]}"))).isEmpty();
    }
}
