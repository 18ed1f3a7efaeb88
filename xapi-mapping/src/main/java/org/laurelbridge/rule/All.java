package org.laurelbridge.rule;

import java.util.List;

/** Every part. Impossible as soon as one part is. */
public record All(List<Condition> parts) implements Combination {

    public All {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("all needs at least one part");
        }
    }

    @Override
    public Truth verdict(Tally tally) {
        return tally.atLeast(needed());
    }

    @Override
    public int needed() {
        return parts.size();
    }

    @Override
    public String word() {
        return "all";
    }
}
