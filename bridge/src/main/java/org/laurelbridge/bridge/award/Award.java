package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.PersonId;

/**
 * A badge that a person earned. One for each badge, person and cycle.
 *
 * @param badgeVersion the rule it was earned under
 * @param mappingGeneration the mapping its facts came from
 * @param cycle 1 for the first
 * @param earnedAt when the rule became true, by the time of the evidence
 * @param evidence ids of the statements that made it true
 * @param explanation the decision's tree as JSON
 * @param unsupportedSince support was lost then; null while it is supported
 * @param reason why it is under review or revoked, or that a person kept it without support; null otherwise
 * @param isPublic anyone who has the address may see it
 */
public record Award(
        AwardId id,
        String badge,
        int badgeVersion,
        long mappingGeneration,
        PersonId person,
        int cycle,
        AwardStatus status,
        Instant earnedAt,
        List<UUID> evidence,
        String explanation,
        @Nullable Instant unsupportedSince,
        @Nullable String reason,
        boolean isPublic) {

    public Award {
        evidence = List.copyOf(evidence);
    }

    /** The same award, standing otherwise. */
    Award standing(AwardStatus nowStatus, @Nullable Instant nowUnsupportedSince, @Nullable String nowReason) {
        return new Award(
                id,
                badge,
                badgeVersion,
                mappingGeneration,
                person,
                cycle,
                nowStatus,
                earnedAt,
                evidence,
                explanation,
                nowUnsupportedSince,
                nowReason,
                isPublic);
    }

    /** The same award, resting on other evidence. The version that it was earned under stays. */
    Award resting(Instant nowEarnedAt, List<UUID> nowEvidence, String nowExplanation, long nowGeneration) {
        return new Award(
                id,
                badge,
                badgeVersion,
                nowGeneration,
                person,
                cycle,
                status,
                nowEarnedAt,
                nowEvidence,
                nowExplanation,
                unsupportedSince,
                reason,
                isPublic);
    }
}
