package org.laurelbridge.bridge.award;

import java.util.Locale;

/** How an award stands. */
public enum AwardStatus {
    /** Earned; the learner has not claimed it yet. */
    OFFERED,
    /** Earned; nobody has approved it yet. */
    PROPOSED,
    /** It was offered or proposed, and is not any more: its evidence is gone, or it was declined. */
    WITHDRAWN,
    /** Supported by its evidence, or kept by its policy or a person. */
    VALID,
    /** Lost its support; a person decides. Award and grade stay. */
    REVIEW,
    /** Lost its support; not valid until it is back. */
    SUSPENDED,
    /** Taken back. What its learner earns anew is a new credential. */
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

    /** Whether its grade stands. */
    public boolean holdsGrade() {
        return this == VALID || this == REVIEW;
    }

    /** Whether the learner got it, so that there is a credential. */
    public boolean isGiven() {
        return this != OFFERED && this != PROPOSED && this != WITHDRAWN;
    }
}
