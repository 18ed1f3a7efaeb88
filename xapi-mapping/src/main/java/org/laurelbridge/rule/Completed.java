package org.laurelbridge.rule;

import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;

/** The activity was completed: by its completion, or by its kind where no completion says otherwise. */
public record Completed(Scope scope) implements FactCondition {

    /** On any fact of an activity. */
    public Completed(String on) {
        this(Scope.of(on));
    }

    @Override
    public boolean counts(StandingFact standing) {
        Fact fact = standing.fact();
        Boolean completion = fact.completion();
        return completion == null
                ? fact.kind().equals(Kind.COMPLETED)
                : completion && !fact.kind().equals(Kind.REGRADED);
    }

    @Override
    public String word() {
        return "completed";
    }

    @Override
    public Gauge gauge() {
        return new First();
    }

    @Override
    public Phrase plainInstruction() {
        return Phrase.of("do.completed", new Phrase.Activity(on()));
    }
}
