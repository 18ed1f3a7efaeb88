package org.laurelbridge.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Percent;

/**
 * A learner's attempts at one activity, fed with facts in order. An attempt's place among the others is that of its first score,
 * its score is its last. Every policy can be answered after each fact without looking back.
 */
final class Attempts {
    private final Percent needed;
    private final boolean averaged;
    private final Map<String, StandingFact> lastByAttempt = new LinkedHashMap<>();
    private final List<StandingFact> unscored = new ArrayList<>();
    private final Mean mean = new Mean();
    private int reaching;
    private String first = "";
    private String latest = "";

    /** For one rule: the mean is only kept for a policy that asks for it, since exact division is the dearest step. */
    Attempts(Percent needed, AttemptPolicy policy) {
        this.needed = needed;
        this.averaged = policy == AttemptPolicy.AVERAGE;
    }

    void add(StandingFact fact) {
        if (fact.percent() == null) {
            unscored.add(fact);
            return;
        }
        String attempt = fact.fact().attempt();
        StandingFact before = lastByAttempt.put(attempt, fact);
        if (before == null) {
            first = first.isEmpty() ? attempt : first;
            latest = attempt;
        } else {
            reaching -= reaches(before) ? 1 : 0;
        }
        reaching += reaches(fact) ? 1 : 0;
        if (averaged) {
            average(before, fact);
        }
    }

    private void average(@Nullable StandingFact before, StandingFact fact) {
        if (before != null) {
            mean.remove(score(before));
        }
        mean.add(score(fact));
    }

    /** Whether no attempt has a score. */
    boolean isEmpty() {
        return lastByAttempt.isEmpty();
    }

    int count() {
        return lastByAttempt.size();
    }

    /** How many attempts reach the score. */
    int reaching() {
        return reaching;
    }

    boolean reaches(StandingFact fact) {
        return score(fact).compareTo(needed) >= 0;
    }

    Percent needed() {
        return needed;
    }

    Mean mean() {
        return mean;
    }

    /** The deciding fact of the attempt that began first. */
    StandingFact first() {
        return Objects.requireNonNull(lastByAttempt.get(first));
    }

    /** The deciding fact of the attempt that began last. */
    StandingFact latest() {
        return Objects.requireNonNull(lastByAttempt.get(latest));
    }

    /** The deciding fact of every attempt. */
    Collection<StandingFact> all() {
        return lastByAttempt.values();
    }

    List<StandingFact> unscored() {
        return List.copyOf(unscored);
    }

    /** By score, lowest first; of equal ones by time, earliest first. */
    static int byScore(StandingFact one, StandingFact other) {
        int difference = score(one).compareTo(score(other));
        return difference != 0 ? difference : Fact.IN_ORDER.compare(one.fact(), other.fact());
    }

    static Percent score(StandingFact fact) {
        return Objects.requireNonNull(fact.percent());
    }
}
