package org.laurelbridge.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Node;

/**
 * A condition as a form shows it.
 *
 * @param word of its {@link Sort}, or {@link Sort#KEPT}
 * @param values by the keys of its fields; what is not chosen yet is not there
 * @param kept what the form does not show: other fields of it, or the whole of what it does not know; null for nothing
 * @param rows those of a group
 */
public record Row(
        String word, Map<String, String> values, @Nullable Node kept, List<Row> rows) {
    public Row {
        values = new LinkedHashMap<>(values);
        rows = List.copyOf(rows);
    }

    /** One in which nothing is chosen yet. */
    public static Row empty(String word) {
        return new Row(word, Map.of(), null, List.of());
    }

    static Row group(String word, List<Row> rows) {
        return new Row(word, Map.of(), null, rows);
    }

    /** What a form does not know. */
    static Row unknown(Node condition) {
        return new Row(Sort.KEPT, Map.of(), condition, List.of());
    }

    public boolean isGroup() {
        return Sort.find(word).filter(Sort::isGroup).isPresent();
    }

    Stream<String> names() {
        Stream<String> own = Sort.find(word)
                .flatMap(Sort::label)
                .flatMap(label -> Optional.ofNullable(values.get(label.key())))
                .stream();
        return Stream.concat(own, rows.stream().flatMap(Row::names));
    }

    int count() {
        return 1 + rows.stream().mapToInt(Row::count).sum();
    }

    Stream<String> activities() {
        Stream<String> own = Sort.find(word).map(Sort::fields).orElse(List.of()).stream()
                .filter(field -> field.input() == Input.ACTIVITY)
                .flatMap(field -> Stream.ofNullable(values.get(field.key())));
        return Stream.concat(own, rows.stream().flatMap(Row::activities));
    }

    /** The same about other activities; where one has none, it is to be chosen. */
    Row about(Function<String, Optional<String>> others) {
        Map<String, String> other = new LinkedHashMap<>(values);
        Sort.find(word).map(Sort::fields).orElse(List.of()).stream()
                .filter(field -> field.input() == Input.ACTIVITY && values.containsKey(field.key()))
                .map(Field::key)
                .forEach(key -> others.apply(other.remove(key)).ifPresent(label -> other.put(key, label)));
        return new Row(
                word, other, kept, rows.stream().map(row -> row.about(others)).toList());
    }

    Row with(List<Row> others) {
        return new Row(word, values, kept, others);
    }

    /** The same with other rows in the group at a place below; as it is where there is none. */
    Row changed(List<Integer> group, UnaryOperator<List<Row>> change) {
        if (group.isEmpty()) {
            return isGroup() ? with(change.apply(new ArrayList<>(rows))) : this;
        }
        int place = group.get(0);
        if (place >= rows.size()) {
            return this;
        }
        List<Row> others = new ArrayList<>(rows);
        others.set(place, rows.get(place).changed(group.subList(1, group.size()), change));
        return with(others);
    }
}
