package org.laurelbridge.bridge.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The log of who changed what. Rows are added by the stores in the commit of each change, see {@link Recorded}; nothing here
 * edits one: whoever is erased is known there by a pseudonym, and what is older than its period goes.
 */
public interface Audit {

    /** Adds a row for what changes nothing else in the database: a sign-in that was refused, another configuration. */
    void append(Doer doer, Change change);

    /** Rows, the newest first, before one (0: from the newest). */
    List<Entry> list(Filter filter, long before, int limit);

    /**
     * Removes some of what is older, the oldest first; returns how many rows, 0 when there is none left. That they were removed is told
     * by a row of its own.
     */
    int forgetBefore(Doer doer, Instant instant);

    /** A row. */
    record Entry(long id, Instant at, Doer doer, Change change) {}

    /**
     * Which rows; null does not filter.
     *
     * @param doer the name of who did it
     * @param action the whole of it, or its group alone: {@code account} or {@code account.disabled}
     * @param subject the whole of it
     * @param person whom it is about, or whose account did it
     * @param from the first moment
     * @param until the first moment after it
     * @param called null takes names as they are said here; else they match in part and in whatever case, {@code subject} also in
     *     values and in the name of whom a row is about, and these subjects are called so
     * @param deeds actions that are called so where {@code called} is not null; empty for none but those that {@code action} is part of
     */
    record Filter(
            @Nullable String doer,
            @Nullable String action,
            @Nullable String subject,
            @Nullable UUID person,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Set<String> called,
            Set<String> deeds) {
        public Filter {
            deeds = Set.copyOf(deeds);
        }

        /** Names as they are said. */
        public Filter(
                @Nullable String doer,
                @Nullable String action,
                @Nullable String subject,
                @Nullable UUID person,
                @Nullable Instant from,
                @Nullable Instant until) {
            this(doer, action, subject, person, from, until, null, Set.of());
        }

        /** All. */
        public static final Filter ALL = new Filter(null, null, null, null, null, null);
    }
}
