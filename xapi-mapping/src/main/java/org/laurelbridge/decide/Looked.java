package org.laurelbridge.decide;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Cycle;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.StandingFact;
import org.laurelbridge.rule.Status;
import org.laurelbridge.rule.View;

/** What one chance to earn a badge looked like at one moment, from which its decision is written. */
record Looked(Badge badge, Cycle cycle, View seen, Instant now) {

    Decision met(Instant earned, Finding finding, View view, @Nullable Instant lookAgain) {
        List<StandingFact> facts = finding.evidence().toList();
        Status status = new Status.Met(earned);
        return new Decision(
                cycle,
                status,
                earned,
                sorted(facts.stream().flatMap(fact -> fact.statements().stream())),
                sorted(finding.attestedEvidence().map(Attestation::id)),
                new Explanation(badge, status, now, finding, view),
                false,
                lookAgain,
                finding.decidingScore(),
                courses(facts),
                facts.stream().anyMatch(fact -> fact.fact().late()));
    }

    /** @param settles whether it is earned and only waits for its time */
    Decision notMet(Status status, Finding finding, View view, boolean settles, @Nullable Instant lookAgain) {
        Explanation explanation = new Explanation(badge, status, now, finding, view);
        return new Decision(
                cycle, status, null, List.of(), List.of(), explanation, settles, lookAgain, null, List.of(), false);
    }

    /** What is open stays so no longer than this chance. */
    Status bounded(Status status) {
        Instant closes = cycle.closes();
        if (closes == null || !(status instanceof Status.Open open)) {
            return status;
        }
        return new Status.Open(open.done(), open.of(), open.progress(), earliest(Stream.of(closes, open.deadline())));
    }

    static @Nullable Instant earliest(Stream<@Nullable Instant> moments) {
        return moments.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    private static List<UUID> sorted(Stream<UUID> ids) {
        return ids.distinct().sorted(Comparator.comparing(UUID::toString)).toList();
    }

    private static List<String> courses(List<StandingFact> facts) {
        return facts.stream()
                .map(fact -> fact.fact().course())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
