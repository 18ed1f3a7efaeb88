package org.laurelbridge.rule;

import java.util.List;

/** One part or more. Impossible only when every part is. */
public record Any(List<Condition> parts) implements Combination {

    public Any {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("any needs at least one part");
        }
    }

    @Override
    public Truth verdict(Tally tally) {
        return tally.atLeast(needed());
    }

    @Override
    public int needed() {
        return 1;
    }

    @Override
    public String word() {
        return "any";
    }
}
