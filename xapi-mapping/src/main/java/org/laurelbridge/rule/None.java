package org.laurelbridge.rule;

import java.util.List;

/** No part. It reads facts up to the settling time after the moment it is asked about (S5). */
public record None(List<Condition> parts) implements Combination {

    public None {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("none needs at least one part");
        }
    }

    @Override
    public Truth verdict(Tally tally) {
        return tally.none();
    }

    @Override
    public int needed() {
        return 0;
    }

    @Override
    public View through(View view) {
        return view.settled();
    }

    @Override
    public Phrase impossible(List<Finding> found) {
        return found.stream()
                .filter(part -> part.status().truth() == Truth.MET)
                .map(part -> Phrase.of("impossible.none", part.condition().instruction()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String word() {
        return "none";
    }
}
