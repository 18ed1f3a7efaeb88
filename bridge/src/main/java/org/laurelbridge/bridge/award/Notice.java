package org.laurelbridge.bridge.award;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Something that a learner is told with time, once.
 *
 * @param badge which it is about
 * @param moment of what it tells: the deadline, the end of a time
 * @param ahead how long before that moment it is told; zero for when it has come
 */
public record Notice(String badge, What what, Instant moment, Duration ahead) {

    /** What it tells. */
    public enum What {
        /** What is still missing must be done before then. */
        DEADLINE,
        /** The award can be renewed until then. */
        RENEWABLE,
        /** The award ends then. */
        EXPIRING,
        /** The award ended then. */
        EXPIRED;

        /** As it is kept and shown: {@code expiring}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads {@link #word}. */
        public static What of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
