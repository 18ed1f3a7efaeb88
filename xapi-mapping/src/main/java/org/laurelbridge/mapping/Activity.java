package org.laurelbridge.mapping;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity that rules can name.
 *
 * @param label its name in rules
 * @param title for people
 * @param matches any of them
 * @param withChildren also facts whose parent or grouping it is
 * @param bounds what this sender leaves out of scores
 * @param mastery the least {@code scaled} that passes; null when only the statement may say
 */
public record Activity(
        String label,
        String title,
        List<Match> matches,
        boolean withChildren,
        Bounds bounds,
        @Nullable BigDecimal mastery) {

    public Activity {
        matches = List.copyOf(matches);
    }

    /** One way to recognise it; ids are in their compared form. */
    public sealed interface Match {
        /** This id. */
        record Id(String id) implements Match {}

        /** Ids that start so. */
        record IdStarts(String start) implements Match {}

        /** Ids with one {@code *} for a path segment. */
        record IdLike(List<String> pieces) implements Match {
            public IdLike {
                pieces = List.copyOf(pieces);
            }
        }

        /** Activities of a type; {@code under} must be among parent and grouping, unless it is null. */
        record Type(String type, @Nullable String under) implements Match {}

        /** A cmi5 assignable unit by its publisher's id, which stands in grouping (cmi5 §9.6.2.3). */
        record Publisher(String id) implements Match {}
    }

    /** Bounds of a score; null where the statement says. */
    public record Bounds(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        static final Bounds AS_SENT = new Bounds(null, null);
    }
}
