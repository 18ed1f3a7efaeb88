package org.laurelbridge.bridge.subject;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long things are kept. What badges rest on is kept as long as they are: no period changes an award.
 *
 * @param periods by what is kept; what has none is kept for ever
 */
public record Retention(Map<What, Duration> periods) {
    /** Everything for ever. */
    public static final Retention FOR_EVER = new Retention(Map.of());

    /** What may go after its period. */
    public enum What {
        /**
         * Statements as they came, counted from when they were kept, once they are mapped. What they mean for badges stays; it can then
         * neither be mapped anew nor be voided.
         */
        STATEMENTS,
        /** Statements that could not be taken in. */
        QUARANTINE,
        /** What learners were told, of moments that are past. */
        NOTICES,
        /** Deliveries in whose place a newer one arrived. */
        DELIVERIES,
        /** The log of changes. */
        AUDIT
    }

    public Retention {
        periods = Map.copyOf(new TreeMap<>(periods));
    }

    /** How long these are kept; empty for ever. */
    public Optional<Duration> period(What what) {
        return Optional.ofNullable(periods.get(what));
    }
}
