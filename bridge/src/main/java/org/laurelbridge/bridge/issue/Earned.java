package org.laurelbridge.bridge.issue;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;

/**
 * What somebody earned: all that a badge of any form is written from.
 *
 * @param credential its id, which is that of the award for the first one
 * @param expiresAt the first moment at which it is not valid any more; null for never
 * @param evidence how many statements made it true
 * @param standing whether this credential holds
 * @param score that decided, in per cent, rounded down to two decimals; null where none did
 * @param shown what of it the learner lets be seen
 */
public record Earned(
        AwardId credential,
        Recipient recipient,
        Achievement achievement,
        Instant earnedAt,
        @Nullable Instant expiresAt,
        int evidence,
        Standing standing,
        @Nullable BigDecimal score,
        Shown shown) {

    /** Without a score. */
    public Earned(
            AwardId credential,
            Recipient recipient,
            Achievement achievement,
            Instant earnedAt,
            @Nullable Instant expiresAt,
            int evidence,
            Standing standing) {
        this(credential, recipient, achievement, earnedAt, expiresAt, evidence, standing, null, Shown.STANDARD);
    }

    /** The score as others may see it; null when they may not, or there is none. */
    public @Nullable BigDecimal shownScore() {
        return shown.score() ? score : null;
    }

    /**
     * What may be seen, in every form.
     *
     * @param evidence what it rests on
     * @param score the result that was reached
     */
    public record Shown(boolean evidence, boolean score) {
        /** Unless the learner says otherwise. */
        public static final Shown STANDARD = new Shown(true, false);
    }
}
