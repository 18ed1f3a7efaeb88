package org.laurelbridge.bridge.verify.many;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.verify.report.Check;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Shown;
import org.laurelbridge.bridge.verify.report.Verdict;

/**
 * One link and what came of it.
 *
 * @param reason the line that made the verdict
 * @param badge what a stranger wrote, as all texts here; empty when it could not be read
 * @param statusAsOf when the status that was read was fetched
 */
public record Row(
        String link,
        Verdict verdict,
        Line reason,
        String badge,
        String issuer,
        @Nullable Instant awarded,
        @Nullable Instant validUntil,
        @Nullable Instant statusAsOf) {

    static Row of(String link, Report report) {
        Shown shown = report.shown();
        Instant status = report.lines().stream()
                .filter(line -> line.check() == Check.STATUS)
                .map(Line::asOf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (shown == null) {
            return new Row(link, report.verdict(), report.decisive(), "", "", null, null, status);
        }
        Instant awarded = shown.dates().awarded();
        return new Row(
                link,
                report.verdict(),
                report.decisive(),
                shown.name(),
                shown.issuer().name().isEmpty()
                        ? shown.issuer().id()
                        : shown.issuer().name(),
                awarded == null ? shown.dates().validFrom() : awarded,
                shown.dates().validUntil(),
                status);
    }
}
