package org.laurelbridge.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.Vocabulary;
import org.laurelbridge.xapi.Problem;

/** Badge documents as people write them, tried with their own tests. */
final class Worked {
    private static final String HEAD = """
            brl: 1
            kind: badge
            id: worked
            version: 2
            title: Worked example
            """;

    private Worked() {}

    /** The badge of a document without its first five lines. */
    static Badge badge(String document) {
        RuleReader.Answer answer = read(document);
        assertThat(answer.problems()).isEmpty();
        return answer.badge().orElseThrow();
    }

    static RuleReader.Answer read(String document) {
        return new RuleReader(Vocabulary.open()).read("worked.yaml", HEAD + document);
    }

    /** What its tests find; empty when all pass. */
    static List<String> failures(String document) {
        Badge badge = badge(document);
        assertThat(badge.tests()).hasSize(document.split("expect:", -1).length - 1);
        return new RuleTests().failures(badge).stream().map(Problem::toString).toList();
    }

    /** What a reader says is wrong with it, in words. */
    static String problems(String document) {
        return String.join(
                "\n", read(document).problems().stream().map(Problem::toString).toList());
    }
}
