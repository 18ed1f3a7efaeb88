package org.laurelbridge.build;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A change of the rows of a rule, as a button asks for it: {@code add:r-1}. */
public enum Change {
    /** One more condition in a group. */
    ADD,
    /** One more group in a group. */
    GROUP,
    REMOVE,
    UP,
    DOWN,
    /** A group around a row. */
    WRAP;

    /** As many conditions and groups a rule may have (rules: S12), and a form shows. */
    public static final int MOST_ROWS = 200;

    /**
     * A change at a place.
     *
     * @param path of the row, from the rule down
     */
    public record At(Change change, List<Integer> path) {

        /** Makes it; a place that is not there is left as it is, and so is all when there would be too many rows. */
        public Sheet to(Sheet sheet) {
            Sheet changed = sheet.when(made(sheet.when()));
            boolean isTooMuch = changed.rows() > MOST_ROWS && changed.rows() > sheet.rows();
            return isTooMuch ? sheet : changed;
        }

        /** The row that one goes on with. */
        public String next(Sheet changed) {
            return Posted.ROOT + path.stream().map(part -> "-" + part).reduce("", String::concat) + added(changed);
        }

        private String added(Sheet changed) {
            Row row = changed.when();
            for (int part : path) {
                if (part >= row.rows().size()) {
                    return "";
                }
                row = row.rows().get(part);
            }
            boolean isAdded = change == ADD || change == GROUP;
            return isAdded && !row.rows().isEmpty() ? "-" + (row.rows().size() - 1) : "";
        }

        private Row made(Row rule) {
            return switch (change) {
                case ADD -> rule.changed(path, rows -> with(rows, Row.empty("completed")));
                case GROUP -> rule.changed(path, rows -> with(rows, Row.group("all", List.of(Row.empty("completed")))));
                case WRAP ->
                    path.isEmpty()
                            ? Row.group("all", List.of(rule))
                            : inGroup(rule, (rows, at) -> rows.set(at, Row.group("all", List.of(rows.get(at)))));
                case REMOVE -> inGroup(rule, (rows, at) -> rows.remove(at));
                case UP -> inGroup(rule, (rows, at) -> rows.add(Math.max(0, at - 1), rows.remove(at)));
                case DOWN -> inGroup(rule, (rows, at) -> rows.add(Math.min(rows.size() - 1, at + 1), rows.remove(at)));
            };
        }

        private static List<Row> with(List<Row> rows, Row row) {
            rows.add(row);
            return rows;
        }

        private interface Step {
            void make(List<Row> rows, int at);
        }

        private Row inGroup(Row rule, Step step) {
            if (path.isEmpty()) {
                return rule;
            }
            int at = path.get(path.size() - 1);
            return rule.changed(path.subList(0, path.size() - 1), rows -> {
                if (at < rows.size()) {
                    step.make(rows, at);
                }
                return rows;
            });
        }
    }

    /** Reads what a button says; empty when it is another one. */
    public static Optional<At> read(String button) {
        return Arrays.stream(values())
                .filter(change -> button.matches(change.button() + ":" + Posted.ROOT + "(-[0-9]{1,3})*"))
                .findFirst()
                .map(change -> new At(change, path(button)));
    }

    /** As {@code add}. */
    public String button() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<Integer> path(String button) {
        return Arrays.stream(button.split("-")).skip(1).map(Integer::valueOf).toList();
    }
}
