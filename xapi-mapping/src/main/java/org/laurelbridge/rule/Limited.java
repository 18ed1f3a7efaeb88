package org.laurelbridge.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;

/**
 * Reads what has a limit, since it stands in every credential.
 *
 * @param problems where what is wrong is told
 */
record Limited(Problems problems) {
    private static final int DECIMALS = 2;

    Optional<String> text(Fields fields, String key, int longest) {
        return fields.node(key).flatMap(node -> text(fields, node, longest));
    }

    /** A list of text. */
    List<String> texts(Fields fields, String key, int most, int longest) {
        List<String> texts = new ArrayList<>();
        for (Node node : list(fields, key, most)) {
            text(fields, node, longest).ifPresent(texts::add);
        }
        return texts;
    }

    /** A list of text, none of it twice. */
    List<String> differentTexts(Fields fields, String key, int most, int longest) {
        Set<String> texts = new LinkedHashSet<>();
        for (Node node : list(fields, key, most)) {
            text(fields, node, longest)
                    .filter(text -> !texts.add(text))
                    .ifPresent(twice -> problems.add(node, "each once"));
        }
        return List.copyOf(texts);
    }

    /** A number above 0, with two decimals at most. */
    Optional<BigDecimal> amount(Fields fields, String key, int most) {
        Optional<BigDecimal> number = fields.decimal(key);
        Optional<BigDecimal> amount = number.filter(value -> value.signum() > 0
                && value.compareTo(BigDecimal.valueOf(most)) <= 0
                && value.stripTrailingZeros().scale() <= DECIMALS);
        if (number.isPresent() && amount.isEmpty()) {
            fields.node(key)
                    .ifPresent(node -> problems.add(
                            node, "a number above 0, of at most " + most + " and with at most two decimals"));
        }
        return amount;
    }

    private List<Node> list(Fields fields, String key, int most) {
        List<Node> nodes = fields.list(key);
        if (nodes.size() > most) {
            fields.node(key)
                    .ifPresent(node -> problems.add(node.place(), "a list of " + nodes.size(), "at most " + most));
        }
        return nodes;
    }

    private Optional<String> text(Fields fields, Node node, int longest) {
        Optional<String> text = fields.values().text(node);
        int length = text.map(value -> value.codePointCount(0, value.length())).orElse(0);
        if (length > longest) {
            problems.add(node.place(), "a text of " + length + " characters", "at most " + longest);
        }
        return text;
    }
}
