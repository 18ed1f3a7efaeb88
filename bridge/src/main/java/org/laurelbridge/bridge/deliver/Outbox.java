package org.laurelbridge.bridge.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.award.AwardId;

/** The deliveries that are to be made, with state, attempts, next time and last trouble as an administrator sees them. */
public interface Outbox extends Recorded<Outbox> {

    /**
     * Claims due deliveries for a while and commits, those that wait longest first. One whose claim ran out is claimed again, as
     * unknown. Never claims a newer revision while an older one of the same award, target and course is being sent, and never an older
     * one once there is a newer: that is superseded, as are those of an award that is.
     *
     * @param resting targets whose deliveries stay where they are
     */
    List<Claim> claim(Instant now, Duration lease, int limit, Set<String> resting);

    /** Writes down what became of a claimed delivery; false when somebody else took it over meanwhile. */
    boolean settle(Claim claim, Outcome outcome, Instant now);

    /** Gives a claim back that was not tried: it is as it was, and due at that time. */
    void putBack(Claim claim, Instant nextAt);

    /** Sends a stuck delivery again, now and with all its tries; false when there is no such stuck delivery. */
    boolean sendAgain(long delivery, Instant now);

    /** All stuck ones again; returns how many. */
    int sendAllAgain(Instant now);

    /**
     * What a process that died was sending is due at once, as unknown, instead of when its claim runs out. Only where no other
     * process delivers from the same database; returns how many.
     */
    int takeOver(Instant now);

    /** Deliveries by state (null: all) and award (null: all), newest first. */
    List<Listed> list(@Nullable State state, @Nullable AwardId award, int limit);

    /** How a delivery stands. */
    enum State {
        DUE,
        SENDING,
        UNKNOWN,
        DELIVERED,
        STUCK,
        SUPERSEDED
    }

    /**
     * A claimed delivery.
     *
     * @param mayHaveArrived an earlier try got no answer: read back first
     * @param until from then on somebody else may claim it
     */
    record Claim(Delivery delivery, boolean mayHaveArrived, Instant until) {}

    /**
     * What to write down.
     *
     * @param state due, unknown, delivered, stuck or superseded
     * @param nextAt when to try again; only for due and unknown
     * @param trouble null when there was none
     */
    record Outcome(
            State state, @Nullable Instant nextAt, @Nullable String trouble) {}

    /**
     * A delivery as an administrator sees it.
     *
     * @param made when its grade came to be
     * @param deliveredAt null until it arrived
     */
    record Listed(
            long id,
            AwardId award,
            String badge,
            String target,
            String course,
            int revision,
            State state,
            int attempts,
            Instant nextAt,
            @Nullable String trouble,
            Instant made,
            @Nullable Instant deliveredAt) {}
}
