package org.laurelbridge.rule;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;

/**
 * A score of at least so much. Inside one attempt the last score counts, between attempts the policy; attempts without a score
 * are skipped, and where no attempt has one the answer is unknown (S2, S11).
 *
 * @param needed compared with the unrounded fraction: 79.996 % is not 80 %
 * @param grade the letter that stands for it; null where a percent was asked for
 */
public record Scored(Scope scope, Percent needed, @Nullable String grade, AttemptPolicy attempt)
        implements FactCondition {

    /** The kinds whose scores count. A regrade counts through the fact that it regrades. */
    static final Set<Kind> KINDS = Set.of(Kind.PASSED, Kind.FAILED, Kind.COMPLETED, Kind.SCORED);

    /** By a percent. */
    public Scored(Scope scope, Percent needed, AttemptPolicy attempt) {
        this(scope, needed, null, attempt);
    }

    /** In any attempt at an activity. */
    public Scored(String on, Percent needed, AttemptPolicy attempt) {
        this(Scope.of(on), needed, attempt);
    }

    @Override
    public boolean counts(StandingFact fact) {
        return KINDS.contains(fact.fact().kind()) || fact.regrade() != null;
    }

    @Override
    public Gauge gauge() {
        return new Attempts(needed, attempt);
    }

    @Override
    public String word() {
        return "scored";
    }

    @Override
    public Phrase plainInstruction() {
        Phrase which = Phrase.of("attempt." + attempt.word());
        return grade == null
                ? Phrase.of("do.scored", new Phrase.Activity(on()), needed, which)
                : Phrase.of("do.graded", new Phrase.Activity(on()), grade, which);
    }
}
