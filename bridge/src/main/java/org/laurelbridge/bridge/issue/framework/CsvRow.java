package org.laurelbridge.bridge.issue.framework;

import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Problem;

/**
 * A row of a table.
 *
 * @param line where it begins, from 1 on
 * @param columns where each column stands, by its name in lower case
 */
record CsvRow(long line, Map<String, Integer> columns, CSVRecord cells) {

    /** The text of a column without space around it; null where it has none, or there is no such column. */
    @Nullable
    String get(String column) {
        Integer place = columns.get(column);
        if (place == null || place >= cells.size()) {
            return null;
        }
        String text = cells.get(place).strip();
        return text.isEmpty() ? null : text;
    }

    String place() {
        return "line " + line;
    }

    /** Nothing stands where something must. */
    Problem missing(String column) {
        return new Problem(place() + "/" + column, "nothing", "text", "");
    }
}
