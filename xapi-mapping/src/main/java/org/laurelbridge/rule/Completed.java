package org.laurelbridge.rule;

import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;

/** The activity was completed: by its completion, or by its kind where no completion says otherwise. */
public record Completed(String on) implements FactCondition {

    @Override
    public boolean counts(Fact fact) {
        Boolean completion = fact.completion();
        return completion == null
                ? fact.kind().equals(Kind.COMPLETED)
                : completion && !fact.kind().equals(Kind.REGRADED);
    }

    @Override
    public String word() {
        return "completed";
    }
}
