package org.laurelbridge.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
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
final class Attempts implements Gauge {
    private final Percent needed;
    private final AttemptPolicy policy;
    private final Deque<StandingFact> here = new ArrayDeque<>();
    private final Map<String, StandingFact> lastByAttempt = new LinkedHashMap<>();
    private final List<StandingFact> unscored = new ArrayList<>();
    private Mean mean = new Mean();
    private int reaching;
    private String first = "";
    private String latest = "";

    /** For one rule: the mean is only kept for a policy that asks for it, since exact division is the dearest step. */
    Attempts(Percent needed, AttemptPolicy policy) {
        this.needed = needed;
        this.policy = policy;
    }

    @Override
    public void add(StandingFact fact) {
        here.add(fact);
        take(fact);
    }

    /** An attempt that loses its first score has another place among the others: all of them are taken anew. */
    @Override
    public void removeFirst() {
        here.remove();
        lastByAttempt.clear();
        unscored.clear();
        mean = new Mean();
        reaching = 0;
        first = "";
        latest = "";
        here.forEach(this::take);
    }

    private void take(StandingFact fact) {
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
        if (policy == AttemptPolicy.AVERAGE) {
            average(before, fact);
        }
    }

    private void average(@Nullable StandingFact before, StandingFact fact) {
        if (before != null) {
            mean.remove(score(before));
        }
        mean.add(score(fact));
    }

    @Override
    public Truth truth() {
        if (!lastByAttempt.isEmpty()) {
            return policy.truth(this);
        }
        return unscored.isEmpty() ? Truth.OPEN : Truth.UNKNOWN;
    }

    @Override
    public Status status() {
        if (lastByAttempt.isEmpty()) {
            return unscored.isEmpty()
                    ? new Status.Open(0, 1, Phrase.of("open.noScore", needed), null)
                    : new Status.Unknown(Phrase.of("unknown.noScore"));
        }
        Phrase way = Phrase.of("attempt." + policy.word() + ".short");
        Phrase progress = Phrase.of("open.scored", policy.shown(this), needed, way);
        return switch (policy.truth(this)) {
            case MET -> new Status.Met(facts().get(facts().size() - 1).at());
            case IMPOSSIBLE -> new Status.Impossible(progress, Phrase.of("impossible.attempt." + policy.word()));
            default -> new Status.Open(0, 1, progress, null);
        };
    }

    @Override
    public List<StandingFact> facts() {
        return lastByAttempt.isEmpty() ? List.copyOf(unscored) : policy.deciding(this);
    }

    @Override
    public @Nullable Percent score() {
        return lastByAttempt.isEmpty() ? null : policy.shown(this);
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

    /** By score, lowest first; of equal ones by time, earliest first. */
    static int byScore(StandingFact one, StandingFact other) {
        int difference = score(one).compareTo(score(other));
        return difference != 0 ? difference : Fact.IN_ORDER.compare(one.fact(), other.fact());
    }

    static Percent score(StandingFact fact) {
        return Objects.requireNonNull(fact.percent());
    }
}
