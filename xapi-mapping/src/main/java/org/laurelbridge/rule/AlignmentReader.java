package org.laurelbridge.rule;

import java.util.List;
import java.util.Optional;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;

/** Reads {@code align}. Empty answers have told their problems. */
final class AlignmentReader {
    static final List<String> TYPES = List.of(
            "CFItem",
            "CFRubric",
            "CFRubricCriterion",
            "CFRubricCriterionLevel",
            "CTDL",
            "ceterms:Credential",
            "ceasn:Competency");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int LONGEST_ADDRESS = 2_000;

    private final Problems problems;
    private final Limited limited;

    AlignmentReader(Problems problems) {
        this.problems = problems;
        this.limited = new Limited(problems);
    }

    List<Badge.Alignment> alignments(List<Node> nodes) {
        return nodes.stream().flatMap(node -> alignment(node).stream()).toList();
    }

    private Optional<Badge.Alignment> alignment(Node node) {
        Fields fields = Fields.of(node, problems).require("framework", "code");
        Optional<String> framework = fields.text("framework");
        Optional<String> code = fields.text("code");
        Optional<String> name = limited.text(fields, "name", LONGEST_NAME);
        Optional<String> url = fields.node("url").flatMap(this::address);
        Optional<String> type =
                fields.node("type").flatMap(word -> new ExtensibleWord("ext:Skill", TYPES).read(word, problems));
        Optional<String> description = limited.text(fields, "description", LONGEST_DESCRIPTION);
        fields.finish();
        return framework.flatMap(in -> code.map(item -> new Badge.Alignment(
                in, item, name.orElse(null), url.orElse(null), type.orElse(null), description.orElse(null))));
    }

    private Optional<String> address(Node node) {
        if (node instanceof Node.Text text
                && text.value().length() <= LONGEST_ADDRESS
                && text.value().matches("https?://[^\\s\"<>\\\\^`{|}]+")) {
            return Optional.of(text.value());
        }
        problems.add(node, "an http or https address of at most " + LONGEST_ADDRESS + " characters");
        return Optional.empty();
    }
}
