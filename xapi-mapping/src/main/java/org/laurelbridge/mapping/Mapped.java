package org.laurelbridge.mapping;

import java.util.List;

/**
 * What the mapping makes of a statement.
 *
 * @param facts one for each activity of the mapping that its object is; empty when it is none
 * @param alike where there are none: facts about what could be taken for an activity, under {@link Activity#alike}; for explanations
 * @param learners whose facts they are: one for an agent, the members of a group when the mapping says so
 * @param diagnostics what a person may want to mend
 */
public record Mapped(List<Fact> facts, List<Fact> alike, List<Learner> learners, List<Diagnostic> diagnostics) {
    public Mapped {
        facts = List.copyOf(facts);
        alike = List.copyOf(alike);
        learners = List.copyOf(learners);
        diagnostics = List.copyOf(diagnostics);
    }
}
