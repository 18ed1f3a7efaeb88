package org.laurelbridge.bridge.verify.ob3;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Moments;
import tools.jackson.databind.JsonNode;

/** From when and until when a credential holds, in the words of VC 2.0 and of VC 1.1. */
final class Validity {

    private Validity() {}

    static void check(JsonNode credential, Instant now, Findings findings) {
        Moments.say(start(credential), end(credential), now, findings);
    }

    /** The later one when it says both. */
    static @Nullable Instant start(JsonNode credential) {
        return both(credential, "validFrom", "issuanceDate")
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The earlier one when it says both. */
    static @Nullable Instant end(JsonNode credential) {
        return both(credential, "validUntil", "expirationDate")
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Stream<Instant> both(JsonNode credential, String one, String other) {
        return Stream.of(one, other)
                .map(member -> Moments.of(credential, member))
                .filter(Objects::nonNull);
    }
}
