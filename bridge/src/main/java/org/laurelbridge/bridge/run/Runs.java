package org.laurelbridge.bridge.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.run.Run.Asked;
import org.laurelbridge.bridge.run.Run.State;

/** What takes longer than a page may, as all nodes see it. */
public interface Runs {

    /** Whom a rule would concern, and how. */
    enum Listed {
        GAIN,
        LOSS,
        /** Has or had the badge already. */
        HELD,
        /** Is one condition away. */
        NEAR;

        /** As it is kept and asked for. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Somebody who was found.
     *
     * @param at since when, or when; null where that says nothing
     * @param words what is missing; null for nothing
     */
    record Found(
            Listed list,
            PersonId person,
            @Nullable Instant at,
            @Nullable String words) {}

    /** The same with a name, null where none is known; by whom they are known now. */
    record Named(
            PersonId person,
            @Nullable String name,
            @Nullable Instant at,
            @Nullable String words) {}

    /** A run waits. Those that began before {@code forgotten} go, with whom they found. */
    void begin(UUID id, Asked asked, Instant now, Instant forgotten);

    /** Those that began before go, with whom they found. */
    void forget(Instant before);

    /** Their node lives: those of them that have not ended run, or wait for their turn. */
    void alive(Collection<UUID> ids, Instant now);

    /** It runs, and has come so far. */
    void tell(UUID id, int done, int whole, Instant now);

    /**
     * It has ended.
     *
     * @param outcome null for none
     */
    void end(UUID id, State state, @Nullable String outcome, List<Found> found, Instant now);

    Optional<Run> find(UUID id);

    /** Whether something is done about what a document names, on whichever node. */
    boolean isUnderWay(Run.Kind kind, String document, Instant now);

    /** Some of those on one of its lists, by name, then those without one; erased ones are gone. */
    List<Named> people(UUID id, Listed list, int skipped, int limit);
}
