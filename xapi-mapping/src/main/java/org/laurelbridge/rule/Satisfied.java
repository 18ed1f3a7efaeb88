package org.laurelbridge.rule;

import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Cmi5;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;

/**
 * The LMS said that the activity is satisfied.
 *
 * @param level what the statement must be about; null for whatever the mapping finds. The statement says it by the type of its object;
 *     what is not cmi5's own says nothing, and is about the activity
 * @param waived whether it is enough that the LMS waived it ({@code waived: accept}); otherwise a waiver counts for nothing
 */
public record Satisfied(Scope scope, Cmi5.@Nullable Level level, boolean waived) implements FactCondition {

    /** By the kind of the facts alone. */
    public Satisfied(Scope scope) {
        this(scope, null, false);
    }

    /** On any fact of an activity. */
    public Satisfied(String on) {
        this(Scope.of(on));
    }

    @Override
    public boolean counts(StandingFact standing) {
        Fact fact = standing.fact();
        Kind kind = fact.kind();
        boolean says = kind.equals(Kind.SATISFIED) || (waived && kind.equals(Kind.WAIVED));
        Cmi5 cmi5 = fact.cmi5();
        return says && (level == null || cmi5 == null || cmi5.canBeAbout(level, kind));
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
        Phrase satisfy =
                Phrase.of(level == null ? "do.satisfied" : "do.satisfied." + level.word(), new Phrase.Activity(on()));
        return waived ? Phrase.of("do.orWaived", satisfy) : satisfy;
    }
}
