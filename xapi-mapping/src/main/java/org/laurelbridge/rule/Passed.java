package org.laurelbridge.rule;

import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;

/** The activity was passed: success is true, which the mapping found by verb, result or mastery score. */
public record Passed(String on) implements FactCondition {

    /** A regrade says nothing by itself, only through the fact that it changes. */
    @Override
    public boolean counts(Fact fact) {
        return Boolean.TRUE.equals(fact.success()) && !fact.kind().equals(Kind.REGRADED);
    }

    @Override
    public String word() {
        return "passed";
    }
}
