package org.laurelbridge.build;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Nodes;

/** How a value of a document is chosen or typed. What is typed wrong is written as it is: the reader of rules tells it. */
public enum Input {
    /** A label of the mapping. */
    ACTIVITY,
    /** A kind of the mapping. */
    KIND,
    /** Some kinds, by commas. */
    KINDS,
    /** A badge by its id. */
    BADGE,
    /** Some badges by their ids, by commas. */
    BADGES,
    /** One of some words. */
    WORD,
    TEXT,
    /** Text of more than one line. */
    LINES,
    /** {@code 80} for {@code 80%}. */
    PERCENT,
    NUMBER,
    /** A number, or a number with its unit. */
    AMOUNT,
    DATE,
    /** As {@code 90d}. */
    SPAN,
    /** Some of them, by commas. */
    SPANS,
    /** What another condition of the rule is called. */
    NAME,
    /** What the condition itself is called, so that others can come after it: a form gives it by itself. */
    LABEL,
    /** Who tells it, by the name that the mapping lists. */
    SOURCE,
    /** There or not. */
    TRUTH,
    /** Yes, no, or nothing said. */
    ANSWER;

    /** The units that can be chosen beside a number; empty where none can. */
    public List<String> units() {
        return switch (this) {
            case SPAN, SPANS -> List.of("d", "w", "mo", "y");
            case AMOUNT -> List.of("", "h", "m", "%");
            default -> List.of();
        };
    }

    /** What a form shows of a value; empty when it cannot show it. */
    Optional<String> text(Node node) {
        return shown(node)
                .filter(text -> !text.isBlank() && text.chars().noneMatch(letter -> isStrange(letter)))
                .filter(text -> Nodes.same(node(text), node));
    }

    private Optional<String> shown(Node node) {
        if (node instanceof Node.Items list && (this == KINDS || this == BADGES || this == SPANS)) {
            return Optional.of(list.nodes().stream()
                    .map(item -> item instanceof Node.Text text ? text.value() : "")
                    .collect(Collectors.joining(", ")));
        }
        if (node instanceof Node.Decimal number) {
            return Optional.of(number.written());
        }
        if (node instanceof Node.Truth truth) {
            return Optional.of(String.valueOf(truth.value()));
        }
        if (node instanceof Node.Text text) {
            return Optional.of(this == PERCENT ? text.value().replaceFirst("%$", "") : text.value());
        }
        return Optional.empty();
    }

    /** The value that was typed; not for what is blank. */
    Node node(String text) {
        return switch (this) {
            case PERCENT -> Nodes.text(text.matches("-?[0-9.]+") ? text + "%" : text);
            case NUMBER, AMOUNT -> Nodes.number(text);
            case TRUTH, ANSWER -> Nodes.truth(Boolean.parseBoolean(text));
            case BADGES, SPANS -> several(text);
            case KINDS -> text.contains(",") ? several(text) : Nodes.text(text);
            default -> Nodes.text(text);
        };
    }

    private static Node several(String text) {
        return Nodes.list(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(Nodes::text)
                .toList());
    }

    private boolean isStrange(int letter) {
        return Character.isISOControl(letter) && !(this == LINES && letter == '\n');
    }
}
