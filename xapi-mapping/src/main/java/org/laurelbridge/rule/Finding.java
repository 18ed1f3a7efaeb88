package org.laurelbridge.rule;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Percent;

/**
 * What one condition found at one moment.
 *
 * @param facts on which the status rests; empty when nothing happened, and on a combination, whose parts have them
 * @param attested what is attested on which it rests; empty but for a condition on that
 * @param score the score that decided, or that was looked at; null when no score plays a part
 * @param parts of a combination, in the order of the rule
 * @param support the parts that made it met, in the order of the rule; no more of them than it needs
 */
public record Finding(
        Condition condition,
        Status status,
        List<StandingFact> facts,
        List<Attestation> attested,
        @Nullable Percent score,
        List<Finding> parts,
        List<Finding> support) {

    static Finding leaf(Condition condition, Status status, List<StandingFact> facts, @Nullable Percent score) {
        return new Finding(condition, status, facts, List.of(), score, List.of(), List.of());
    }

    static Finding attested(Condition condition, Status status, List<Attestation> attested) {
        return new Finding(condition, status, List.of(), attested, null, List.of(), List.of());
    }

    static Finding combined(Condition condition, Status status, List<Finding> parts, List<Finding> support) {
        return new Finding(condition, status, List.of(), List.of(), null, parts, support);
    }

    /** The facts that made it true, each condition's together. */
    public Stream<StandingFact> evidence() {
        return supportingLeaves().flatMap(leaf -> leaf.facts.stream());
    }

    /** What is attested that made it true. */
    public Stream<Attestation> attestedEvidence() {
        return supportingLeaves().flatMap(leaf -> leaf.attested.stream());
    }

    /** The score for a gradebook: of the first {@code scored} that made it true, else of the first fact that has one. */
    public @Nullable Percent decidingScore() {
        return Stream.concat(supportingLeaves().filter(leaf -> leaf.condition instanceof Scored), supportingLeaves())
                .map(Finding::score)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Stream<Finding> supportingLeaves() {
        return parts.isEmpty() ? Stream.of(this) : support.stream().flatMap(Finding::supportingLeaves);
    }
}
