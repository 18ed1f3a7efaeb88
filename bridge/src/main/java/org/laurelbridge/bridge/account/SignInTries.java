package org.laurelbridge.bridge.account;

import java.time.Duration;
import java.time.Instant;

/** Tries to sign in that were wrong, for an hour, counted by where they came from or whom they named. */
public interface SignInTries {

    /** How long they are remembered. */
    Duration REMEMBERED = Duration.ofHours(1);

    /**
     * Counts a try, before it is known whether it is right: of many at once each sees those before it.
     *
     * @param who only its fingerprint is kept
     */
    Try add(String who, Instant now);

    /** Takes one back. */
    void remove(Try one);

    /** Forgets all of somebody. */
    void forget(String who);

    /** How many there were since then. */
    int count(String who, Instant since);

    /**
     * A try that was counted.
     *
     * @param before how many others of the same are remembered
     * @param last when the last of those was; whenever, where there was none
     */
    record Try(long id, int before, Instant last) {}
}
