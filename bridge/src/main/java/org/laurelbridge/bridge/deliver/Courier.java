package org.laurelbridge.bridge.deliver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.deliver.Outbox.Claim;
import org.laurelbridge.bridge.deliver.Outbox.Outcome;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries deliveries to their targets: claims a few, lets go of the database, sends each, writes down what became of it. Any
 * number of threads and nodes may do so at once. A try that got no answer, or whose courier died, is read back before it is sent
 * again.
 */
public final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int AT_A_TIME = 4;

    /** Far longer than all requests of one try together, so that a claim runs out only when its courier died. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration NEEDED_FOR_ONE = Duration.ofMinutes(4);
    private static final int LONGEST_TROUBLE = 1000;

    private final Outbox outbox;
    private final Function<String, @Nullable Target> targets;
    private final Backoff backoff;
    private final Rests rests;
    private final Reports reports = new Reports();
    private final InstantSource clock;

    /** @param targets by their configured names */
    public Courier(Outbox outbox, Map<String, Target> targets, Backoff backoff, InstantSource clock) {
        this(outbox, Map.copyOf(targets)::get, backoff, clock);
    }

    /** @param targets finds a target by its name; null where there is none */
    public Courier(Outbox outbox, Function<String, @Nullable Target> targets, Backoff backoff, InstantSource clock) {
        this.outbox = outbox;
        this.targets = targets;
        this.backoff = backoff;
        this.rests = new Rests(backoff);
        this.clock = clock;
    }

    /**
     * One round.
     *
     * @return how many deliveries were claimed; none means that nothing is due, so that the caller may wait
     */
    public int deliverDue() {
        Instant now = clock.instant();
        reports.tellAgain(now);
        List<Claim> claims = outbox.claim(now, LEASE, AT_A_TIME, rests.at(now));
        Iterator<Claim> left = claims.iterator();
        try {
            while (left.hasNext()) {
                Claim claim = left.next();
                reports.tell(claim, deliver(claim));
            }
        } finally {
            // nothing more is sent while what became of it cannot be written down
            left.forEachRemaining(claim -> reports.keep(claim, () -> outbox.putBack(claim, now)));
        }
        return claims.size();
    }

    /** Returns what is then to be written down. */
    private Runnable deliver(Claim claim) {
        Instant now = clock.instant();
        String target = claim.delivery().target();
        Instant rest = rests.until(target);
        if (rest.isAfter(now)) {
            return () -> outbox.putBack(claim, rest);
        }
        if (now.plus(NEEDED_FOR_ONE).isAfter(claim.until())) {
            // the deliveries before it in this round took too long to finish this one inside its claim
            return () -> outbox.putBack(claim, now);
        }
        Attempt attempt = attempt(claim);
        Instant then = clock.instant();
        Outcome outcome = outcome(claim, attempt, then);
        return () -> settle(claim, outcome, then);
    }

    private Attempt attempt(Claim claim) {
        Delivery delivery = claim.delivery();
        Target target = targets.apply(delivery.target());
        if (target == null) {
            return new Attempt.Refused("the target " + delivery.target() + " is not configured any more");
        }
        try {
            return claim.mayHaveArrived() ? readBackThenSend(target, delivery) : target.send(delivery);
        } catch (RuntimeException e) {
            LOG.error(
                    "delivery {} to {} failed in a way that its target does not know",
                    delivery.id(),
                    delivery.target(),
                    e);
            return new Attempt.Unknown(
                    "failed unexpectedly, see the log: " + e.getClass().getSimpleName());
        }
    }

    private static Attempt readBackThenSend(Target target, Delivery delivery) {
        Standing standing = target.standing(delivery);
        if (standing instanceof Standing.Stands) {
            return new Attempt.Delivered();
        }
        if (standing instanceof Standing.Unreadable unreadable) {
            return new Attempt.Unknown("what stands there cannot be read: " + unreadable.reason());
        }
        return target.send(delivery);
    }

    private void settle(Claim claim, Outcome outcome, Instant now) {
        Delivery delivery = claim.delivery();
        boolean settled = outbox.settle(claim, outcome, now);
        // a stranger's host may have written the learner's address into its answer
        boolean isQuiet = outcome.trouble() == null || Lane.isBackpack(delivery.target());
        LOG.info(
                "delivery {} of award {} to {}: {}{}{}",
                delivery.id(),
                delivery.award().id(),
                delivery.target(),
                outcome.state(),
                settled ? "" : " (overtaken)",
                isQuiet ? "" : ", " + outcome.trouble());
    }

    private Outcome outcome(Claim claim, Attempt attempt, Instant now) {
        String target = claim.delivery().target();
        if (attempt instanceof Attempt.Later later) {
            rests.failed(target, later.notBefore(), now);
            return again(claim, asBefore(claim), later.reason(), later.notBefore(), now);
        }
        if (attempt instanceof Attempt.Waiting waiting) {
            return again(claim, asBefore(claim), waiting.reason(), Duration.ZERO, now);
        }
        if (attempt instanceof Attempt.Dropped dropped) {
            return new Outcome(State.SUPERSEDED, null, shortened(dropped.reason()));
        }
        if (attempt instanceof Attempt.Unknown unknown) {
            rests.failed(target, Duration.ZERO, now);
            return again(claim, State.UNKNOWN, unknown.reason(), Duration.ZERO, now);
        }
        rests.answered(target);
        return attempt instanceof Attempt.Refused refused
                ? new Outcome(State.STUCK, null, shortened(refused.reason()))
                : new Outcome(State.DELIVERED, null, null);
    }

    private static State asBefore(Claim claim) {
        return claim.mayHaveArrived() ? State.UNKNOWN : State.DUE;
    }

    private Outcome again(Claim claim, State state, String reason, Duration notBefore, Instant now) {
        Delivery delivery = claim.delivery();
        int failures = delivery.attempts() + 1;
        if (backoff.givesUp(failures, Duration.between(delivery.stamp(), now))) {
            return new Outcome(State.STUCK, null, shortened("given up after " + failures + " tries: " + reason));
        }
        Duration own = backoff.delay(failures);
        Duration wait = own.compareTo(notBefore) > 0 ? own : notBefore;
        return new Outcome(state, now.plus(wait), shortened(reason));
    }

    private static @Nullable String shortened(String reason) {
        return reason.length() <= LONGEST_TROUBLE ? reason : reason.substring(0, LONGEST_TROUBLE - 1) + "…";
    }
}
