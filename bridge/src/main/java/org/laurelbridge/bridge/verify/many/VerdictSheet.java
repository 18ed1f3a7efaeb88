package org.laurelbridge.bridge.verify.many;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.Sheet;

/**
 * Verdicts as CSV (RFC 4180, UTF-8). A cell that a spreadsheet would take for a formula begins with an apostrophe: what strangers write
 * stands in these cells.
 */
public final class VerdictSheet {

    private VerdictSheet() {}

    /**
     * The whole sheet with its header.
     *
     * @param language of the reasons; the words of the header and of the verdicts are for programs and stay English
     */
    public static String write(List<Row> rows, Locale language) {
        String head = Sheet.line(List.of(
                "link", "verdict", "reason", "badge", "issuer", "issuer id", "awarded", "valid until", "status as of"));
        return head + rows.stream().map(row -> Sheet.line(cells(row, language))).collect(Collectors.joining());
    }

    private static List<String> cells(Row row, Locale language) {
        return List.of(
                row.link(),
                row.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                row.reason().sentence(language),
                row.badge(),
                row.issuer(),
                row.issuerId(),
                text(row.awarded()),
                text(row.validUntil()),
                text(row.statusAsOf()));
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }
}
