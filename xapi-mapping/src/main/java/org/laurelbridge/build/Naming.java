package org.laurelbridge.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Conditions that others come after: a form points at them by their place, a document by a name, which is given here. */
final class Naming {
    private static final String POINTER = "@";
    private static final int LONGEST = 90;

    private final Map<String, Row> byPlace;
    private final Set<String> taken;
    private final Map<String, String> given = new HashMap<>();

    private Naming(Row rule, String root) {
        byPlace = places(rule, root, false);
        taken = rule.names().collect(Collectors.toCollection(HashSet::new));
    }

    /** The conditions that others can come after, by what a form sends for each. */
    static Map<String, String> offered(Row rule, String root) {
        Map<String, String> offered = new LinkedHashMap<>();
        places(rule, root, false).forEach((place, row) -> offered.put(name(row).orElse(POINTER + place), place));
        return offered;
    }

    /** The same rule with names in place of what points at places. */
    static Row named(Row rule, String root) {
        Naming naming = new Naming(rule, root);
        Row pointed = naming.pointed(rule);
        return naming.given.isEmpty() ? pointed : naming.labelled(pointed, root);
    }

    private Row pointed(Row row) {
        Map<String, String> values = new LinkedHashMap<>(row.values());
        fields(row).stream()
                .filter(field -> field.input() == Input.NAME && values.containsKey(field.key()))
                .forEach(field -> values.computeIfPresent(field.key(), (key, said) -> name(said)));
        return new Row(
                row.word(),
                values,
                row.kept(),
                row.rows().stream().map(this::pointed).toList());
    }

    private String name(String said) {
        String place = said.startsWith(POINTER) ? said.substring(POINTER.length()) : "";
        Row row = byPlace.get(place);
        if (row == null || taken.contains(said)) {
            return said;
        }
        return name(row).orElseGet(() -> given.computeIfAbsent(place, any -> free(row)));
    }

    /** The activity's label says most to who reads the document. */
    private String free(Row row) {
        String word = row.activities().findFirst().orElse(row.word());
        String base = word.codePointCount(0, word.length()) > LONGEST ? row.word() : word;
        String name = base;
        for (int number = 2; !taken.add(name); number++) {
            name = base + "-" + number;
        }
        return name;
    }

    private Row labelled(Row row, String place) {
        Map<String, String> values = new LinkedHashMap<>(row.values());
        String name = given.get(place);
        if (name != null) {
            label(row).ifPresent(key -> values.put(key, name));
        }
        List<Row> rows = new ArrayList<>();
        for (int part = 0; part < row.rows().size(); part++) {
            rows.add(labelled(row.rows().get(part), place + "-" + part));
        }
        return new Row(row.word(), values, row.kept(), rows);
    }

    /** Those that can have a name: none in what is asked for in order. */
    private static Map<String, Row> places(Row row, String place, boolean isInOrder) {
        Map<String, Row> places = new LinkedHashMap<>();
        if (label(row).isPresent() && !isInOrder) {
            places.put(place, row);
        }
        for (int part = 0; part < row.rows().size(); part++) {
            places.putAll(places(
                    row.rows().get(part),
                    place + "-" + part,
                    isInOrder || row.word().equals("inOrder")));
        }
        return places;
    }

    private static Optional<String> name(Row row) {
        return label(row).map(key -> row.values().getOrDefault(key, "")).filter(name -> !name.isBlank());
    }

    private static Optional<String> label(Row row) {
        return Sort.find(row.word()).flatMap(Sort::label).map(Field::key);
    }

    private static List<Field> fields(Row row) {
        return Sort.find(row.word()).map(Sort::fields).orElse(List.of());
    }
}
