package org.laurelbridge.rule;

import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Cmi5;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;

/**
 * A statement that cmi5 itself defines, about a unit, as its moveOn asks for it (cmi5 13.1.4): other senders' "passed", and successes
 * told by other verbs, satisfy no unit.
 *
 * @param kind completed, passed or waived
 */
record Cmi5Did(Kind kind, Scope scope) implements FactCondition {

    @Override
    public boolean counts(StandingFact standing) {
        Fact fact = standing.fact();
        Cmi5 cmi5 = fact.cmi5();
        return cmi5 != null
                && cmi5.own()
                && fact.kind().equals(kind)
                && cmi5.canBeAbout(Cmi5.Level.AU, kind)
                && !Boolean.FALSE.equals(said(fact));
    }

    /** "Passed" with a score below the mastery score does not count, nor "completed" that takes itself back. */
    private static @Nullable Boolean said(Fact fact) {
        return fact.kind().equals(Kind.COMPLETED) ? fact.completion() : fact.success();
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
    public Phrase plainInstruction() {
        return Phrase.of("do.did", new Phrase.Activity(on()), kind.name());
    }
}
