package org.laurelbridge.bridge.listen.pull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * An LRS that several nodes could poll and one does: the one that holds its lease. Should a lease run out in the middle of a page,
 * two read for a while, which costs time and changes nothing. A lease and not a scheduler's table: rounds come every few seconds
 * and a first one may take hours, and with SQLite each mark that a scheduler makes around a round would wait for the one connection
 * that writes statements; a lease is one small write in half a minute. Waits after trouble, as long as the LRS asks and longer each
 * time. For one thread at a time.
 */
public final class LeasedSource {
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Duration RENEWED = Duration.ofSeconds(60);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 5;
    private static final Round NOTHING = new Round.Heard(0, 0, 0, false);

    private final PulledSource source;
    private final Leases leases;
    private final InstantSource clock;
    private final UUID holder = UUID.randomUUID();
    private Instant heldUntil = Instant.EPOCH;
    private Instant notBefore = Instant.EPOCH;
    private int troubles;

    public LeasedSource(PulledSource source, Leases leases, InstantSource clock) {
        this.source = source;
        this.leases = leases;
        this.clock = clock;
    }

    public String name() {
        return source.name();
    }

    /** Reads what is new; nothing when another node does, or when it is too early after trouble. */
    public Round pullOnce() {
        if (clock.instant().isBefore(notBefore) || !holds()) {
            return NOTHING;
        }
        Round round = source.pullOnce(this::holds);
        if (round instanceof Round.Troubled troubled) {
            Duration own = FIRST_WAIT.multipliedBy(1L << Math.min(troubles, MOST_DOUBLINGS));
            troubles++;
            notBefore = clock.instant().plus(own.compareTo(troubled.notBefore()) > 0 ? own : troubled.notBefore());
        } else {
            troubles = 0;
        }
        return round;
    }

    /** Lets another node go on at once; called when this one stops. */
    public void giveBack() {
        leases.giveBack(lease(), holder);
        heldUntil = Instant.EPOCH;
    }

    private boolean holds() {
        Instant now = clock.instant();
        if (now.isBefore(heldUntil.minus(RENEWED))) {
            return true;
        }
        boolean held = leases.hold(lease(), holder, now, LEASE);
        heldUntil = held ? now.plus(LEASE) : Instant.EPOCH;
        return held;
    }

    private String lease() {
        return "pull:" + source.name();
    }
}
