package org.laurelbridge.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Span;

/**
 * How long an award is valid: one of the two.
 *
 * @param length counted from the moment of earning, or of renewal, by the calendar of the badge's zone; null where a day is said
 * @param until to the last moment of this day; null where a length is said
 */
public record Validity(@Nullable Span length, @Nullable LocalDate until) {
    public Validity {
        if ((length == null) == (until == null)) {
            throw new IllegalArgumentException("a validity has either a length or a last day");
        }
    }

    /** The first moment at which an award is not valid any more. */
    public Instant ends(Instant from, ZoneId zone) {
        return until == null
                ? Objects.requireNonNull(length).after(from.atZone(zone)).toInstant()
                : until.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
