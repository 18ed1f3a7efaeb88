package org.laurelbridge.rule;

import java.util.EnumMap;
import java.util.Map;

/** How many parts of a combination have each {@link Truth}. Counting is all that Kleene's logic needs. */
final class Tally {
    private final Map<Truth, Integer> counts = new EnumMap<>(Truth.class);
    private int all;

    void add(Truth truth) {
        counts.merge(truth, 1, Integer::sum);
        all++;
    }

    void move(Truth from, Truth to) {
        counts.merge(from, -1, Integer::sum);
        counts.merge(to, 1, Integer::sum);
    }

    int count(Truth truth) {
        return counts.getOrDefault(truth, 0);
    }

    /**
     * {@code needed} of the parts. With all of them this is "and", with one it is "or": open counts as false today,
     * impossible as false for ever.
     */
    Truth atLeast(int needed) {
        int met = count(Truth.MET);
        if (met >= needed) {
            return Truth.MET;
        }
        if (all - count(Truth.IMPOSSIBLE) < needed) {
            return Truth.IMPOSSIBLE;
        }
        return met + count(Truth.UNKNOWN) >= needed ? Truth.UNKNOWN : Truth.OPEN;
    }

    /** None of the parts: what did not happen is met today, and what happened cannot be undone. */
    Truth none() {
        if (count(Truth.MET) > 0) {
            return Truth.IMPOSSIBLE;
        }
        return count(Truth.UNKNOWN) > 0 ? Truth.UNKNOWN : Truth.MET;
    }
}
