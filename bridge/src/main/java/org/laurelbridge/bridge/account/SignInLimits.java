package org.laurelbridge.bridge.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How often somebody may be wrong. Behind a proxy that is not configured all have one address, so that ten wrong tries from there keep nobody out who
 * knows better, unless there are so many that somebody must be guessing. An account waits longer with each wrong try, whoever
 * makes it: passwords are weaker than tokens.
 */
public final class SignInLimits {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int FROM_ONE_ADDRESS = 10;
    private static final int GUESSING = 100;
    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int DOUBLED_AT_MOST = 5;

    private final SignInTries tries;
    private final InstantSource clock;

    public SignInLimits(SignInTries tries, InstantSource clock) {
        this.tries = tries;
        this.clock = clock;
    }

    /** Whether so many tries from an address were wrong that no password is looked at. */
    boolean isGuessing(String address) {
        return count(address) >= GUESSING;
    }

    /** A try from an address was wrong. How long to wait before the next; empty when it may come at once. */
    public Optional<Duration> wrong(String address) {
        int before = count(address);
        if (before < GUESSING) {
            tries.add("address " + address, clock.instant());
        }
        return before >= FROM_ONE_ADDRESS ? Optional.of(WINDOW) : Optional.empty();
    }

    private int count(String address) {
        return tries.count("address " + address, clock.instant().minus(WINDOW));
    }

    /** A try for a name begins: it is counted as wrong until it is right or taken back. */
    Begun begin(String name) {
        Instant now = clock.instant();
        SignInTries.Try one = tries.add("name " + name, now);
        Duration left = Duration.between(now, one.last().plus(wait(one.before())));
        if (one.before() < FREE || left.isNegative() || left.isZero()) {
            return new Begun(one, Optional.empty());
        }
        tries.remove(one);
        return new Begun(one, Optional.of(left));
    }

    /** The try was not looked at after all, and says nothing about who made it. */
    void takeBack(Begun begun) {
        tries.remove(begun.one());
    }

    private static Duration wait(int wrong) {
        int doubled = Math.min(Math.max(wrong - FREE, 0), DOUBLED_AT_MOST);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doubled);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** The try for a name was right. */
    void right(String name) {
        tries.forget("name " + name);
    }

    /**
     * A try for a name.
     *
     * @param left how long to wait instead; empty when it may be looked at
     */
    record Begun(SignInTries.Try one, Optional<Duration> left) {}
}
