package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Applies;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Subject;

/** By which version of a badge somebody is judged (rules: S9). */
public final class Versions {
    private final InForce inForce;
    private final String badge;

    public Versions(InForce inForce, String badge) {
        this.inForce = inForce;
        this.badge = badge;
    }

    /** Every version that may be asked; none when the badge is not in force. */
    List<Badge> all(List<Award> held) {
        return all(held.stream().map(Award::badgeVersion).collect(Collectors.toSet()));
    }

    /**
     * The same.
     *
     * @param earned versions that awards were earned under
     */
    public List<Badge> all(Set<Integer> earned) {
        List<Badge> all = new ArrayList<>();
        inForce.find(badge).ifPresent(current -> {
            all.add(current);
            inForce.find(badge, current.terms().applies().underway()).ifPresent(all::add);
            earned.forEach(version -> inForce.find(badge, version).ifPresent(all::add));
        });
        return all.stream().distinct().toList();
    }

    /** That which an award was earned under; empty when it cannot be read any more. */
    Optional<Badge> of(Award award) {
        return inForce.find(badge, award.badgeVersion());
    }

    /**
     * For whoever has no award yet: the version in force, but for those who had begun before it what it says about them. The first
     * of two is the version in force.
     */
    List<Badge> forNew(List<Fact> facts, List<Attestation> attested) {
        Badge current = inForce.find(badge).orElseThrow();
        Applies applies = current.terms().applies();
        Optional<Badge> earlier =
                inForce.find(badge, applies.underway()).filter(other -> other.version() != current.version());
        if (earlier.isEmpty() || !hadBegun(current, earlier.get(), facts, attested)) {
            return List.of(current);
        }
        return applies.either() ? Stream.of(current, earlier.get()).toList() : List.of(earlier.get());
    }

    /** By the time of what was done or said, so that it plays no part when it came. */
    private boolean hadBegun(Badge current, Badge earlier, List<Fact> facts, List<Attestation> attested) {
        Instant since = inForce.since(current);
        return facts.stream()
                        .anyMatch(fact -> earlier.activities().contains(fact.activity())
                                && fact.at().isBefore(since))
                || attested.stream()
                        .anyMatch(one -> earlier.attestedSubjects().contains(new Subject(one.topic(), one.subject()))
                                && one.from().isBefore(since));
    }
}
