package org.laurelbridge.bridge.issue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Credentials.Wanted;
import org.laurelbridge.bridge.issue.StatusPlace.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs the credentials that are wanted. Any number of nodes may do it at once: the queue keeps one of each. */
public final class Issuer {

    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);
    private static final int AT_ONCE = 100;

    private final Credentials credentials;
    private final Earnings earnings;
    private final CredentialSigner signer;
    private final Places places;
    private final InstantSource clock;

    public Issuer(
            Credentials credentials, Earnings earnings, CredentialSigner signer, Places places, InstantSource clock) {
        this.credentials = credentials;
        this.earnings = earnings;
        this.signer = signer;
        this.places = places;
        this.clock = clock;
    }

    /** Where strangers will learn how a credential stands. */
    public interface Places {
        /** Null where nobody outside could ask. */
        @Nullable
        StatusPlace of(Earned earned, Instant now);

        /** In these lists: of the purpose that the badge's policy asks for; of a trial issuer in none. */
        static Places in(StatusLists lists, IssuerIdentity issuer) {
            return (earned, now) -> issuer.isTrial()
                    ? null
                    : lists.place(
                            earned.credential(),
                            earned.achievement().isSuspended() ? Purpose.SUSPENSION : Purpose.REVOCATION,
                            now);
        }
    }

    /**
     * One round over the queue. What cannot be signed keeps its trouble and stops nobody else.
     *
     * @return how many were settled: call again at once while it is more than 0
     */
    public int issueDue() {
        List<Wanted> wanted = credentials.listWanted(AT_ONCE);
        int settled = 0;
        for (Wanted wish : wanted) {
            if (isSettled(wish)) {
                settled++;
            }
        }
        return settled;
    }

    private boolean isSettled(Wanted wish) {
        try {
            return issue(wish);
        } catch (RuntimeException failure) {
            // messages of the signing library may quote what was signed, so the log gets the kind alone
            LOG.atWarn()
                    .addKeyValue("credential", wish.credential())
                    .addKeyValue("failure", failure.getClass().getName())
                    .log("a credential could not be signed");
            credentials.saveTrouble(wish, trouble(failure));
            return false;
        }
    }

    private boolean issue(Wanted wish) {
        Optional<Earned> earned = earnings.find(wish.credential().value());
        Instant now = clock.instant();
        if (earned.isEmpty() || (isPast(earned.get(), now) && !isMissing(wish))) {
            credentials.drop(wish);
            return true;
        }
        Instant validFrom = validFrom(wish.lastValidFrom(), now, earned.get().expiresAt());
        Issuance issuance = new Issuance(validFrom, places.of(earned.get(), now));
        return credentials.save(wish, validFrom, signer.sign(earned.get(), issuance), now);
    }

    /**
     * What was taken back needs no new signing, since its status says so, not its credential; what is over is kept as it was (rules:
     * S6).
     */
    private static boolean isPast(Earned earned, Instant now) {
        return !earned.standing().holds() || isOver(earned.expiresAt(), now);
    }

    private static boolean isOver(@Nullable Instant expires, Instant now) {
        return expires != null && !expires.isAfter(now);
    }

    /** Whether it was signed once, and nobody may have that any more. */
    private boolean isMissing(Wanted wish) {
        return wish.lastValidFrom() != null
                && credentials.find(wish.credential()).isEmpty();
    }

    /** As {@link #validFrom(Instant, Instant)}; of what is over as near to the last as it can be, and before its end. */
    private static Instant validFrom(@Nullable Instant last, Instant now, @Nullable Instant expires) {
        Instant next = validFrom(last, last != null && isOver(expires, now) ? last : now);
        if (expires == null || next.isBefore(expires)) {
            return next;
        }
        return expires.minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The whole second of this signing, later than the last: a reader takes the newer of two for the update. */
    static Instant validFrom(@Nullable Instant last, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        if (last == null || second.isAfter(last)) {
            return second;
        }
        return last.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    private static String trouble(RuntimeException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
