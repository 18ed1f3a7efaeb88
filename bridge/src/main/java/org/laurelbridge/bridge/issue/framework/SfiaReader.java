package org.laurelbridge.bridge.issue.framework;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Problem;

/**
 * Reads {@link Format#SFIA}: the sheet of skills that the SFIA Foundation gives out, saved as CSV, with the columns {@code Code},
 * {@code Skill}, {@code Overall description}, {@code Level 1 description} to {@code Level 7 description}, and {@code URL} where there
 * is one (from SFIA 9 on). Other columns are passed over. A skill becomes the item {@code ITOP}, and each level that is described
 * one below it, {@code ITOP.3}.
 */
final class SfiaReader implements FrameworkReader, CsvRows.Table {

    private static final int LEVELS = 7;

    @Override
    public void read(InputStream bytes, ItemSink sink) throws IOException {
        CsvRows.read(bytes, sink, this);
    }

    @Override
    public List<Problem> check(Map<String, Integer> columns) {
        List<Problem> problems = Columns.missing(columns, List.of("code", "skill", "overall description"));
        boolean hasLevel = columns.keySet().stream().anyMatch(SfiaReader::isLevel);
        return problems.isEmpty() && !hasLevel ? Columns.missing(columns, List.of(column(1))) : problems;
    }

    static boolean isLevel(String column) {
        return column.matches("level [1-7] description");
    }

    private static String column(int level) {
        return "level " + level + " description";
    }

    @Override
    public void row(CsvRow row, ItemSink sink) {
        String code = row.get("code");
        String name = row.get("skill");
        if (code == null) {
            sink.problem(row.missing("Code"));
        }
        if (name == null) {
            sink.problem(row.missing("Skill"));
        }
        if (code != null && name != null) {
            sink.item(
                    Item.of(code, name, row.get("overall description"))
                            .at(row.get("url"))
                            .typed("Skill"),
                    row.place());
            for (int level = 1; level <= LEVELS; level++) {
                level(row, level, row.get(column(level)), code, name, sink);
            }
        }
    }

    private static void level(CsvRow row, int level, @Nullable String said, String code, String name, ItemSink sink) {
        if (said != null) {
            Item item = Item.of(code + "." + level, name + ", level " + level, said)
                    .at(row.get("url"))
                    .typed("Skill level")
                    .onLevel("Level " + level)
                    .below(code);
            sink.item(item, row.place() + "/Level " + level + " description");
        }
    }
}
