package org.laurelbridge.rule;

/** A condition that many facts of one sort make true together. */
public sealed interface GatheredCondition extends FactCondition permits Count, Total, Streak {

    /** What is gathered. */
    Sort of();

    @Override
    default Scope scope() {
        return of().scope();
    }

    @Override
    default boolean counts(StandingFact fact) {
        return of().has(fact.fact());
    }
}
