package org.laurelbridge.bridge.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts per stage, read at once. */
public interface Figures {

    /** The figures now. Costs a few indexed reads; counts of statements come from their intakes, not from the log. */
    Snapshot read();

    /**
     * What stands in each stage.
     *
     * @param statements kept, voiding ones among them
     * @param waitingToMap intakes whose facts are not derived yet, or must be derived anew
     * @param oldestWaiting since when the oldest of them waits; null when none does
     * @param facts that count for a badge
     * @param unmatched statements whose object is no activity of the mapping
     * @param parked statements whose actor nobody could place
     * @param waitingToDecide person and badge pairs that are due
     * @param unsigned credentials that wait for their signature
     */
    record Snapshot(
            long statements,
            long waitingToMap,
            @Nullable Instant oldestWaiting,
            long facts,
            long unmatched,
            long parked,
            long unknownActors,
            long quarantined,
            long voided,
            long people,
            long waitingToDecide,
            List<Count> awards,
            long unsigned,
            List<Count> deliveries,
            List<SourceFigures> sources) {
        public Snapshot {
            awards = List.copyOf(awards);
            deliveries = List.copyOf(deliveries);
            sources = List.copyOf(sources);
        }

        /** How many rows are in a state; 0 when none is. */
        public static long in(List<Count> counts, String state) {
            return counts.stream()
                    .filter(count -> count.state().equals(state))
                    .mapToLong(Count::rows)
                    .sum();
        }
    }

    /** How many rows are in a state. */
    record Count(String state, long rows) {}

    /**
     * A pulled source or a replayed file.
     *
     * @param readAt when it was read well last; while it never was, when that was tried
     * @param through everything stored up to here was read, by the clock of the LRS; null for a file, and before the first read
     * @param trouble why the last read failed, in words; null when it was good
     */
    record SourceFigures(
            String source,
            Instant readAt,
            @Nullable Instant through,
            @Nullable String trouble) {

        /** As people call it; one that an administrator connected stands as {@code lrs:ID:NAME}. */
        public String name() {
            return source.startsWith("lrs:") ? source.replaceFirst("lrs:[^:]*:", "") : source;
        }

        /** Whether an LRS has not answered for that long. */
        public boolean isAway(Instant now, Duration length) {
            return !isFile() && trouble != null && readAt.isBefore(now.minus(length));
        }

        /** Whether it is a replayed file, {@code file:SOURCE:NAME:FINGERPRINT}: nothing more comes from it, so it never lags. */
        public boolean isFile() {
            return source.startsWith("file:");
        }
    }
}
