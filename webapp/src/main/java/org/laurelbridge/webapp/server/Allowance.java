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
     * @param requests how many this counts as
     * @return how long to wait, where there is not; nothing is used then
     */
    public Optional<Duration> take(String who, int requests) {
        if (aMinute == 0) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        long cost = nanos(requests);
        synchronized (fullAgain) {
            long used = used(who, now);
            if (used + cost > WINDOW) {
                return Optional.of(Duration.ofNanos(used + cost - WINDOW));
            }
            keep(who, now + used + cost);
        }
        return Optional.empty();
    }

    /** Uses as much of it as there is. */
    void use(String who, int requests) {
        if (aMinute > 0) {
            long now = nanos.getAsLong();
            synchronized (fullAgain) {
                keep(who, now + Math.min(WINDOW, used(who, now) + nanos(requests)));
            }
        }
    }

    /** How long somebody has to wait who asks for one more; empty when they need not. Nothing is used. */
    Optional<Duration> left(String who) {
        synchronized (fullAgain) {
            long missing = aMinute == 0 ? 0 : used(who, nanos.getAsLong()) + nanos(1) - WINDOW;
            return missing > 0 ? Optional.of(Duration.ofNanos(missing)) : Optional.empty();
        }
    }

    private long nanos(int requests) {
        return WINDOW / aMinute * Math.min(requests, aMinute);
    }

    private long used(String who, long now) {
        Long full = fullAgain.get(who);
        return full == null ? 0 : Math.max(0, full - now);
    }

    private void keep(String who, long full) {
        fullAgain.put(who, full);
        Iterator<String> longestSilent = fullAgain.keySet().iterator();
        while (fullAgain.size() > mostKept) {
            longestSilent.next();
            longestSilent.remove();
        }
    }

    /** The same, or a failure that says so. */
    public void demand(String who, int requests) {
        take(who, requests).ifPresent(wait -> {
            throw RequestFailure.tooOften(wait);
        });
    }

    int kept() {
        synchronized (fullAgain) {
            return fullAgain.size();
        }
    }
}
