package org.laurelbridge.bridge.backpack;

import java.util.List;
import org.laurelbridge.bridge.verify.report.Check;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;

/** Whether the issuer of a badge that is not refused for worse stands behind it, whatever became of the badge since. */
enum Vouching {
    /** The issuer does: proof and issuer were checked. */
    GIVEN,
    /** Nobody answered who could tell: it may be told another time. */
    AWAY,
    /** Nobody will ever tell, as with a proof of a kind that Laurel does not know: anybody may have written it. */
    NONE;

    static Vouching of(Report report) {
        List<Reason> open = report.lines().stream()
                .map(line -> line.reason())
                .filter(reason -> reason.check() == Check.SIGNATURE || reason.check() == Check.ISSUER)
                .filter(reason -> reason.verdict() == Verdict.UNCHECKED)
                .toList();
        if (open.isEmpty()) {
            return GIVEN;
        }
        return open.stream().allMatch(reason -> reason == Reason.HOSTED_FAILED || reason == Reason.ISSUER_FAILED)
                ? AWAY
                : NONE;
    }
}
