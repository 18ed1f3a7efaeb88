package org.laurelbridge.decide;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.laurelbridge.rule.Combination;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.None;
import org.laurelbridge.rule.Status;
import org.laurelbridge.rule.Truth;

/** What stands between a learner and a badge: the fewest conditions that would have to become true. */
public final class Missing {
    private Missing() {}

    /**
     * What is missing, in a sentence, when it is one condition alone.
     *
     * @return empty when the badge is earned, when more is missing, and when it cannot be earned any more
     */
    public static Optional<String> one(Decision decision, Wording wording) {
        if (decision.isMet() || decision.status().truth() == Truth.IMPOSSIBLE) {
            return Optional.empty();
        }
        Explanation explanation = decision.explanation();
        return conditions(explanation.tree())
                .filter(missing -> missing.size() <= 1)
                .map(missing -> missing.isEmpty()
                        ? waiting(decision, wording)
                        : sentence(explanation, missing.get(0), wording));
    }

    /** Everything is done, and it settles, or no moment of earning has come yet. */
    private static String waiting(Decision decision, Wording wording) {
        return decision.status() instanceof Status.Open open
                ? wording.of(open.progress())
                : wording.sentence(decision.explanation().tree(), List.of());
    }

    private static String sentence(Explanation explanation, Finding finding, Wording wording) {
        return wording.sentence(finding, explanation.leftOut(finding));
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
            return Optional.of(List.of(finding));
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

    private static List<Finding> joined(Stream<List<Finding>> parts) {
        return parts.flatMap(List::stream).toList();
    }
}
