package org.laurelbridge.webapp.server;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How much each of many may ask for in a minute. Somebody who asked for nothing for a minute may ask for all of it at once; what is
 * used comes back evenly. Of each one number is kept: when all will have come back (the generic cell rate algorithm). Of the longest
 * silent nothing is kept when there are too many. Safe for many threads.
 */
public final class Allowance {
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    private static final int MOST_KEPT = 100_000;

    private final int aMinute;
    private final int mostKept;
    private final LongSupplier nanos;
    private final Map<String, Long> fullAgain = new LinkedHashMap<>(16, 0.75f, true);

    /** @param aMinute 0 for any number */
    public Allowance(int aMinute) {
        this(aMinute, MOST_KEPT, System::nanoTime);
    }

    Allowance(int aMinute, int mostKept, LongSupplier nanos) {
        this.aMinute = aMinute;
        this.mostKept = mostKept;
        this.nanos = nanos;
    }

    /**
     * Uses some of it, where there is enough.
     *
     * @param cost how many requests this counts as
     * @return how long to wait, where there is not; nothing is used then
     */
    public Optional<Duration> take(String who, int cost) {
        if (aMinute == 0) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        long used = WINDOW / aMinute * Math.min(cost, aMinute);
        synchronized (fullAgain) {
            Long kept = fullAgain.get(who);
            long before = kept == null ? 0 : Math.max(0, kept - now);
            if (before + used > WINDOW) {
                return Optional.of(Duration.ofNanos(before + used - WINDOW));
            }
            fullAgain.put(who, now + before + used);
            forget();
        }
        return Optional.empty();
    }

    /** The same, or a failure that says so. */
    public void demand(String who, int cost) {
        take(who, cost).ifPresent(wait -> {
            throw RequestFailure.tooOften(wait);
        });
    }

    private void forget() {
        Iterator<String> longestSilent = fullAgain.keySet().iterator();
        while (fullAgain.size() > mostKept) {
            longestSilent.next();
            longestSilent.remove();
        }
    }

    int kept() {
        synchronized (fullAgain) {
            return fullAgain.size();
        }
    }
}
