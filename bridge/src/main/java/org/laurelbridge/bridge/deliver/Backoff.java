package org.laurelbridge.bridge.deliver;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after a failed try, and when to stop trying by itself.
 *
 * @param first wait after the first failure; each further one doubles it
 * @param longest no wait is longer
 * @param tries after so many it is stuck
 * @param age after so long it is stuck too, when it had {@code triesAtAge} tries
 * @param triesAtAge keeps one that is sent again by hand from being stuck at its first failure
 * @param random from 0 to 1: half of each wait is left to chance, so that many do not come back at once
 */
public record Backoff(
        Duration first, Duration longest, int tries, Duration age, int triesAtAge, DoubleSupplier random) {

    /** Seconds at first, an hour at last; stuck after 40 tries, or after a day with 12. */
    public static Backoff standard(DoubleSupplier random) {
        return new Backoff(Duration.ofSeconds(2), Duration.ofHours(1), 40, Duration.ofDays(1), 12, random);
    }

    /** The wait after a number of failed tries, 1 or more: at least half of the doubled wait, at most all of it. */
    public Duration delay(int failures) {
        long ceiling = longest.toMillis();
        int doublings = Math.min(failures - 1, 30);
        long whole = Math.min(ceiling, first.toMillis() << doublings);
        double share = 0.5 + random.getAsDouble() / 2;
        return Duration.ofMillis((long) (whole * share));
    }

    /** Whether a delivery with so many tries, ordered so long ago, waits for a person from now on. */
    public boolean givesUp(int failures, Duration since) {
        return failures >= tries || (failures >= triesAtAge && since.compareTo(age) >= 0);
    }
}
