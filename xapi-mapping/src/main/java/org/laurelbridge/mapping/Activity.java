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
 * @param structure what it is in a cmi5 course structure; null when it is in none
 */
public record Activity(
        String label,
        String title,
        List<Match> matches,
        boolean withChildren,
        Bounds bounds,
        @Nullable BigDecimal mastery,
        @Nullable Structure structure) {

    public Activity {
        matches = List.copyOf(matches);
    }

    /** Stands before a label where a fact is about something that only looks like the activity. No label begins so. */
    private static final String ALIKE = "~";

    /** The label of facts about what only looks like an activity. */
    public static String alike(String label) {
        return ALIKE + label;
    }

    /** What only looks like it. */
    Activity alike() {
        return new Activity(alike(label), title, matches, withChildren, bounds, mastery, null);
    }

    /** One way to recognise it; ids are in their compared form. */
    public sealed interface Match {
        /** This id. */
        record Id(String id) implements Match {}

        /** Ids that start so. */
        record IdStarts(String start) implements Match {}

        /**
         * Ids with one {@code *} in a path segment, for that segment or a part of it.
         *
         * @param pieces what stands around the stars: {@code https://x/*}{@code /end} has "https://x/" and "/end"
         */
        record IdLike(List<String> pieces) implements Match {
            private static final String STOPS = "/?#";

            public IdLike {
                pieces = List.copyOf(pieces);
            }

            /** Whether an id that starts with the first piece goes on like the others. Matching never goes back. */
            boolean matches(String id) {
                int at = pieces.get(0).length();
                for (String piece : pieces.subList(1, pieces.size())) {
                    // what follows the star in its own segment ends where the segment ends
                    int starEnd = stop(id, at) - stop(piece, 0);
                    if (starEnd <= at || !id.startsWith(piece, starEnd)) {
                        return false;
                    }
                    at = starEnd + piece.length();
                }
                return at == id.length();
            }

            /** Whether two stars share a segment, or nothing stands before the first. */
            boolean isUnclear() {
                return pieces.size() < 2
                        || pieces.get(0).isEmpty()
                        || pieces.subList(1, pieces.size() - 1).stream()
                                .anyMatch(piece -> stop(piece, 0) == piece.length());
            }

            private static int stop(String text, int from) {
                int stop = from;
                while (stop < text.length() && STOPS.indexOf(text.charAt(stop)) < 0) {
                    stop++;
                }
                return stop;
            }
        }

        /** Activities of a type; {@code under} must be among parent and grouping, unless it is null. */
        record Type(String type, @Nullable String under) implements Match {}

        /** A part of a cmi5 course by its publisher's id, which stands in grouping (cmi5 9.6.2.3). */
        record Publisher(String id) implements Match {}
    }

    /** Bounds of a score; null where the statement says. */
    public record Bounds(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        static final Bounds AS_SENT = new Bounds(null, null);
    }
}
