package org.laurelbridge.rule;

import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;

/** A fact of one kind about the activity. The kind may be a mapping's own, or the IRI of a verb. */
public record Did(Kind kind, String on) implements FactCondition {

    @Override
    public boolean counts(Fact fact) {
        return fact.kind().equals(kind) || fact.verb().equals(kind.name());
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
    public Phrase instruction() {
        return Phrase.of("do.did", new Phrase.Activity(on), kind.name());
    }
}
