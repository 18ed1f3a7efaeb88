package org.laurelbridge.webapp.verify;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Verifying;
import org.laurelbridge.bridge.verify.MatchTries;
import org.laurelbridge.bridge.verify.Presented;
import org.laurelbridge.bridge.verify.RecipientMatch;
import org.laurelbridge.bridge.verify.many.Links;
import org.laurelbridge.bridge.verify.many.Row;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/**
 * Where badges are presented by whoever holds one: so many at once, whoever they are. Whoever sends one takes room for it before it is
 * read, so that no more of them are in memory than there is room for, and a place at the desk once it has come: whoever sends slowly
 * keeps others from sending, not from asking.
 */
public final class VerifyDesk {
    private static final int AT_ONCE = 16;
    private static final int LISTS_AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** Only what its issuer says is compared: a copy could say anything. */
    private static final Set<Verdict> SIGNED =
            Set.of(Verdict.GENUINE, Verdict.EXPIRED, Verdict.NOT_YET_VALID, Verdict.REVOKED, Verdict.SUSPENDED);

    private final Verifying verifying;
    private final MatchTries tries;
    private final InstantSource clock;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Semaphore freeForLists = new Semaphore(LISTS_AT_ONCE);

    public VerifyDesk(Verifying verifying, MatchTries tries, InstantSource clock) {
        this.verifying = verifying;
        this.tries = tries;
        this.clock = clock;
    }

    /** Whether a badge is somebody's. */
    public enum Match {
        NOT_ASKED,
        YES,
        NO,
        /** It was asked too often. */
        TOO_MANY,
        /** It names nobody. */
        NOBODY,
        /** It is not what its issuer issued, or nobody can tell. */
        NOT_SIGNED
    }

    /** What is said of a badge, and whether it is the asked person's. */
    public record Answer(Report report, Match match) {}

    /** Room for what somebody sends, until it is closed. */
    public final class Room implements AutoCloseable {

        private Room() {}

        /** Verifies a badge that was sent, as {@link VerifyDesk#verify(Presented, String)} does. */
        public Answer verify(Presented presented, @Nullable String email) {
            return VerifyDesk.this.verify(presented, email);
        }

        /**
         * Verifies a list of links.
         *
         * @throws RequestFailure when too many others have theirs verified
         */
        public List<Row> verify(Links.Good links) {
            take(freeForLists);
            try {
                return verifying.many().verify(links);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new RequestFailure(Reason.UNAVAILABLE);
            } finally {
                freeForLists.release();
            }
        }

        @Override
        public void close() {
            room.release();
        }
    }

    /**
     * Takes room for what somebody sends, before it is read.
     *
     * @throws RequestFailure when there is none within a second
     */
    public Room receive() {
        take(room);
        return new Room();
    }

    /**
     * Verifies a badge.
     *
     * @param email of the person who shows it; null where nobody asks
     * @throws RequestFailure when no place at the desk gets free within a second
     */
    public Answer verify(Presented presented, @Nullable String email) {
        take(free);
        try {
            Report report = verifying.one().verify(presented);
            return new Answer(report, email == null || email.isBlank() ? Match.NOT_ASKED : match(report, email));
        } finally {
            free.release();
        }
    }

    private Match match(Report report, String email) {
        if (!SIGNED.contains(report.verdict())) {
            return Match.NOT_SIGNED;
        }
        if (report.everyRecipients().stream().anyMatch(one -> one.identities().isEmpty())) {
            return Match.NOBODY;
        }
        if (!tries.count(name(report), clock.instant())) {
            return Match.TOO_MANY;
        }
        return RecipientMatch.matches(report, email) ? Match.YES : Match.NO;
    }

    /** What the tries are counted by: whose it is, whatever else is changed in a copy. */
    private static String name(Report report) {
        return report.everyRecipients().stream()
                .flatMap(one -> one.identities().stream())
                .map(identity -> identity.value().strip().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .collect(Collectors.joining("|"));
    }

    private static void take(Semaphore free) {
        try {
            if (free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new RequestFailure(Reason.UNAVAILABLE);
    }
}
