package org.laurelbridge.webapp.verify;

import java.time.Instant;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;

/**
 * How an award stands, in a word or two.
 *
 * @param word the key of it
 * @param tone {@code good}, {@code bad} or {@code open}
 */
public record AwardState(String word, String tone) {

    public static AwardState of(Award award, Instant now) {
        if (award.status() == AwardStatus.VALID && award.isExpired(now)) {
            return new AwardState("verify.state.expired", "open");
        }
        return switch (award.status()) {
            case OFFERED ->
                new AwardState(
                        award.standing().isToBeClaimed() ? "verify.state.offered" : "verify.state.claimed", "open");
            case PROPOSED -> new AwardState("verify.state.proposed", "open");
            case WITHDRAWN -> new AwardState("verify.state.withdrawn", "bad");
            case VALID -> new AwardState("verify.state.valid", "good");
            case REVIEW -> new AwardState("verify.state.review", "open");
            case SUSPENDED -> new AwardState("verify.state.suspended", "bad");
            case REVOKED -> new AwardState("verify.state.revoked", "bad");
            case SUPERSEDED -> new AwardState("verify.state.superseded", "open");
        };
    }
}
