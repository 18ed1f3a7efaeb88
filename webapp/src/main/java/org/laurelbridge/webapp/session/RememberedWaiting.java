package org.laurelbridge.webapp.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Counts for a while as it counted last, so that whoever walks through pages does not have all of their courses counted at each. */
public final class RememberedWaiting implements Waiting {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST = 1_000;

    private final Waiting counting;
    private final InstantSource clock;
    private final Map<Whose, Counted> counted = new HashMap<>();

    public RememberedWaiting(Waiting counting, InstantSource clock) {
        this.counting = counting;
        this.clock = clock;
    }

    private record Whose(UUID account, Area area) {}

    private record Counted(Counts counts, Instant at) {
        boolean isOver(Instant now) {
            return now.isBefore(at) || !now.isBefore(at.plus(KEPT));
        }
    }

    @Override
    public boolean hasBoards() {
        return counting.hasBoards();
    }

    @Override
    public Counts of(Visitor visitor, Area area) {
        Whose whose = new Whose(visitor.account(), area);
        Instant now = clock.instant();
        synchronized (counted) {
            Counted last = counted.get(whose);
            if (last != null && !last.isOver(now)) {
                return last.counts();
            }
        }
        Counts counts = counting.of(visitor, area);
        synchronized (counted) {
            counted.values().removeIf(one -> one.isOver(now));
            if (counted.size() < MOST) {
                counted.put(whose, new Counted(counts, now));
            }
        }
        return counts;
    }

    @Override
    public void forget(UUID account) {
        synchronized (counted) {
            counted.keySet().removeIf(whose -> whose.account().equals(account));
        }
        counting.forget(account);
    }
}
