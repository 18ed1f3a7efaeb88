package org.laurelbridge.bridge.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;

/**
 * What somebody earned: all that a badge of any form is written from.
 *
 * @param credential its id, which is that of the award for the first one
 * @param expiresAt the first moment at which it is not valid any more; null for never
 * @param evidence how many statements made it true
 * @param revoked why this credential was taken back, or is suspended; null while it stands
 */
public record Earned(
        AwardId credential,
        Recipient recipient,
        Achievement achievement,
        Instant earnedAt,
        @Nullable Instant expiresAt,
        int evidence,
        @Nullable String revoked) {}
