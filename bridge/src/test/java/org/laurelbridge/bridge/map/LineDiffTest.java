package org.laurelbridge.bridge.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void changedLine_isShownWithTwoLinesAroundIt() {
        String before = "a\nb\nc\nd\ne\nf\ng\nh\ni\n";
        assertThat(LineDiff.of(before, before.replace("d\n", "D\n").replace("i\n", "")))
                .containsExactly("  b", "  c", "- d", "+ D", "  e", "  f", "  g", "  h", "- i");
        assertThat(LineDiff.of(before, "A\n" + before.substring(2) + "j\n"))
                .containsExactly("- a", "+ A", "  b", "  c", "…", "  h", "  i", "+ j");
    }

    @Test
    void sameLines_showNothing() {
        assertThat(LineDiff.of("a\nb", "a\nb\n")).isEmpty();
    }

    @Test
    void whatIsShown_makesOneTextOfTheOther() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            List<String> before = words(random);
            List<String> after = words(random);
            List<String> shown = LineDiff.of(String.join("\n", before), String.join("\n", after));
            assertThat(count(shown, "+ ") - count(shown, "- ")).isEqualTo(after.size() - before.size());
            assertThat(shown.stream().filter(line -> line.startsWith("+ ")).map(line -> line.substring(2)))
                    .isSubsetOf(after);
        }
    }

    @Test
    void longTexts_areShownAsAWhole() {
        String before = String.join("\n", Collections.nCopies(4_000, "x"));
        assertThat(LineDiff.of("a\n" + before, "b\n" + before)).hasSize(8_002);
    }

    private static long count(List<String> lines, String mark) {
        return lines.stream().filter(line -> line.startsWith(mark)).count();
    }

    private static List<String> words(Random random) {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> String.valueOf(random.nextInt(4)))
                .collect(Collectors.toList());
    }
}
