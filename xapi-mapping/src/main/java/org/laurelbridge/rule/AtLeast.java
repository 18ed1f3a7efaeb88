package org.laurelbridge.rule;

import java.util.List;

/** Any {@code n} of the parts. */
public record AtLeast(int n, List<Condition> parts) implements Combination {

    public AtLeast {
        parts = List.copyOf(parts);
        if (n < 1 || n > parts.size()) {
            throw new IllegalArgumentException(n + " of " + parts.size() + " parts");
        }
    }

    @Override
    public Truth verdict(Tally tally) {
        return tally.atLeast(n);
    }

    @Override
    public int needed() {
        return n;
    }

    @Override
    public int shownOf() {
        return n;
    }

    @Override
    public String word() {
        return "atLeast";
    }

    @Override
    public Phrase instruction() {
        return Phrase.of("do.atLeast", new Phrase.Listed(parts), String.valueOf(n));
    }
}
