package org.laurelbridge.bridge.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Targets that failed several times in a row, or ask for it, and are left alone for a while, so that one that is down neither uses up the tries of
 * its deliveries nor keeps the others waiting. Known to this node alone: another one finds out by itself.
 */
final class Rests {

    private static final int FAILURES_BEFORE_REST = 3;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Map<String, Failures> failing = new ConcurrentHashMap<>();
    private final Backoff backoff;

    Rests(Backoff backoff) {
        this.backoff = backoff;
    }

    /** The target answered: whatever it said, it is there. */
    void answered(String target) {
        failing.remove(target);
    }

    /** The target failed, and asked for so long a rest (zero: it did not say). */
    void failed(String target, Duration asked, Instant now) {
        failing.merge(target, new Failures(1, now.plus(asked)), (before, one) -> {
            int count = before.count() + 1;
            return new Failures(count, now.plus(count < FAILURES_BEFORE_REST ? asked : rest(count, asked)));
        });
    }

    private Duration rest(int count, Duration asked) {
        Duration own = backoff.delay(count);
        Duration rest = own.compareTo(LONGEST) > 0 ? LONGEST : own;
        return rest.compareTo(asked) > 0 ? rest : asked;
    }

    /** When the target may be tried again; a time that has passed when it does not rest. */
    Instant until(String target) {
        Failures failures = failing.get(target);
        return failures == null ? Instant.MIN : failures.until();
    }

    /** The targets that rest now. */
    Set<String> at(Instant now) {
        return failing.entrySet().stream()
                .filter(entry -> entry.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Failures(int count, Instant until) {}
}
