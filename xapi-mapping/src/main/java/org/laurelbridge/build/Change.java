package org.laurelbridge.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

    /** As many skills a form adds. */
    private static final int MOST_ALIGNED = 100;

    /**
     * A change at a place.
     *
     * @param root of the rule, of that of a renewal, or of the skills
     * @param path of the row, from there down
     */
    public record At(Change change, String root, List<Integer> path) {

        /** Makes it; a place that is not there is left as it is, and so is all when there would be too many rows. */
        public Sheet to(Sheet sheet) {
            return switch (root) {
                case Posted.ALIGNED -> sheet.aligned(aligned(sheet.aligned()));
                case Posted.RENEWAL -> sheet.renewal() == null ? begun(sheet) : renewed(sheet);
                default -> changed(sheet, this::made);
            };
        }

        private Sheet begun(Sheet sheet) {
            return change == ADD && path.isEmpty()
                    ? sheet.renewal(Row.group("all", List.of(Row.empty("completed"))))
                    : sheet;
        }

        private Sheet renewed(Sheet sheet) {
            return change == REMOVE && path.isEmpty() ? sheet.renewal(null) : changed(sheet, this::made);
        }

        /** With another rule at its root. */
        Sheet changed(Sheet sheet, UnaryOperator<Row> change) {
            Row renewal = sheet.renewal();
            if (root.equals(Posted.RENEWAL) && renewal == null) {
                return sheet;
            }
            Sheet changed = root.equals(Posted.RENEWAL) && renewal != null
                    ? sheet.renewal(change.apply(renewal))
                    : sheet.when(change.apply(sheet.when()));
            boolean isTooMuch = changed.rows() > MOST_ROWS && changed.rows() > sheet.rows();
            return isTooMuch ? sheet : changed;
        }

        private List<Row> aligned(List<Row> before) {
            List<Row> rows = new ArrayList<>(before);
            if (change == ADD && path.isEmpty() && rows.size() < MOST_ALIGNED) {
                rows.add(Row.empty(Sort.ALIGNED.word()));
            } else if (change == REMOVE && path.size() == 1 && path.get(0) < rows.size()) {
                rows.remove((int) path.get(0));
            }
            return rows;
        }

        /** Where it is, as a form calls it. */
        public String place() {
            return root + path.stream().map(part -> "-" + part).reduce("", String::concat);
        }

        /** The row that one goes on with. */
        public String next(Sheet changed) {
            boolean isAdded = change == ADD || change == GROUP;
            if (root.equals(Posted.ALIGNED)) {
                return isAdded ? root + "-" + (changed.aligned().size() - 1) : "";
            }
            Row row = row(changed);
            return place()
                    + (isAdded && row != null && !row.rows().isEmpty()
                            ? "-" + (row.rows().size() - 1)
                            : "");
        }

        /** What is there; null for nothing. */
        @Nullable
        Row row(Sheet sheet) {
            Row row = root.equals(Posted.RENEWAL) ? sheet.renewal() : sheet.when();
            for (int part : path) {
                row = row == null || part >= row.rows().size()
                        ? null
                        : row.rows().get(part);
            }
            return row;
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
                .filter(change -> button.matches(change.button() + ":[" + Posted.ROOTS + "](-[0-9]{1,3})*"))
                .findFirst()
                .map(change ->
                        new At(change, button.substring(button.indexOf(':') + 1).substring(0, 1), path(button)));
    }

    /** As {@code add}. */
    public String button() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<Integer> path(String button) {
        return Arrays.stream(button.split("-")).skip(1).map(Integer::valueOf).toList();
    }
}
