package org.laurelbridge.decide;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.rule.Attested;
import org.laurelbridge.rule.Combination;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.None;
import org.laurelbridge.rule.Status;
import org.laurelbridge.rule.Topic;
import org.laurelbridge.rule.Truth;

/**
 * What stands between a learner and a badge, where it is one condition alone.
 *
 * @param condition null when everything is done, and it settles, or no moment of earning has come yet
 */
public record Missing(Decision decision, @Nullable Finding condition) {

    /** Empty when the badge is earned, when more is missing, and when it cannot be earned any more. */
    public static Optional<Missing> one(Decision decision) {
        if (decision.isMet() || decision.status().truth() == Truth.IMPOSSIBLE) {
            return Optional.empty();
        }
        return conditions(decision.explanation().tree())
                .filter(missing -> missing.size() <= 1)
                .map(missing -> new Missing(decision, missing.isEmpty() ? null : missing.get(0)));
    }

    /** It in words. */
    public String sentence(Wording plain) {
        Explanation explanation = decision.explanation();
        Wording wording = explanation.told(plain);
        if (condition != null) {
            return Ahead.choice(decision)
                    .map(wording::of)
                    .orElseGet(() -> wording.sentence(condition, explanation.leftOut(condition), List.of()));
        }
        return decision.status() instanceof Status.Open open
                ? wording.of(open.progress())
                : wording.sentence(explanation.tree(), List.of(), List.of());
    }

    /** Whether it is the approval of somebody in a role, or of whoever approves. */
    public boolean isApprovalBy(String role) {
        return condition != null
                && condition.condition() instanceof Attested attested
                && attested.topic() == Topic.APPROVED
                && (attested.value() == null || role.equals(attested.value()));
    }

    /** Empty when no number of conditions would do. */
    private static Optional<List<Finding>> conditions(Finding finding) {
        if (finding.status().truth() == Truth.MET) {
            return Optional.of(List.of());
        }
        if (finding.status().truth() == Truth.IMPOSSIBLE) {
            return Optional.empty();
        }
        if (finding.parts().isEmpty() || finding.condition() instanceof None) {
            return Optional.of(Collections.nCopies(isFar(finding) ? 2 : 1, finding));
        }
        int needed = finding.condition() instanceof Combination combination
                ? combination.needed()
                : finding.parts().size();
        List<List<Finding>> cheapest = finding.parts().stream()
                .flatMap(part -> conditions(part).stream())
                .sorted(Comparator.comparing(List::size))
                .limit(needed)
                .toList();
        return cheapest.size() < needed ? Optional.empty() : Optional.of(joined(cheapest.stream()));
    }

    /** Steps of one condition are as many conditions; but an approval is asked of others, one by one. */
    private static boolean isFar(Finding finding) {
        boolean isApproval = finding.condition() instanceof Attested attested && attested.topic() == Topic.APPROVED;
        return finding.status() instanceof Status.Open open && open.of() - open.done() > 1 && !isApproval;
    }

    private static List<Finding> joined(Stream<List<Finding>> parts) {
        return parts.flatMap(List::stream).toList();
    }
}
