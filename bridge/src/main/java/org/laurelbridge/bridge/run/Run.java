package org.laurelbridge.bridge.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lti.Classes.Course;

/**
 * Something that takes longer than a page may.
 *
 * @param done of {@code whole} steps; {@code whole} is 0 while that is not known
 * @param outcome what whoever began it wrote down; null until it is done
 * @param seen when its node last gave a sign of life, whether it works at it or lets it wait
 */
public record Run(
        UUID id,
        Asked asked,
        State state,
        int done,
        int whole,
        @Nullable String outcome,
        Instant begun,
        Instant seen) {
    /** A node that works says so more often. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    /**
     * What is asked for.
     *
     * @param account who asks
     * @param course where; null for who may ask about all
     * @param badge that it is about; empty for none
     * @param document the badge document that it is about, the mapping, or what else names it
     */
    public record Asked(UUID account, @Nullable Course course, String badge, Kind kind, String document) {}

    /** What is done. */
    public enum Kind {
        /** Tells what a rule would do. */
        TRIAL,
        /** Puts a rule in force, or makes a plan of it. */
        SAVE,
        /** Copies a course's badges to another course, as drafts. */
        COPY,
        /** Puts a mapping in force, or makes a plan of it. */
        MAPPING,
        /** Tells what a file of another installation would change. */
        LOOK,
        /** Brings such a file in. */
        IMPORT;

        /** As it is kept. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads {@link #word}. */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Where it stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        STOPPED;

        /** As it is kept. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads {@link #word}. */
        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** As it stands now: whose node is silent was stopped with it. */
    public State stateAt(Instant now) {
        boolean isLost = (state == State.RUNNING || state == State.WAITING)
                && seen.plus(SILENT).isBefore(now);
        return isLost ? State.STOPPED : state;
    }
}
