package org.laurelbridge.bridge.deliver.own;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of CSV (RFC 4180), safe to open in a spreadsheet. */
public final class SafeCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private SafeCsv() {}

    /** A line, its line break included. */
    public static String line(List<String> cells) {
        return cells.stream().map(SafeCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A spreadsheet runs what starts like a formula: a learner's name must not. */
    private static String cell(String text) {
        boolean isFormula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = isFormula ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
