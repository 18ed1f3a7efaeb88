package org.laurelbridge.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param renewal the rule of its renewal; null where that asks for the same again
 * @param aligned the skills that it stands for
 * @param kept all else that the document says; null for nothing
 */
public record Sheet(
        Map<String, String> values,
        Row when,
        @Nullable Row renewal,
        List<Row> aligned,
        @Nullable Node kept) {
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
            Field.of("rigour.assessment", Input.TEXT),
            Field.of("rigour.proctored", Input.ANSWER));

    private static final List<String> RENEWAL = List.of("renew", "when");
    private static final String ALIGN = "align";

    /** Those of them that say how long a badge holds, and on what it stands. */
    public static List<Field> lasting() {
        return FIELDS.subList(5, FIELDS.size());
    }

    public Sheet {
        values = new LinkedHashMap<>(values);
        aligned = List.copyOf(aligned);
    }

    /** Of a badge that is not thought of yet. */
    public static Sheet blank() {
        Row when = Row.group("all", List.of(Row.empty("completed")));
        return new Sheet(Map.of("version", "1"), when, null, List.of(), null);
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
        Row renewal = Rows.at(document, RENEWAL).map(Rows::of).orElse(null);
        List<Row> aligned = List.of();
        if (rest.get(ALIGN) instanceof Node.Items skills) {
            aligned = skills.nodes().stream().map(Rows::aligned).toList();
            rest.remove(ALIGN);
        }
        Node.Entries others = renewal == null ? Nodes.map(rest) : Rows.without(Nodes.map(rest), RENEWAL);
        Row fields = Rows.fields("", FIELDS, others);
        Row rule = when == null ? Row.group("all", List.of()) : Rows.of(when);
        return new Sheet(fields.values(), rule, renewal, aligned, fields.kept());
    }

    /** The document, in one way only. */
    public String document() {
        Map<String, Node> said = Rows.values(FIELDS, values, kept);
        Row again = renewal;
        if (again != null) {
            Rows.put(said, RENEWAL, Rows.condition(again));
        }
        List<Node> skills =
                aligned.stream().flatMap(row -> Rows.skill(row).stream()).toList();
        if (!skills.isEmpty()) {
            said.put(ALIGN, Nodes.list(skills));
        }
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
        return new Sheet(others, when, renewal, aligned, kept);
    }

    /** The same with something else that it says. */
    public Sheet saying(String key, Node value) {
        Map<String, Node> all = kept instanceof Node.Entries map ? Nodes.values(map) : new LinkedHashMap<>();
        all.put(key, value);
        return new Sheet(values, when, renewal, aligned, Nodes.map(all));
    }

    /** The same without something that it says. */
    public Sheet without(String key) {
        if (!(kept instanceof Node.Entries map)) {
            return this;
        }
        Map<String, Node> all = Nodes.values(map);
        all.remove(key);
        return new Sheet(values, when, renewal, aligned, all.isEmpty() ? null : Nodes.map(all));
    }

    /** How many conditions and groups it has. */
    public int rows() {
        return when.count() + (renewal == null ? 0 : renewal.count());
    }

    /**
     * The conditions that one at a place can come after: where they are, by what a form sends for each.
     *
     * @param place as a form calls it
     */
    public Map<String, String> before(String place) {
        boolean isRenewal = place.startsWith(Posted.RENEWAL);
        Row rule = isRenewal ? renewal : when;
        Map<String, String> offered = new LinkedHashMap<>(
                rule == null ? Map.of() : Naming.offered(rule, isRenewal ? Posted.RENEWAL : Posted.ROOT));
        offered.values().remove(place);
        return offered;
    }

    /** The labels of activities that its rule was told to be about, right or wrong. */
    public Set<String> activities() {
        return rules().flatMap(Row::activities).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The same rule about other activities.
     *
     * @param others the label in place of one; empty where there is none, so that it is to be chosen
     */
    public Sheet about(Function<String, Optional<String>> others) {
        Row again = renewal == null ? null : renewal.about(others);
        return new Sheet(values, when.about(others), again, aligned, kept);
    }

    private Stream<Row> rules() {
        return Stream.concat(Stream.of(when), Stream.ofNullable(renewal));
    }

    /** The same with one more skill. */
    public Sheet alignedWith(Map<String, String> skill) {
        List<Row> all = new ArrayList<>(aligned);
        all.removeIf(row -> row.equals(Row.empty(Sort.ALIGNED.word())));
        all.add(new Row(Sort.ALIGNED.word(), skill, null, List.of()));
        return aligned(all);
    }

    /** The same with another rule. */
    public Sheet when(Row other) {
        return new Sheet(values, other, renewal, aligned, kept);
    }

    Sheet renewal(@Nullable Row other) {
        return new Sheet(values, when, other, aligned, kept);
    }

    Sheet aligned(List<Row> others) {
        return new Sheet(values, when, renewal, others, kept);
    }
}
