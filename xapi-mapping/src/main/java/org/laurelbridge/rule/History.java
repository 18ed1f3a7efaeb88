package org.laurelbridge.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Fact;

/**
 * Everything known of one learner that a rule may read. Facts of voided statements have been left out by whoever made it (S2);
 * the order in which facts are given plays no part, nor does giving one twice.
 */
public final class History {
    private final Map<String, List<Fact>> byActivity;
    private final Attestations attestations;

    private History(Map<String, List<Fact>> byActivity, Attestations attestations) {
        this.byActivity = byActivity;
        this.attestations = attestations;
    }

    /** Of somebody of whom nothing is attested. */
    public static History of(Collection<Fact> facts) {
        return of(facts, List.of());
    }

    public static History of(Collection<Fact> facts, Collection<Attestation> attestations) {
        Map<String, List<Fact>> byActivity = new HashMap<>();
        facts.forEach(fact -> byActivity
                .computeIfAbsent(fact.activity(), activity -> new ArrayList<>())
                .add(fact));
        byActivity.replaceAll((activity, those) -> inOrder(those));
        return new History(byActivity, Attestations.of(attestations));
    }

    /** Each statement once: its facts have one time, so that they are side by side. */
    private static List<Fact> inOrder(List<Fact> facts) {
        facts.sort(Fact.IN_ORDER);
        List<Fact> once = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            if (once.isEmpty() || !once.get(once.size() - 1).statement().equals(fact.statement())) {
                once.add(fact);
            }
        }
        return once;
    }

    /** What can be seen at {@code now}: held facts are not there until their moment comes (S3), what cmi5 forbids is left out, regrades are applied (S2). */
    public View seenAt(Instant now, Duration gain, Cycle cycle) {
        Map<String, List<Fact>> visible = new TreeMap<>();
        for (String activity : cycle.rule().activities()) {
            visible.put(
                    activity, facts(activity).filter(fact -> !isHeld(fact, now)).toList());
        }
        return new View(new Standings(visible), attestations.seenAt(now), gain, cycle);
    }

    /** The next moment after {@code now} at which a held fact, or something attested, begins to count; null when there is none. */
    public @Nullable Instant nextRelease(Instant now, Set<String> activities) {
        Instant next = attestations.nextAfter(now);
        for (String activity : activities) {
            for (Fact fact : byActivity.getOrDefault(activity, List.of())) {
                Instant release = fact.heldUntil();
                if (release != null && release.isAfter(now) && (next == null || release.isBefore(next))) {
                    next = release;
                }
            }
        }
        return next;
    }

    private Stream<Fact> facts(String activity) {
        return byActivity.getOrDefault(activity, List.of()).stream();
    }

    private static boolean isHeld(Fact fact, Instant now) {
        return fact.heldUntil() != null && fact.heldUntil().isAfter(now);
    }
}
