package org.laurelbridge.bridge.deliver.own;

import java.util.List;
import org.laurelbridge.bridge.record.Sheet;

/** Lines of CSV (RFC 4180), safe to open in a spreadsheet. */
public final class SafeCsv {
    private SafeCsv() {}

    /** A line, its line break included. */
    public static String line(List<String> cells) {
        return Sheet.line(cells);
    }
}
