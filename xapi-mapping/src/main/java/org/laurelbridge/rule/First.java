package org.laurelbridge.rule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Percent;

/** Met by any one fact; it rests on the first. */
final class First implements Gauge {
    private final Deque<StandingFact> here = new ArrayDeque<>();

    @Override
    public void add(StandingFact fact) {
        here.add(fact);
    }

    @Override
    public void removeFirst() {
        here.remove();
    }

    @Override
    public Truth truth() {
        return here.isEmpty() ? Truth.OPEN : Truth.MET;
    }

    @Override
    public Status status() {
        return here.isEmpty()
                ? new Status.Open(0, 1, Phrase.of("open.notYet"), null)
                : new Status.Met(here.element().at());
    }

    @Override
    public List<StandingFact> facts() {
        return here.isEmpty() ? List.of() : List.of(here.element());
    }

    @Override
    public @Nullable Percent score() {
        return here.isEmpty() ? null : here.element().percent();
    }
}
