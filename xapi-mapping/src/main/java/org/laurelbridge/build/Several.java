package org.laurelbridge.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Several activities that were chosen at once, as a button asks for it: {@code several:r}.
 *
 * @param at the group that they come into
 * @param word of the condition that each of them becomes
 * @param labels of the activities
 * @param enough how many of them are asked for: they come into a group of their own; empty for all
 */
public record Several(Change.At at, String word, List<String> labels, String enough) {
    /** What can become of each. */
    public static final List<String> WORDS = List.of("completed", "passed");

    private static final String BUTTON = "several";

    public Several {
        labels = List.copyOf(labels);
    }

    /** The name of the box of an activity; without a label what all their names begin with. */
    public static String box(String place, String label) {
        return Posted.name(place, BUTTON) + ":" + label;
    }

    /** The name of the field that says how many are enough. */
    public static String enough(String place) {
        return Posted.name(place, "enough");
    }

    /** The name of the field that says what becomes of each. */
    public static String each(String place) {
        return Posted.name(place, "each");
    }

    /** Reads what a button says, with the form that it came in, in whose order the activities come; empty when it is another one. */
    public static Optional<Several> read(String button, Map<String, String> form) {
        return button.startsWith(BUTTON + ":")
                ? Change.read(Change.ADD.button() + button.substring(BUTTON.length()))
                        .map(at -> read(at, form))
                : Optional.empty();
    }

    private static Several read(Change.At at, Map<String, String> form) {
        String box = box(at.place(), "");
        List<String> labels = form.keySet().stream()
                .filter(name -> name.startsWith(box) && name.length() > box.length())
                .map(name -> name.substring(box.length()))
                .toList();
        String word = form.getOrDefault(each(at.place()), "");
        return new Several(
                at,
                WORDS.contains(word) ? word : WORDS.get(0),
                labels,
                form.getOrDefault(enough(at.place()), "").strip());
    }

    /** Puts them there, in place of conditions in which nothing was chosen; as it is when there would be too many rows. */
    public Sheet to(Sheet sheet) {
        return labels.isEmpty() ? sheet : at.changed(sheet, rule -> rule.changed(at.path(), this::with));
    }

    /** The row that one goes on with. */
    public String next(Sheet changed) {
        Row group = at.row(changed);
        if (group == null || group.rows().isEmpty() || enough.isEmpty() || labels.isEmpty()) {
            return at.place();
        }
        return at.place() + "-" + (group.rows().size() - 1);
    }

    private List<Row> with(List<Row> rows) {
        List<Row> those = labels.stream()
                .map(label -> new Row(word, Map.of("on", label), null, List.of()))
                .toList();
        Stream<Row> come =
                enough.isEmpty() ? those.stream() : Stream.of(new Row("atLeast", Map.of("n", enough), null, those));
        List<Row> all = new ArrayList<>(rows);
        all.removeIf(row -> row.equals(Row.empty("completed")));
        come.forEach(all::add);
        return all;
    }
}
