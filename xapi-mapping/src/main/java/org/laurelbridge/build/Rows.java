package org.laurelbridge.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Nodes;

/** Between conditions of a document and rows of a form. */
final class Rows {
    private Rows() {}

    /** The row of a condition, of whatever shape. */
    static Row of(Node condition) {
        if (!(condition instanceof Node.Entries map) || map.byKey().size() != 1) {
            return Row.unknown(condition);
        }
        Node.Entry entry = map.inOrder().get(0);
        return Sort.find(entry.key())
                .flatMap(sort -> sort.isGroup() ? group(sort, entry.value()) : leaf(sort, entry.value()))
                .orElseGet(() -> Row.unknown(condition));
    }

    private static Optional<Row> group(Sort sort, Node value) {
        boolean isList = String.valueOf(sort.parts()).isEmpty();
        Optional<Node> parts = isList ? Optional.of(value) : at(value, List.of(String.valueOf(sort.parts())));
        if (parts.isEmpty() || !(parts.get() instanceof Node.Items items)) {
            return Optional.empty();
        }
        List<Row> rows = items.nodes().stream().map(Rows::of).toList();
        return isList || !(value instanceof Node.Entries fields)
                ? Optional.of(Row.group(sort.word(), rows))
                : Optional.of(fields(sort.word(), sort.fields(), without(fields, List.of("of")))
                        .with(rows));
    }

    private static Optional<Row> leaf(Sort sort, Node value) {
        if (value instanceof Node.Entries map) {
            return Optional.of(fields(sort.word(), sort.fields(), map));
        }
        String plain = sort.plain();
        return sort.fields().stream()
                .filter(field -> field.key().equals(plain))
                .findFirst()
                .flatMap(field -> field.input().text(value))
                .map(text -> new Row(sort.word(), Map.of(String.valueOf(plain), text), null, List.of()));
    }

    /** What of a map the fields can show, and the rest. */
    static Row fields(String word, List<Field> fields, Node.Entries map) {
        Map<String, String> values = new LinkedHashMap<>();
        Node.Entries rest = map;
        for (Field field : fields) {
            List<String> key = List.of(field.key().split("\\."));
            Optional<String> text = at(map, key).flatMap(field.input()::text);
            if (text.filter(field::offers).isPresent()) {
                values.put(field.key(), text.get());
                rest = without(rest, key);
            }
        }
        return new Row(word, values, rest.byKey().isEmpty() ? null : rest, List.of());
    }

    /** The row of a skill, of whatever shape. */
    static Row aligned(Node skill) {
        return skill instanceof Node.Entries map
                ? fields(Sort.ALIGNED.word(), Sort.ALIGNED.fields(), map)
                : Row.unknown(skill);
    }

    /** The skill of a row; empty when nothing is said of it. */
    static Optional<Node> skill(Row row) {
        if (!row.word().equals(Sort.ALIGNED.word())) {
            return Optional.ofNullable(row.kept());
        }
        Map<String, Node> values = values(Sort.ALIGNED.fields(), row.values(), row.kept());
        return values.isEmpty() ? Optional.empty() : Optional.of(Nodes.map(values));
    }

    /** The condition of a row. */
    static Node condition(Row row) {
        Optional<Sort> sort = Sort.find(row.word());
        Node kept = row.kept();
        if (sort.isEmpty()) {
            return kept == null ? Nodes.map(Map.of()) : kept;
        }
        return Nodes.map(Map.of(row.word(), value(sort.get(), row)));
    }

    private static Node value(Sort sort, Row row) {
        Node parts = Nodes.list(row.rows().stream().map(Rows::condition).toList());
        if ("".equals(sort.parts())) {
            return parts;
        }
        Map<String, Node> values = values(sort.fields(), row.values(), row.kept());
        if (sort.isGroup()) {
            values.put(String.valueOf(sort.parts()), parts);
        }
        String plain = String.valueOf(sort.plain());
        Node alone = row.values().containsKey(plain) ? values.get(plain) : null;
        return alone != null && values.size() == 1 ? alone : Nodes.map(values);
    }

    /** In the order of the fields; then what is kept. */
    static Map<String, Node> values(List<Field> fields, Map<String, String> chosen, @Nullable Node kept) {
        Map<String, Node> values = new LinkedHashMap<>();
        for (Field field : fields) {
            String text = chosen.getOrDefault(field.key(), "");
            if (!text.isBlank()) {
                put(values, List.of(field.key().split("\\.")), field.input().node(text));
            }
        }
        if (kept instanceof Node.Entries rest) {
            add(values, rest);
        }
        return values;
    }

    static void put(Map<String, Node> values, List<String> key, Node value) {
        if (key.size() == 1) {
            values.put(key.get(0), value);
            return;
        }
        Map<String, Node> below =
                values.get(key.get(0)) instanceof Node.Entries map ? Nodes.values(map) : new LinkedHashMap<>();
        put(below, key.subList(1, key.size()), value);
        values.put(key.get(0), Nodes.map(below));
    }

    /** What was chosen goes before what was kept. */
    private static void add(Map<String, Node> values, Node.Entries rest) {
        Nodes.values(rest).forEach((key, value) -> {
            if (values.get(key) instanceof Node.Entries there && value instanceof Node.Entries more) {
                Map<String, Node> both = Nodes.values(there);
                add(both, more);
                values.put(key, Nodes.map(both));
            } else {
                values.putIfAbsent(key, value);
            }
        });
    }

    static Optional<Node> at(Node node, List<String> key) {
        if (key.isEmpty()) {
            return Optional.of(node);
        }
        return node instanceof Node.Entries map && map.byKey().containsKey(key.get(0))
                ? at(map.byKey().get(key.get(0)).value(), key.subList(1, key.size()))
                : Optional.empty();
    }

    static Node.Entries without(Node.Entries map, List<String> key) {
        Map<String, Node> values = Nodes.values(map);
        Node.Entries rest = key.size() > 1 && values.get(key.get(0)) instanceof Node.Entries below
                ? without(below, key.subList(1, key.size()))
                : Nodes.map(Map.of());
        if (rest.byKey().isEmpty()) {
            values.remove(key.get(0));
        } else {
            values.put(key.get(0), rest);
        }
        return Nodes.map(values);
    }
}
