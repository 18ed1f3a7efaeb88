package org.laurelbridge.bridge.verify.many;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts as CSV (RFC 4180, UTF-8). A cell that a spreadsheet would take for a formula begins with an apostrophe: what strangers write
 * stands in these cells.
 */
public final class VerdictSheet {

    private static final String FORMULA = "=+-@\t\r\n";

    private VerdictSheet() {}

    /** @param language of the reasons; the words of the header and of the verdicts are for programs and stay English */
    public static String write(List<Row> rows, Locale language) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(
                    "link", "verdict", "reason", "badge", "issuer", "awarded", "valid until", "status as of");
            for (Row row : rows) {
                printer.printRecord(
                        cell(row.link()),
                        row.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        cell(row.reason().sentence(language)),
                        cell(row.badge()),
                        cell(row.issuer()),
                        cell(row.awarded()),
                        cell(row.validUntil()),
                        cell(row.statusAsOf()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String cell(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }
}
