package org.laurelbridge.bridge.map;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.RuleIndex;
import org.laurelbridge.rule.Subject;

/** The documents in force at one moment, compiled. Immutable: a change makes another one. */
public final class InForce {

    private final long turn;
    private final long generation;
    private final Mapping mapping;
    private final Map<String, Instant> since;
    private final List<Badge> badges;
    private final Map<String, Badge> byId = new HashMap<>();
    private final Map<String, Badge> byReference = new HashMap<>();
    private final RuleIndex index;
    private final Map<String, String> titles;

    /**
     * @param turn see {@link RuleDocuments#turn}
     * @param generation of the mapping, more than 0
     * @param since when each version first came into force, by reference
     * @param earlier other versions of these badges: awards that were earned under one are decided by it
     */
    InForce(
            long turn,
            long generation,
            Mapping mapping,
            List<Badge> badges,
            List<Badge> earlier,
            Map<String, Instant> since) {
        this.turn = turn;
        this.generation = generation;
        this.mapping = mapping;
        this.since = Map.copyOf(since);
        this.badges = List.copyOf(badges);
        List<Badge> all = new ArrayList<>(badges);
        all.addAll(earlier);
        badges.forEach(badge -> byId.put(badge.id(), badge));
        all.forEach(badge -> byReference.putIfAbsent(badge.reference(), badge));
        this.index = RuleIndex.of(all);
        this.titles = Map.copyOf(mapping.activities());
    }

    public long turn() {
        return turn;
    }

    /** What marks facts that this mapping made. */
    public long generation() {
        return generation;
    }

    public Mapping mapping() {
        return mapping;
    }

    /** By their ids. */
    public List<Badge> badges() {
        return badges;
    }

    /** A badge's version in force. */
    public Optional<Badge> find(String badge) {
        return Optional.ofNullable(byId.get(badge));
    }

    /** A badge's version, in force or an earlier one that can still be read; empty when no version of it is in force. */
    public Optional<Badge> find(String badge, int version) {
        return Optional.ofNullable(byReference.get(badge + "@" + version));
    }

    /** The ids of the badges whose rules read an activity, in one of their versions. */
    public List<String> badgesOf(String activity) {
        return index.listByActivity(activity).stream().map(Badge::id).distinct().toList();
    }

    /** The ids of the badges whose rules ask about this, in one of their versions. */
    public List<String> badgesOf(Subject subject) {
        return index.listBySubject(subject).stream().map(Badge::id).distinct().toList();
    }

    /** When this version first came into force; the beginning of time where nobody knows. */
    public Instant since(Badge badge) {
        return since.getOrDefault(badge.reference(), Instant.MIN);
    }

    /** What people call an activity. */
    public String title(String activity) {
        return titles.getOrDefault(activity, activity);
    }

    /** What facts are made by. */
    FactLog.Basis basis() {
        return new FactLog.Basis(turn, generation, mapping.unknown(), this::badgesOf);
    }
}
