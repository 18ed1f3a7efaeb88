package org.laurelbridge.decide;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Cycle;
import org.laurelbridge.rule.Status;

/**
 * Whether one learner has earned one badge, at one moment. The same facts give the same decision, in whatever order they came.
 *
 * @param cycle which award of the badge it is about
 * @param status met only when the award is due now: while it settles it is open
 * @param earnedAt the moment of earning (S5); null unless met
 * @param evidence the statements that made it true, sorted by their text; empty unless met
 * @param attested what besides made it true: awards held, approvals, what was handed in, by the id of each attestation; sorted
 * @param settles whether it is earned and only waits until that has settled
 * @param lookAgain the next moment at which the answer may change without new facts; null when there is none
 * @param score what decided, for {@code grade: score}; null when nothing has a score, and unless met
 * @param courses in the context of the evidence, as activity ids, sorted
 * @param late whether some of the evidence came late (S3)
 */
public record Decision(
        Cycle cycle,
        Status status,
        @Nullable Instant earnedAt,
        List<UUID> evidence,
        List<UUID> attested,
        Explanation explanation,
        boolean settles,
        @Nullable Instant lookAgain,
        @Nullable Percent score,
        List<String> courses,
        boolean late) {

    public boolean isMet() {
        return earnedAt != null;
    }

    /**
     * What this award is to the next one.
     *
     * @throws IllegalStateException when it is not met
     */
    public Cycle.Earned earned(Badge badge) {
        if (earnedAt == null) {
            throw new IllegalStateException("what is not met was not earned");
        }
        return cycle.earned(
                badge,
                earnedAt,
                Stream.concat(evidence.stream(), attested.stream()).toList());
    }
}
