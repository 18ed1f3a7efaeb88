package org.laurelbridge.bridge.award.plan;

import java.time.Instant;
import java.util.Locale;
import org.laurelbridge.bridge.record.PersonId;

/**
 * What other rules would do to somebody's badge.
 *
 * @param version of the rule that says so: for an award the one that it was earned under
 * @param person of a statement that nobody is known for yet, a number that stands for its actor
 * @param at when it is earned, by the time of the evidence; for a loss when it would settle
 * @param why the rule's own sentence, in English, up to 1,000 characters
 */
public record Effect(String badge, int version, PersonId person, What what, Instant at, String why) {
    private static final int LONGEST = 1_000;

    public Effect {
        why = why.length() > LONGEST ? why.substring(0, LONGEST - 1) + "…" : why;
    }

    /** What happens. */
    public enum What {
        /** A new award, or one under review that stands again. */
        GAIN,
        /** An award loses its support; what becomes of it its badge says. */
        LOSS,
        /** An award stays, earned at another moment or by other statements. */
        MOVE;

        /** As it is kept and shown. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads {@link #word}. */
        public static What of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
