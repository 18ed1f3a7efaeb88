package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.PersonId;

/**
 * A badge that a person earned. One for each badge, person and cycle.
 *
 * @param credential the id of its newest credential: that of the award for the first, another after a revocation (S8)
 * @param revision of its credential, 1 for the first
 * @param cycle 1 for the first
 * @param isPublic anyone who has the address may see it
 */
public record Award(
        AwardId id,
        AwardId credential,
        int revision,
        String badge,
        PersonId person,
        int cycle,
        Basis basis,
        Standing standing,
        boolean isPublic) {

    /**
     * What it rests on.
     *
     * @param badgeVersion the rule it was earned under
     * @param mappingGeneration the mapping its facts came from
     * @param earnedAt when the rule became true, by the time of the evidence
     * @param expiresAt the first moment at which it is not valid any more; null for never
     * @param evidence ids of the statements that made it true
     * @param explanation the decision's tree as JSON
     */
    public record Basis(
            int badgeVersion,
            long mappingGeneration,
            Instant earnedAt,
            @Nullable Instant expiresAt,
            List<UUID> evidence,
            String explanation) {
        public Basis {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * How it stands.
     *
     * @param unsupportedSince support was lost then; null while it is supported
     * @param reason why it is not simply valid, or why a person decided so; null otherwise
     * @param decided a person decided it: neither evidence nor the lack of it changes it, but a kept one that is supported again
     */
    public record Standing(
            AwardStatus status,
            Consent consent,
            @Nullable Instant unsupportedSince,
            @Nullable String reason,
            boolean decided) {
        /** By the rule, without anybody's yes. */
        public static final Standing VALID = new Standing(AwardStatus.VALID, Consent.NONE, null, null, false);

        /** Why it is withdrawn when its learner left it. */
        static final String LEFT = "the learner left it";

        /** Whether it waits for its learner alone, who has not claimed it yet. */
        public boolean isToBeClaimed() {
            return status == AwardStatus.OFFERED && !consent.claimed();
        }

        /** Whether its learner did not want it; they may claim it all the same. */
        public boolean isLeft() {
            return isDeclined() && LEFT.equals(reason);
        }

        /** Whether it was earned, and a person did not want it: its learner, or whoever had to approve it. */
        public boolean isDeclined() {
            return status == AwardStatus.WITHDRAWN && decided;
        }

        /** Whether a person took it back or declined it: then nothing changes it any more. */
        boolean isClosed() {
            return decided && status != AwardStatus.VALID;
        }

        /** Who said yes to what it rests on now: what was taken back and is earned anew has to be approved anew. */
        Consent consentNow() {
            return status == AwardStatus.REVOKED ? new Consent(consent.claimed(), false) : consent;
        }

        /** The same consent, standing otherwise by the rule. */
        Standing now(AwardStatus otherStatus, @Nullable Instant otherSince, @Nullable String otherReason) {
            return new Standing(otherStatus, consentNow(), otherSince, otherReason, false);
        }

        /** The same consent, standing otherwise by a person's word. */
        Standing decided(AwardStatus otherStatus, String why) {
            return new Standing(otherStatus, consent, unsupportedSince, why, true);
        }
    }

    /**
     * Who has said yes to it, where the badge asks.
     *
     * @param claimed the learner
     * @param approved somebody with the right to it
     */
    public record Consent(boolean claimed, boolean approved) {
        public static final Consent NONE = new Consent(false, false);
    }

    public int badgeVersion() {
        return basis.badgeVersion();
    }

    public Instant earnedAt() {
        return basis.earnedAt();
    }

    public @Nullable Instant expiresAt() {
        return basis.expiresAt();
    }

    public List<UUID> evidence() {
        return basis.evidence();
    }

    public String explanation() {
        return basis.explanation();
    }

    public AwardStatus status() {
        return standing.status();
    }

    public @Nullable Instant unsupportedSince() {
        return standing.unsupportedSince();
    }

    public @Nullable String reason() {
        return standing.reason();
    }

    /** The last second of it, whose day is the last on which it is valid; null for never. */
    public @Nullable Instant lastMoment() {
        Instant expires = expiresAt();
        return expires == null ? null : expires.minusSeconds(1);
    }

    /** Whether its time is over. */
    public boolean isExpired(Instant now) {
        Instant expires = expiresAt();
        return expires != null && !expires.isAfter(now);
    }

    Award with(Basis other) {
        return new Award(id, credential, revision, badge, person, cycle, other, standing, isPublic);
    }

    Award with(Standing other) {
        return new Award(id, credential, revision, badge, person, cycle, basis, other, isPublic);
    }

    /** With the next credential. */
    Award reissued(AwardId next) {
        return new Award(id, next, revision + 1, badge, person, cycle, basis, standing, isPublic);
    }

    Award shown(boolean toEverybody) {
        return new Award(id, credential, revision, badge, person, cycle, basis, standing, toEverybody);
    }
}
