package org.laurelbridge.decide;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.History;
import org.laurelbridge.rule.Phrase;
import org.laurelbridge.rule.StandingFact;
import org.laurelbridge.rule.Status;
import org.laurelbridge.rule.View;

/**
 * Decides whether a learner has earned a badge (S4, S5): the moment of earning from the rule's timeline, then its findings at
 * that moment. It costs n log n for the n facts of the activities that the rule names.
 */
public final class Decider {

    /**
     * Whether it is earned, since when and by what.
     *
     * @param now the moment it is asked about: no later fact counts
     */
    public Decision decide(Badge badge, History history, Instant now) {
        View seen = history.seenAt(now, badge.activities(), badge.settle().gain());
        List<Prospect> prospects = Prospect.of(badge.when(), seen, now);
        Prospect best = Prospect.best(prospects);
        Instant earned = best.earned();
        Instant release = history.nextRelease(now, badge.activities());
        if (earned == null) {
            Instant next = prospects.stream()
                    .flatMap(prospect -> Stream.ofNullable(prospect.next(now)))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            return notMet(badge, best.view(), now, badge.when().finding(best.view(), now), earliest(release, next));
        }
        Finding finding = badge.when().finding(best.view(), earned);
        Instant due = earned.plus(seen.gain());
        return due.isAfter(now)
                ? settling(badge, best.view(), now, finding, due, earliest(release, due))
                : met(badge, best.view(), now, finding, earned, release);
    }

    private static Decision met(
            Badge badge, View view, Instant now, Finding finding, Instant earned, @Nullable Instant lookAgain) {
        List<StandingFact> facts = finding.evidence().toList();
        Status status = new Status.Met(earned);
        return new Decision(
                status,
                earned,
                statements(facts),
                new Explanation(badge, status, now, finding, view.leftOut()),
                lookAgain,
                finding.decidingScore(),
                courses(facts));
    }

    private static Decision notMet(Badge badge, View view, Instant now, Finding finding, @Nullable Instant lookAgain) {
        // A rule can be met at a moment of no fact: then there is no moment of earning yet (S5).
        Status status = finding.status() instanceof Status.Met
                ? new Status.Open(0, 1, Phrase.of("open.notYet"), null)
                : finding.status();
        return open(badge, view, status, now, finding, lookAgain);
    }

    private static Decision settling(
            Badge badge, View view, Instant now, Finding finding, Instant due, @Nullable Instant lookAgain) {
        return open(
                badge,
                view,
                new Status.Open(1, 1, Phrase.of("open.settles", new Phrase.Minute(due)), null),
                now,
                finding,
                lookAgain);
    }

    private static Decision open(
            Badge badge, View view, Status status, Instant now, Finding finding, @Nullable Instant lookAgain) {
        Explanation explanation = new Explanation(badge, status, now, finding, view.leftOut());
        return new Decision(status, null, List.of(), explanation, lookAgain, null, List.of());
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(one == null ? Instant.MAX : one, other == null ? Instant.MAX : other)
                .min(Comparator.naturalOrder())
                .filter(moment -> moment.isBefore(Instant.MAX))
                .orElse(null);
    }

    private static List<UUID> statements(List<StandingFact> facts) {
        return facts.stream()
                .flatMap(fact -> fact.statements().stream())
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
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
