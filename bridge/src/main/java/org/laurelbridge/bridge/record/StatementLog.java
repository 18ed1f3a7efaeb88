package org.laurelbridge.bridge.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.xapi.Actor;

/** Every accepted statement, once. Drawn so that a partitioned log can take the place of the database. */
public interface StatementLog {

    /**
     * Keeps submissions in one commit, and answers when it is durable. Each pushed submission is kept whole or not at all; one
     * that is refused does not touch the others. Repeats itself when another node wrote the same ids at the same time.
     *
     * @return one receipt a submission, in order
     * @throws Unavailable when nothing can be kept now; any other exception means that these submissions cannot be kept together
     */
    List<Receipt> append(List<Submission> submissions, VoidRight right, Instant now);

    /** A statement that is not voided, whoever brought it. */
    default Optional<Kept> find(UUID id) {
        return find(null, id);
    }

    /** A statement that is voided, whoever brought it. */
    default Optional<Kept> findVoided(UUID id) {
        return findVoided(null, id);
    }

    /** A statement that is not voided and that this source brought, alone or with others; null for any source. */
    Optional<Kept> find(@Nullable String source, UUID id);

    /** The same of one that is voided (xAPI 1.0.3 Communication 2.1.3). */
    Optional<Kept> findVoided(@Nullable String source, UUID id);

    /**
     * Statements in the order they were stored, without voided ones. Looks at some thousands at most, so that a source that
     * brought few of many gets short pages, even empty ones, and not one that takes long.
     *
     * @param source that brought them, alone or with others; null for any
     */
    Page list(@Nullable String source, Range range);

    /**
     * Everything stored up to here can be read, and nothing will appear there any more (header
     * X-Experience-API-Consistent-Through). A little before now: the clocks of nodes may differ by less than that.
     */
    Instant consistentThrough(Instant now);

    /** Quarantined, newest first. */
    List<Quarantined> listQuarantined(int limit);

    /** Nothing can be kept now: the database is away, or too busy. Whether the last commit happened may be unknown. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * What a voiding statement may void. Asked once, when it comes, so that it does not matter whether its target is here; whose
     * the target is, the log knows. A voiding statement without the right is refused (pushed) or kept and quarantined (taken);
     * when that shows only once its target comes, it is quarantined then. It voids nothing, and cannot be voided either.
     */
    interface VoidRight {
        /**
         * How far the right goes of a voiding statement.
         *
         * @param authority who vouches for it at the LRS that it was taken from; null when nobody does, and when it was pushed
         */
        VoidReach reach(String source, @Nullable Actor authority);
    }

    /**
     * What to list.
     *
     * @param since exclusive; null from the first
     * @param until inclusive; null to the last
     * @param after where the page before ended; null for the first page
     * @param limit 1 to 500
     */
    record Range(
            @Nullable Instant since,
            @Nullable Instant until,
            boolean ascending,
            @Nullable Long after,
            int limit) {}

    /**
     * Some of them.
     *
     * @param next where the next page goes on; null when there is none
     */
    record Page(List<Located> statements, @Nullable Long next) {
        public Page {
            statements = List.copyOf(statements);
        }
    }

    /** A statement and its place in the log. */
    record Located(long place, Kept statement) {}

    /** What an administrator has to look at. */
    record Quarantined(
            String source, Instant received, @Nullable UUID statement, String why, String raw) {}
}
