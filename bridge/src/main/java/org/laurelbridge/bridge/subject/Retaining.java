package org.laurelbridge.bridge.subject;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.laurelbridge.bridge.listen.pull.Leases;

/** Lets go what is older than its period, on one node at a time. For one thread. */
public final class Retaining implements AutoCloseable {
    private static final String LEASE = "retention";
    private static final Duration LENGTH = Duration.ofMinutes(5);

    private final Retention retention;
    private final Expiry expiry;
    private final Leases leases;
    private final InstantSource clock;
    private final UUID holder = UUID.randomUUID();

    public Retaining(Retention retention, Expiry expiry, Leases leases, InstantSource clock) {
        this.retention = retention;
        this.expiry = expiry;
        this.leases = leases;
        this.clock = clock;
    }

    /** One round: some of everything; returns how many went, so that there may be more while it is not 0. */
    public int letGo() {
        Instant now = clock.instant();
        if (retention.periods().isEmpty() || !leases.hold(LEASE, holder, now, LENGTH)) {
            return 0;
        }
        int gone = 0;
        for (Retention.What what : Retention.What.values()) {
            gone += retention
                    .period(what)
                    .map(period -> expiry.remove(what, now.minus(period)))
                    .orElse(0);
        }
        return gone;
    }

    @Override
    public void close() {
        if (!retention.periods().isEmpty()) {
            leases.giveBack(LEASE, holder);
        }
    }
}
