package org.laurelbridge.bridge.award;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Cycle;
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
            earlier(current).ifPresent(before -> addWithEarlier(all, before));
            earned.forEach(version -> inForce.find(badge, version).ifPresent(all::add));
        });
        return all.stream().distinct().toList();
    }

    private void addWithEarlier(List<Badge> all, Badge version) {
        all.add(version);
        earlier(version).ifPresent(before -> addWithEarlier(all, before));
    }

    /** The one that those go by who had begun before this one; empty where everyone goes by this one. */
    private Optional<Badge> earlier(Badge version) {
        return inForce.find(badge, version.terms().applies().underway())
                .filter(other -> other.version() < version.version());
    }

    /** That which an award was earned under; empty when it cannot be read any more. */
    Optional<Badge> of(Award award) {
        return inForce.find(badge, award.badgeVersion());
    }

    /**
     * For whoever has no award of this cycle yet: the version in force, but for those who had begun it before that what it says
     * about them; that may be an earlier version which in its turn left those before it to another. The newest is the first.
     *
     * @param last the award that it would follow; null for the first
     */
    List<Badge> forNew(List<Fact> facts, List<Attestation> attested, Cycle.@Nullable Earned last) {
        return judging(inForce.find(badge).orElseThrow(), facts, attested, last);
    }

    private List<Badge> judging(
            Badge version, List<Fact> facts, List<Attestation> attested, Cycle.@Nullable Earned last) {
        List<Badge> before = earlier(version)
                .map(other -> judging(other, facts, attested, last))
                .orElse(List.of());
        Instant since = inForce.since(version);
        boolean hadBegun = before.stream()
                .flatMap(other -> chances(other, last).stream())
                .anyMatch(chance -> hadBegun(chance, since, facts, attested));
        if (!hadBegun) {
            return List.of(version);
        }
        return version.terms().applies().either()
                ? Stream.concat(Stream.of(version), before.stream()).toList()
                : before;
    }

    private static List<Cycle> chances(Badge rule, Cycle.@Nullable Earned last) {
        return last == null ? List.of(Cycle.first(rule)) : Cycle.after(rule, last);
    }

    /**
     * By the time of what was done or said, so that it plays no part when it came; what paid for an earlier award, and what happened
     * before this one could be earned, began nothing. What lasts goes on in this one.
     */
    private static boolean hadBegun(Cycle chance, Instant before, List<Fact> facts, List<Attestation> attested) {
        Condition rule = chance.rule();
        return facts.stream()
                        .filter(fact -> rule.activities().contains(fact.activity()))
                        .anyMatch(fact -> isOf(chance, fact.statement(), fact.at(), before))
                || attested.stream()
                        .filter(one -> rule.attestedSubjects().contains(new Subject(one.topic(), one.subject())))
                        .anyMatch(one -> one.topic().isEvent()
                                ? isOf(chance, one.id(), one.from(), before)
                                : one.from().isBefore(before) && chance.since().isBefore(before));
    }

    private static boolean isOf(Cycle chance, UUID id, Instant at, Instant before) {
        return at.isBefore(before)
                && !at.isBefore(chance.since())
                && !chance.spent().contains(id);
    }
}
