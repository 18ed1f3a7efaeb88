package org.laurelbridge.decide;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.rule.Status;

/**
 * Whether one learner has earned one badge, at one moment. The same facts give the same decision, in whatever order they came.
 *
 * @param status met only when the award is due now: while it settles it is open
 * @param earnedAt the moment of earning (S5); null unless met
 * @param evidence the statements that made it true, sorted by their text; empty unless met
 * @param lookAgain the next moment at which the answer may change without new facts; null when there is none
 * @param score what decided, for {@code grade: score}; null when nothing has a score, and unless met
 * @param courses in the context of the evidence, as activity ids, sorted
 */
public record Decision(
        Status status,
        @Nullable Instant earnedAt,
        List<UUID> evidence,
        Explanation explanation,
        @Nullable Instant lookAgain,
        @Nullable Percent score,
        List<String> courses) {

    public boolean isMet() {
        return earnedAt != null;
    }
}
