package org.laurelbridge.webapp.verify;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.Verifying;
import org.laurelbridge.bridge.verify.MatchTries;
import org.laurelbridge.bridge.verify.Presented;
import org.laurelbridge.bridge.verify.RecipientMatch;
import org.laurelbridge.bridge.verify.many.Links;
import org.laurelbridge.bridge.verify.many.Row;
import org.laurelbridge.bridge.verify.report.Recipients.Identity;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.webapp.server.Reason;
import org.laurelbridge.webapp.server.RequestFailure;

/** Where badges are presented by whoever holds one: so many at once, whoever they are. */
public final class VerifyDesk {
    private static final int AT_ONCE = 16;
    private static final int LISTS_AT_ONCE = 2;

    private final Verifying verifying;
    private final MatchTries tries;
    private final InstantSource clock;
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
        NOBODY
    }

    /** What is said of a badge, and whether it is the asked person's. */
    public record Answer(Report report, Match match) {}

    /**
     * Verifies a badge.
     *
     * @param email of the person who shows it; null where nobody asks
     * @throws RequestFailure when too many are verified now
     */
    public Answer verify(Presented presented, @Nullable String email) {
        Report report = taking(free, () -> verifying.one().verify(presented));
        return new Answer(report, email == null || email.isBlank() ? Match.NOT_ASKED : match(report, email));
    }

    private Match match(Report report, String email) {
        if (report.everyRecipients().stream()
                .anyMatch(one -> one.identities().isEmpty())) {
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
                .map(Identity::value)
                .distinct()
                .sorted()
                .collect(Collectors.joining("|"));
    }

    /** Verifies a list of links. */
    public List<Row> verify(Links.Good links) {
        return taking(freeForLists, () -> {
            try {
                return verifying.many().verify(links);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new RequestFailure(Reason.UNAVAILABLE);
            }
        });
    }

    private static <T> T taking(Semaphore free, Supplier<T> work) {
        if (!free.tryAcquire()) {
            throw new RequestFailure(Reason.UNAVAILABLE);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
