package org.laurelbridge.bridge.backpack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.record.PersonId;

/** The badges of learners: those of their awards, and those that applications brought. */
public interface Backpack extends Recorded<Backpack> {

    /** How many brought badges are kept for one learner. */
    int MOST = 1_000;

    /** How many bytes they may have together. */
    int MOST_BYTES = 20_000_000;

    /**
     * A page of what a learner has, what changed last first: what comes or changes meanwhile moves nothing out of the pages to come.
     *
     * @param since what changed after it alone; null for all
     */
    Page list(PersonId person, Wanted wanted, @Nullable Instant since, long offset, int limit);

    /**
     * Keeps a badge that was brought, in the place of an earlier form of it.
     *
     * @return what became of it; of many at once, each sees what the one before kept
     */
    Keeping keep(PersonId person, Brought brought, Instant now);

    /** A brought badge as it came; empty when it is not this learner's. */
    Optional<byte[]> content(PersonId person, UUID id);

    /** What was brought for a learner, the last first. */
    List<Received> listReceived(PersonId person);

    /** Forgets a brought badge; false when it is not this learner's. */
    boolean forget(PersonId person, UUID id);

    /** Which badges. */
    record Wanted(Standard standard, Ours ours) {}

    /** Which of those that were issued here; what was brought is always wanted. */
    enum Ours {
        /** Also those that do not hold any more: they say where that can be asked. */
        ALL,
        /** Those that hold. */
        HOLDING,
        /** Of these, those of which the learner opened the hosted form. */
        HOSTED,
        NONE
    }

    /** How a badge is there. */
    enum Form {
        /** It is that of an award. */
        OURS,
        JSON,
        JWS
    }

    /**
     * A badge.
     *
     * @param id of our credential, or of what was brought
     */
    record Entry(UUID id, Form form) {}

    /**
     * Some badges.
     *
     * @param total how many there are on all pages
     */
    record Page(List<Entry> entries, long total) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** What became of a badge that was brought. */
    enum Keeping {
        CREATED,
        REPLACED,
        /** A newer form of it is kept already. */
        OLDER,
        /** One that its issuer vouches for is kept already; nobody vouches for this one. */
        UNPROVEN,
        /** There are as many, or as large ones, as are kept for one learner. */
        FULL
    }

    /** A badge that was brought, as its learner sees it. */
    record Received(UUID id, Standard standard, Brought.Shown shown, UUID client, Instant changed) {}
}
