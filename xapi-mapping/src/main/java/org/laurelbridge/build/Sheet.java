package org.laurelbridge.build;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.DocumentReader;
import org.laurelbridge.document.DocumentWriter;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Nodes;
import org.laurelbridge.document.Problems;

/**
 * A badge document as a form shows it.
 *
 * @param values of the badge itself, by the keys of {@link #FIELDS}
 * @param when its rule
 * @param kept all else that the document says; null for nothing
 */
public record Sheet(
        Map<String, String> values, Row when, @Nullable Node kept) {
    /** What is chosen of a badge besides its rule. */
    public static final List<Field> FIELDS = List.of(
            Field.of("title", Input.TEXT),
            Field.of("id", Input.TEXT),
            Field.of("description", Input.LINES),
            Field.choice("award", "auto", "claim", "approve"),
            Field.of("version", Input.NUMBER),
            Field.of("valid.for", Input.SPAN),
            Field.of("valid.until", Input.DATE),
            Field.of("remind", Input.SPANS),
            Field.of("renew.opens.before", Input.SPAN),
            Field.of("renew.closes.after", Input.SPAN),
            Field.choice("renew.from", "expiry", "earned"),
            Field.choice("repeat", "never", "cycles"),
            Field.choice("unsupported", "review", "suspend", "revoke", "keep"),
            Field.of("rigour.assessment", Input.TEXT));

    /** Those of them that say how long a badge holds, and on what it stands. */
    public static List<Field> lasting() {
        return FIELDS.subList(5, FIELDS.size());
    }

    public Sheet {
        values = new LinkedHashMap<>(values);
    }

    /** Of a badge that is not thought of yet. */
    public static Sheet blank() {
        return new Sheet(Map.of("version", "1"), Row.group("all", List.of(Row.empty("completed"))), null);
    }

    /** Reads a document, right or wrong, so long as it is a map; empty, with its problems, when it is none. */
    public static Optional<Sheet> read(String file, String text, Problems problems) {
        return DocumentReader.readOne(file, text, problems).flatMap(node -> {
            if (node instanceof Node.Entries map) {
                return Optional.of(of(map));
            }
            problems.add(node, "a badge document");
            return Optional.empty();
        });
    }

    private static Sheet of(Node.Entries document) {
        Map<String, Node> rest = Nodes.values(document);
        rest.keySet().removeAll(List.of("brl", "kind"));
        Node when = rest.remove("when");
        Row fields = Rows.fields("", FIELDS, Nodes.map(rest));
        return new Sheet(fields.values(), when == null ? Row.group("all", List.of()) : Rows.of(when), fields.kept());
    }

    /** The document, in one way only. */
    public String document() {
        Map<String, Node> said = Rows.values(FIELDS, values, kept);
        Map<String, Node> document = new LinkedHashMap<>();
        document.put("brl", Nodes.number("1"));
        document.put("kind", Nodes.text("badge"));
        for (String key : List.of("id", "version", "title", "description")) {
            Optional.ofNullable(said.remove(key)).ifPresent(value -> document.put(key, value));
        }
        document.put("when", Rows.condition(when));
        document.putAll(said);
        return DocumentWriter.write(Nodes.map(document));
    }

    /** The same with another value of the badge. */
    public Sheet with(String key, String value) {
        Map<String, String> others = new LinkedHashMap<>(values);
        others.put(key, value);
        return new Sheet(others, when, kept);
    }

    /** The same with something else that it says. */
    public Sheet saying(String key, Node value) {
        Map<String, Node> all = kept instanceof Node.Entries map ? Nodes.values(map) : new LinkedHashMap<>();
        all.put(key, value);
        return new Sheet(values, when, Nodes.map(all));
    }

    /** The same without something that it says. */
    public Sheet without(String key) {
        if (!(kept instanceof Node.Entries map)) {
            return this;
        }
        Map<String, Node> all = Nodes.values(map);
        all.remove(key);
        return new Sheet(values, when, all.isEmpty() ? null : Nodes.map(all));
    }

    /** How many conditions and groups it has. */
    public int rows() {
        return when.count();
    }

    /** What its conditions are called, so that others can come after them. */
    public Set<String> names() {
        return when.names().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The labels of activities that its rule was told to be about, right or wrong. */
    public Set<String> activities() {
        return when.activities().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The same rule about other activities.
     *
     * @param others the label in place of one; empty where there is none, so that it is to be chosen
     */
    public Sheet about(Function<String, Optional<String>> others) {
        return new Sheet(values, when.about(others), kept);
    }

    Sheet when(Row other) {
        return new Sheet(values, other, kept);
    }
}
