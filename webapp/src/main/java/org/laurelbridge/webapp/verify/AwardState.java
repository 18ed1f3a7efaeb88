package org.laurelbridge.webapp.verify;

import java.time.Instant;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;

/**
 * How an award stands, in a word or two.
 *
 * @param tone {@code good}, {@code bad} or {@code open}
 */
public record AwardState(String word, String tone) {

    public static AwardState of(Award award, Instant now) {
        if (award.status() == AwardStatus.VALID && award.isExpired(now)) {
            return new AwardState("Expired", "open");
        }
        return switch (award.status()) {
            case OFFERED -> new AwardState("Not claimed yet", "open");
            case PROPOSED -> new AwardState("Waits for approval", "open");
            case WITHDRAWN -> new AwardState("Withdrawn", "bad");
            case VALID -> new AwardState("Valid", "good");
            case REVIEW -> new AwardState("Under review", "open");
            case SUSPENDED -> new AwardState("Suspended", "bad");
            case REVOKED -> new AwardState("Revoked", "bad");
            case SUPERSEDED -> new AwardState("Replaced", "open");
        };
    }
}
