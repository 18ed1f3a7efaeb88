package org.laurelbridge.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes documents as people would, in one way only: what {@link DocumentReader} reads from it says the same. */
public final class DocumentWriter {
    private static final int WIDTH = 100;
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern WORDS = Pattern.compile("\\p{L}([\\p{L}0-9 _./%()'-]*[\\p{L}0-9_./%()'-])?");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.[0-9]+)?(%|s|m|h|d|w|mo|y)|[0-9]{4}-[0-9]{2}-[0-9]{2}");
    /** What some reader of YAML takes for something else than text. */
    private static final Set<String> TAKEN = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private DocumentWriter() {}

    /** A document of many lines; what fits stands in one. */
    public static String write(Node.Entries document) {
        StringBuilder text = new StringBuilder();
        entries(text, document, 0);
        return text.toString();
    }

    /** A value in one line. */
    public static String line(Node node) {
        if (node instanceof Node.Entries map) {
            return map.inOrder().stream()
                    .map(entry -> key(entry.key()) + ": " + line(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof Node.Items list) {
            return list.nodes().stream().map(DocumentWriter::line).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof Node.Decimal number) {
            return number.written();
        }
        if (node instanceof Node.Truth truth) {
            return String.valueOf(truth.value());
        }
        return node instanceof Node.Text text ? text(text.value()) : "null";
    }

    private static void entries(StringBuilder text, Node.Entries map, int indent) {
        for (Node.Entry entry : map.inOrder()) {
            String start = " ".repeat(indent) + key(entry.key()) + ":";
            text.append(start);
            String line = line(entry.value());
            boolean fits = isShort(entry.value()) && start.length() + line.length() < WIDTH;
            if (fits || isSingle(entry.value())) {
                text.append(' ').append(line).append('\n');
            } else if (entry.value() instanceof Node.Entries below) {
                text.append('\n');
                entries(text, below, indent + 2);
            } else if (entry.value() instanceof Node.Items list) {
                text.append('\n');
                list.nodes().forEach(item -> item(text, item, indent + 2));
            }
        }
    }

    private static void item(StringBuilder text, Node item, int indent) {
        String mark = " ".repeat(indent) + "- ";
        if (item instanceof Node.Entries map && !map.byKey().isEmpty()) {
            StringBuilder below = new StringBuilder();
            entries(below, map, mark.length());
            text.append(mark).append(below, mark.length(), below.length());
        } else {
            text.append(mark).append(line(item)).append('\n');
        }
    }

    private static boolean isSingle(Node node) {
        if (node instanceof Node.Entries map) {
            return map.byKey().isEmpty();
        }
        return !(node instanceof Node.Items list) || list.nodes().isEmpty();
    }

    /** What reads well in one line: no list of maps within. */
    private static boolean isShort(Node node) {
        if (node instanceof Node.Items list) {
            return list.nodes().stream().allMatch(DocumentWriter::isSingle);
        }
        return !(node instanceof Node.Entries map)
                || map.inOrder().stream().allMatch(entry -> isShort(entry.value()));
    }

    private static String key(String key) {
        boolean isPlain = KEY.matcher(key).matches() && !List.of("true", "false", "null").contains(key.toLowerCase(Locale.ROOT));
        return isPlain ? key : quoted(key);
    }

    private static String text(String value) {
        boolean isPlain = AMOUNT.matcher(value).matches()
                || (WORDS.matcher(value).matches() && !TAKEN.contains(value.toLowerCase(Locale.ROOT)));
        return isPlain ? value : quoted(value);
    }

    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().forEach(letter -> {
            switch (letter) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                default -> {
                    if (isShown(letter)) {
                        text.appendCodePoint(letter);
                    } else {
                        text.append(String.format(Locale.ROOT, "\\U%08x", letter));
                    }
                }
            }
        });
        return text.append('"').toString();
    }

    private static boolean isShown(int letter) {
        return !Character.isISOControl(letter)
                && switch (Character.getType(letter)) {
                    case Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> false;
                    default -> true;
                };
    }
}
