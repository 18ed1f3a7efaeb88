package org.laurelbridge.bridge.verify.many;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.verify.report.Check;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Shown;
import org.laurelbridge.bridge.verify.report.Verdict;

/**
 * One link and what came of it.
 *
 * @param reason the line that made the verdict; when all is good but nobody confirms who the issuer is, that
 * @param badge what a stranger wrote, as all texts here; empty when it could not be read
 * @param issuerId by which others may know it: a name is only what it calls itself
 * @param statusAsOf when the status that was read was fetched
 */
public record Row(
        String link,
        Verdict verdict,
        Line reason,
        String badge,
        String issuer,
        String issuerId,
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
            return new Row(link, report.verdict(), report.decisive(), "", "", "", null, null, status);
        }
        Instant awarded = shown.dates().awarded();
        return new Row(
                link,
                report.verdict(),
                reason(report),
                shown.name(),
                shown.issuer().name(),
                shown.issuer().id(),
                awarded == null ? shown.dates().validFrom() : awarded,
                shown.dates().validUntil(),
                status);
    }

    private static Line reason(Report report) {
        return report.lines().stream()
                .filter(line -> report.verdict() == Verdict.GENUINE && line.reason() == Reason.ISSUER_KEY_ALONE)
                .findFirst()
                .orElse(report.decisive());
    }
}
