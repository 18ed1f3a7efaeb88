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

    /**
     * What a source has brought.
     *
     * @param kept statements, each once, also those that went since by their period
     * @param waiting of these that are not mapped yet; null while too many wait to be counted
     * @param parked of these that wait for somebody to say who their learner is
     * @param rejected in quarantine
     */
    record Brought(long kept, @Nullable Long waiting, long parked, long rejected) {
        /** Those that were understood; null while too many wait to be counted. */
        public @Nullable Long mapped() {
            return waiting == null ? null : Long.valueOf(Math.max(0, kept - waiting - parked));
        }
    }

    /** How many rows are in a state. */
    record Count(String state, long rows) {}

    /**
     * A pulled source, a replayed file, or a sender.
     *
     * @param readAt when it was read well last; while it never was, since when that is tried; of a sender, when the newest came
     * @param wasRead whether it was ever read well
     * @param through everything stored up to here was read, by the clock of the LRS; null for a file, and before the first read
     * @param trouble why the last read failed, in words; null when it was good
     * @param brought what came of it; null for a file, whose source has it
     */
    record SourceFigures(
            String source,
            Instant readAt,
            boolean wasRead,
            @Nullable Instant through,
            @Nullable String trouble,
            @Nullable Brought brought) {

        /** As people call it; one that an administrator connected stands as {@code lrs:ID:NAME}, one that sends as {@code sender:NAME}. */
        public String name() {
            return source.startsWith("lrs:")
                    ? source.replaceFirst("lrs:[^:]*:", "")
                    : source.replaceFirst("^sender:", "");
        }

        /** Whether an LRS has not answered for that long. */
        public boolean isAway(Instant now, Duration length) {
            return !isFile() && trouble != null && readAt.isBefore(now.minus(length));
        }

        /** Whether an LRS cannot be read and never could. */
        public boolean wasNeverRead() {
            return !isFile() && trouble != null && !wasRead;
        }

        /** Whether it is one that nobody reads: it sends. */
        public boolean isSender() {
            return source.startsWith("sender:");
        }

        /** Whether it is a replayed file, {@code file:SOURCE:NAME:FINGERPRINT}: nothing more comes from it, so it never lags. */
        public boolean isFile() {
            return source.startsWith("file:");
        }
    }
}
