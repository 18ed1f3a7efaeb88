package org.laurelbridge.rule;

import org.laurelbridge.mapping.Kind;

/** A fact of one kind about the activity. The kind may be a mapping's own, or the IRI of a verb. */
public record Did(Kind kind, Scope scope) implements FactCondition {

    /** About any fact of an activity. */
    public Did(Kind kind, String on) {
        this(kind, Scope.of(on));
    }

    @Override
    public boolean counts(StandingFact fact) {
        return Sort.is(kind, fact.fact());
    }

    @Override
    public Gauge gauge() {
        return new First();
    }

    @Override
    public String word() {
        return "did";
    }

    @Override
    public String subject() {
        return kind.name();
    }

    @Override
    public Phrase plainInstruction() {
        return Phrase.of("do.did", new Phrase.Activity(on()), kind.name());
    }
}
