package org.laurelbridge.bridge.backpack;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.verify.key.Documents;
import org.laurelbridge.bridge.verify.key.Documents.Read;
import org.laurelbridge.bridge.verify.key.Jws;
import org.laurelbridge.bridge.verify.ob2.Ob2Assertions;
import org.laurelbridge.bridge.verify.report.Moments;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Shown;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a badge says it is.
 *
 * @param issuer its id; empty where nobody could tell
 * @param id null when it has none
 * @param validFrom null when it does not say
 */
record Claim(
        String format,
        String issuer,
        String issuerName,
        String title,
        @Nullable String id,
        @Nullable Instant validFrom) {

    /** What was found in it; empty when it could not be read. */
    static Optional<Claim> of(Report report, String text) {
        Shown shown = report.shown();
        return shown == null ? unseen(report, text) : Optional.of(of(shown));
    }

    private static Claim of(Shown shown) {
        return new Claim(
                shown.format(),
                shown.issuer().id(),
                shown.issuer().name(),
                shown.name(),
                shown.details().id(),
                shown.dates().validFrom());
    }

    /** An assertion of 2.0 tells of badge and issuer by addresses: when nobody answers there, it says no more than its own. */
    private static Optional<Claim> unseen(Report report, String text) {
        String payload = Jws.read(text.strip()).map(Jws::payload).orElse(text);
        return Vouching.of(report) != Vouching.NONE
                        && Documents.read(payload) instanceof Read.Good good
                        && Ob2Assertions.isAssertion(good.object())
                ? Optional.of(of(good.object()))
                : Optional.empty();
    }

    private static Claim of(ObjectNode assertion) {
        return new Claim(
                Standard.OB2.words(), "", "", "", Documents.text(assertion, "id"), Moments.of(assertion, "issuedOn"));
    }
}
