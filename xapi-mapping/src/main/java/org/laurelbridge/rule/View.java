package org.laurelbridge.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A history as one evaluation sees it. Conditions take their facts from here and nowhere else, so that what is held, regraded
 * or read ahead is decided once.
 */
public final class View {
    private final Map<String, List<StandingFact>> facts;
    private final List<LeftOut> leftOut;
    private final Duration gain;
    private final Duration ahead;

    private View(Map<String, List<StandingFact>> facts, List<LeftOut> leftOut, Duration gain, Duration ahead) {
        this.facts = facts;
        this.leftOut = List.copyOf(leftOut);
        this.gain = gain;
        this.ahead = ahead;
    }

    static View of(Map<String, List<StandingFact>> facts, List<LeftOut> leftOut, Duration gain) {
        return new View(facts, leftOut, gain, Duration.ZERO);
    }

    /** The same facts, each seen earlier by the settling time: how {@code none} reads them (S5). */
    View settled() {
        return new View(facts, leftOut, gain, gain);
    }

    /** All facts of an activity, in order. */
    List<StandingFact> facts(String activity) {
        return facts.getOrDefault(activity, List.of());
    }

    /** The facts of an activity that count at a moment, in order. */
    List<StandingFact> facts(String activity, Instant moment) {
        List<StandingFact> all = facts(activity);
        int from = 0;
        int to = all.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (countsFrom(all.get(middle)).isAfter(moment)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return all.subList(0, from);
    }

    /** From which moment on a fact counts. */
    Instant countsFrom(StandingFact fact) {
        return fact.at().minus(ahead);
    }

    /** The times of all facts, in order: where a moment of earning can be. */
    public List<Instant> times() {
        return facts.values().stream()
                .flatMap(List::stream)
                .map(StandingFact::at)
                .distinct()
                .sorted()
                .toList();
    }

    /** The facts that count nowhere; those of one activity in order. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    /** The time by which {@code none} reads ahead. */
    public Duration gain() {
        return gain;
    }
}
