package org.laurelbridge.rule;

import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;

/** The LMS said that the activity is satisfied. */
public record Satisfied(Scope scope) implements FactCondition {

    /** On any fact of an activity. */
    public Satisfied(String on) {
        this(Scope.of(on));
    }

    @Override
    public boolean counts(StandingFact standing) {
        Fact fact = standing.fact();
        return fact.kind().equals(Kind.SATISFIED);
    }

    @Override
    public String word() {
        return "satisfied";
    }

    @Override
    public Gauge gauge() {
        return new First();
    }

    @Override
    public Phrase plainInstruction() {
        return Phrase.of("do.satisfied", new Phrase.Activity(on()));
    }
}
