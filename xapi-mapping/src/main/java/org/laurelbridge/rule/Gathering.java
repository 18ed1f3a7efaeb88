package org.laurelbridge.rule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Percent;

/** A gauge in which many facts together make one thing true. It is worked out when it is asked, from those that are here. */
abstract class Gathering implements Gauge {
    private final Deque<StandingFact> here = new ArrayDeque<>();

    @Override
    public final void add(StandingFact fact) {
        here.add(fact);
        count(fact);
    }

    @Override
    public final void removeFirst() {
        discount(here.remove());
    }

    /** A fact came. */
    abstract void count(StandingFact fact);

    /** A fact went. */
    abstract void discount(StandingFact fact);

    abstract boolean isEnough();

    /** The facts that made it enough, in order; never empty when it is. */
    abstract List<StandingFact> enough();

    /** How far it is. */
    abstract Status.Open progress();

    final Iterable<StandingFact> here() {
        return here;
    }

    @Override
    public Truth truth() {
        return isEnough() ? Truth.MET : Truth.OPEN;
    }

    @Override
    public final Status status() {
        if (!isEnough()) {
            return progress();
        }
        List<StandingFact> facts = enough();
        return new Status.Met(facts.get(facts.size() - 1).at());
    }

    @Override
    public final List<StandingFact> facts() {
        return isEnough() ? enough() : List.copyOf(here);
    }

    @Override
    public final @Nullable Percent score() {
        return null;
    }
}
