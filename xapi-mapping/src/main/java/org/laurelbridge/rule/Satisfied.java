package org.laurelbridge.rule;

import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;

/** The LMS said that the activity is satisfied. */
public record Satisfied(String on) implements FactCondition {

    @Override
    public boolean counts(Fact fact) {
        return fact.kind().equals(Kind.SATISFIED);
    }

    @Override
    public String word() {
        return "satisfied";
    }
}
