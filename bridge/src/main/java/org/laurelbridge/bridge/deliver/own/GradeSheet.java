package org.laurelbridge.bridge.deliver.own;

import java.math.BigDecimal;
import java.util.List;
import org.laurelbridge.bridge.deliver.OwnGrades;
import org.laurelbridge.bridge.record.Sheet;

/** The own gradebook as lines of CSV (RFC 4180), safe to open in a spreadsheet. */
public final class GradeSheet {

    private GradeSheet() {}

    /** The first line: the names of the columns. */
    public static String head() {
        return Sheet.line(List.of("badge", "person", "name", "grade", "maximum", "remark", "award", "at"));
    }

    /** A grade's line, its line break included. */
    public static String line(OwnGrades.Entry entry) {
        OwnGrades.Grade grade = entry.grade();
        return Sheet.line(List.of(
                grade.badge(),
                grade.person().toString(),
                entry.name() == null ? "" : entry.name(),
                plain(grade.grade()),
                plain(grade.maximum()),
                grade.remark(),
                grade.award().toString(),
                grade.stamp().toString()));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
