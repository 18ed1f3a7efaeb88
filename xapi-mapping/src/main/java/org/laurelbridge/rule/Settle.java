package org.laurelbridge.rule;

import java.time.Duration;

/**
 * How long a change must last before it is acted upon (S5).
 *
 * @param gain counted from the moment of earning
 * @param lose counted from the receipt of what took the support away
 */
public record Settle(Duration gain, Duration lose) {
    public static final Settle DEFAULT = new Settle(Duration.ZERO, Duration.ofMinutes(2));

    public Settle {
        if (gain.isNegative() || lose.isNegative()) {
            throw new IllegalArgumentException("a time to settle is not negative: " + gain + ", " + lose);
        }
    }
}
