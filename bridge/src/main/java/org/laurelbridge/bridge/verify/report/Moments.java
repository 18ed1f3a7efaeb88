package org.laurelbridge.bridge.verify.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Dates of badges: xsd:dateTime, in UTC when no zone is given. */
public final class Moments {

    private static final int LONGEST = 40;

    private Moments() {}

    /** The moment of a text; empty when it is none. */
    public static Optional<Instant> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException withoutZone) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
    }

    /** The moment of a member; null when it is missing. Its shape was checked before. */
    public static @Nullable Instant of(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isString() ? read(value.asString()).orElse(null) : null;
    }

    /** Says whether now is between two moments; either may be missing. */
    public static void say(@Nullable Instant start, @Nullable Instant end, Instant now, Findings findings) {
        if (end != null && !end.isAfter(now)) {
            findings.add(Reason.VALID_NO_MORE, end);
        } else if (start != null && start.isAfter(now)) {
            findings.add(Reason.VALID_LATER, start);
        } else if (end != null && start != null) {
            findings.add(Reason.VALID_UNTIL, start, end);
        } else if (start != null) {
            findings.add(Reason.VALID_WITHOUT_END, start);
        }
    }
}
