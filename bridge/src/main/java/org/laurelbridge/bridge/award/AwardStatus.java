package org.laurelbridge.bridge.award;

import java.util.Locale;

/** How an award stands. */
public enum AwardStatus {
    /** Supported by its evidence, or kept by its policy. */
    VALID,
    /** Lost its support; a person decides. Award and grade stay. */
    REVIEW,
    /** Taken back, for good. */
    REVOKED,
    /** True as it was issued, but its learner has another for the same badge and cycle, since two people were merged. */
    SUPERSEDED;

    /** As it is kept and shown: {@code valid}, {@code review}, {@code revoked}, {@code superseded}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word}. */
    public static AwardStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
