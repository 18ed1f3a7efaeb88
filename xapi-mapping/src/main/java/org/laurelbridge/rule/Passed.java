package org.laurelbridge.rule;

import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Percent;

/**
 * The activity was passed: success is true, which the mapping found by verb, result or mastery score.
 *
 * @param orElse the score that passes where nobody told a mastery score; null where success alone decides
 */
public record Passed(Scope scope, @Nullable Percent orElse) implements FactCondition {

    /** By any fact of an activity. */
    public Passed(String on) {
        this(Scope.of(on), null);
    }

    /** A regrade says nothing by itself, only through the fact that it changes. */
    @Override
    public boolean counts(StandingFact standing) {
        Fact fact = standing.fact();
        if (fact.kind().equals(Kind.REGRADED)) {
            return false;
        }
        Percent percent = fact.percent();
        // progress is told as a score too, so it is one only with the kinds that bring scores
        if (orElse == null || percent == null || fact.mastery() || !Scored.KINDS.contains(fact.kind())) {
            return Boolean.TRUE.equals(fact.success());
        }
        return !Boolean.FALSE.equals(fact.success()) && percent.compareTo(orElse) >= 0;
    }

    @Override
    public Gauge gauge() {
        return new First();
    }

    @Override
    public Phrase plainInstruction() {
        Phrase.Activity on = new Phrase.Activity(on());
        return orElse == null ? Phrase.of("do.passed", on) : Phrase.of("do.passedOrElse", on, orElse);
    }

    @Override
    public String word() {
        return "passed";
    }
}
