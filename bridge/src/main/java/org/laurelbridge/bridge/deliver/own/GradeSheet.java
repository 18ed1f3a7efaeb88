package org.laurelbridge.bridge.deliver.own;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.deliver.OwnGrades;

/** The own gradebook as lines of CSV (RFC 4180), safe to open in a spreadsheet. */
public final class GradeSheet {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private GradeSheet() {}

    /** The first line: the names of the columns. */
    public static String head() {
        return line(List.of("badge", "person", "name", "grade", "maximum", "remark", "award", "at"));
    }

    /** A grade's line, its line break included. */
    public static String line(OwnGrades.Entry entry) {
        OwnGrades.Grade grade = entry.grade();
        return line(List.of(
                grade.badge(),
                grade.person().toString(),
                entry.name() == null ? "" : entry.name(),
                plain(grade.grade()),
                plain(grade.maximum()),
                grade.remark(),
                grade.award().toString(),
                grade.stamp().toString()));
    }

    /** Any line, its line break included. */
    public static String line(List<String> cells) {
        return cells.stream().map(GradeSheet::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A spreadsheet runs what starts like a formula: a learner's name must not. */
    private static String cell(String text) {
        boolean isFormula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = isFormula ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
