package org.laurelbridge.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a node as what it should be. A node that is something else becomes a problem, and the answer is empty.
 *
 * @param problems where they go
 */
public record Values(Problems problems) {

    /** Text that is not empty. */
    public Optional<String> text(Node node) {
        if (node instanceof Node.Text text) {
            return Optional.of(text.value());
        }
        return refuse(node, node instanceof Node.Decimal || node instanceof Node.Truth ? "text, in quotes" : "text");
    }

    /** A whole number within bounds, both included. */
    public Optional<Long> whole(Node node, long min, long max) {
        if (node instanceof Node.Decimal decimal
                && decimal.value().stripTrailingZeros().scale() <= 0
                && decimal.value().compareTo(BigDecimal.valueOf(min)) >= 0
                && decimal.value().compareTo(BigDecimal.valueOf(max)) <= 0) {
            return Optional.of(decimal.value().longValueExact());
        }
        return refuse(node, "a whole number from " + min + " to " + max);
    }

    /** Any number, exact. */
    public Optional<BigDecimal> decimal(Node node) {
        return node instanceof Node.Decimal decimal ? Optional.of(decimal.value()) : refuse(node, "a number");
    }

    /** {@code 80%} or {@code 80 %} as 80. */
    public Optional<BigDecimal> percent(Node node) {
        if (node instanceof Node.Text text && text.value().endsWith("%")) {
            String number = text.value().substring(0, text.value().length() - 1).strip();
            if (number.length() <= 20 && number.matches("-?[0-9]+(\\.[0-9]+)?")) {
                return Optional.of(new BigDecimal(number));
            }
        }
        return refuse(node, "a percent, as 80%");
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> truth(Node node) {
        return node instanceof Node.Truth truth ? Optional.of(truth.value()) : refuse(node, "true or false");
    }

    /** {@code 2m 48h 90d 1y}, or 0. */
    public Optional<Span> span(Node node) {
        Optional<Span> span = Optional.empty();
        if (node instanceof Node.Text text) {
            span = Span.parse(text.value());
        } else if (node instanceof Node.Decimal decimal && decimal.value().signum() == 0) {
            span = Optional.of(Span.ZERO);
        }
        return span.isPresent() ? span : refuse(node, "a length of time, as 2m, 48h, 90d or 1y");
    }

    /** {@code 2026-03-01}, of the years 1 to 9999. */
    public Optional<LocalDate> date(Node node) {
        if (node instanceof Node.Text text) {
            try {
                LocalDate date = LocalDate.parse(text.value());
                boolean isOfOurs = date.getYear() >= 1 && date.getYear() <= 9999;
                return isOfOurs ? Optional.of(date) : refuse(node, "a day of the years 1 to 9999");
            } catch (DateTimeParseException notOne) {
                return refuse(node, "a date, as 2026-03-01");
            }
        }
        return refuse(node, "a date, as 2026-03-01");
    }

    /** One of the words, as what it stands for. Give a map with an order: the problem lists the words in it. */
    public <T> Optional<T> word(Node node, Map<String, T> words) {
        return word(node, words.keySet()).map(words::get);
    }

    /** One of the words. */
    public Optional<String> word(Node node, Collection<String> words) {
        if (node instanceof Node.Text text) {
            if (words.contains(text.value())) {
                return Optional.of(text.value());
            }
            return refuse(node, Words.expected(text.value(), words));
        }
        return refuse(node, "one of " + String.join(", ", words));
    }

    /** The nodes of a list; empty when it is none. */
    public List<Node> list(Node node) {
        if (node instanceof Node.Items items) {
            return items.nodes();
        }
        problems.add(node, "a list");
        return List.of();
    }

    /** The nodes of a list, or the one node that stands in its stead. */
    public List<Node> oneOrMore(Node node) {
        return node instanceof Node.Items items ? items.nodes() : List.of(node);
    }

    /** The entries of a map, in the order written; empty when it is none. */
    public List<Node.Entry> entries(Node node) {
        if (node instanceof Node.Entries entries) {
            return entries.inOrder();
        }
        problems.add(node, "a map");
        return List.of();
    }

    /** The entry of a map with exactly one key. */
    public Optional<Node.Entry> single(Node node) {
        if (node instanceof Node.Entries entries && entries.byKey().size() == 1) {
            return Optional.of(entries.inOrder().get(0));
        }
        return refuse(node, "a map with one key");
    }

    /** The fields of a map; none when it is no map. */
    public Fields fields(Node node) {
        return Fields.of(node, problems);
    }

    private <T> Optional<T> refuse(Node node, String expected) {
        problems.add(node, expected);
        return Optional.empty();
    }
}
