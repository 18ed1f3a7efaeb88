package org.laurelbridge.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a condition is from each moment on: a step function of time. One pass over it finds the moment of earning (S5), where
 * asking the condition at every fact anew would cost the square of the facts.
 *
 * @param steps in order of time, neighbours differ, the first begins at {@link Instant#MIN}
 */
public record Timeline(List<Step> steps) {

    /**
     * From when on it is what.
     *
     * @param from this moment included
     */
    public record Step(Instant from, Truth truth) {}

    private record Change(Instant at, Truth from, Truth to) {}

    /** Steps in order of time; of several at one moment the last counts. */
    static Timeline of(Truth first, List<Step> later) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Instant.MIN, first));
        for (Step step : later) {
            int last = steps.size() - 1;
            if (steps.get(last).from().equals(step.from())) {
                steps.remove(last);
            }
            if (steps.isEmpty() || steps.get(steps.size() - 1).truth() != step.truth()) {
                steps.add(step);
            }
        }
        return new Timeline(List.copyOf(steps));
    }

    /** The timeline of a combination, from those of its parts. */
    static Timeline merge(List<Timeline> parts, Function<Tally, Truth> verdict) {
        Tally tally = new Tally();
        List<Change> changes = new ArrayList<>();
        for (Timeline part : parts) {
            Truth truth = part.steps.get(0).truth();
            tally.add(truth);
            for (Step step : part.steps.subList(1, part.steps.size())) {
                changes.add(new Change(step.from(), truth, step.truth()));
                truth = step.truth();
            }
        }
        changes.sort(Comparator.comparing(Change::at));
        Truth first = verdict.apply(tally);
        List<Step> steps = new ArrayList<>();
        for (Change change : changes) {
            tally.move(change.from(), change.to());
            steps.add(new Step(change.at(), verdict.apply(tally)));
        }
        return of(first, steps);
    }

    /** What it is at a moment. */
    public Truth at(Instant moment) {
        Truth truth = steps.get(0).truth();
        for (Step step : steps) {
            truth = step.from().isAfter(moment) ? truth : step.truth();
        }
        return truth;
    }

    /** The first moment at which it is met; null when it never is. */
    @Nullable
    Instant firstMet() {
        return firstMetFrom(Instant.MIN);
    }

    /** The first moment from this one on at which it is met; null when there is none. */
    @Nullable
    Instant firstMetFrom(Instant moment) {
        if (at(moment) == Truth.MET) {
            return moment;
        }
        return steps.stream()
                .filter(step -> step.truth() == Truth.MET && step.from().isAfter(moment))
                .map(Step::from)
                .findFirst()
                .orElse(null);
    }

    /** The first moment after this one at which it turns; null when it stays as it is. */
    public @Nullable Instant nextAfter(Instant moment) {
        return steps.stream()
                .map(Step::from)
                .filter(moment::isBefore)
                .findFirst()
                .orElse(null);
    }

    /** The first of the candidates, which are in order, at which it is met; null when it is met at none. */
    public @Nullable Instant firstMet(List<Instant> candidates) {
        int step = 0;
        for (Instant candidate : candidates) {
            while (step + 1 < steps.size() && !steps.get(step + 1).from().isAfter(candidate)) {
                step++;
            }
            if (steps.get(step).truth() == Truth.MET) {
                return candidate;
            }
        }
        return null;
    }
}
