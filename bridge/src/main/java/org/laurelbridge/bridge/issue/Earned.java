package org.laurelbridge.bridge.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;

/**
 * What somebody earned: all that a badge of any form is written from.
 *
 * @param evidence how many statements made it true
 * @param revoked why it was taken back, null while it stands
 */
public record Earned(
        AwardId award,
        Recipient recipient,
        Achievement achievement,
        Instant earnedAt,
        int evidence,
        @Nullable String revoked) {}
