package org.laurelbridge.rule;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.mapping.Structure;

/**
 * The words that a mapping gives to rules.
 *
 * @param activities labels
 * @param kinds the canonical ones and the mapping's own
 * @param structures what cmi5 course structures say of activities, by label; null where that is not known
 * @param grades from which percent on a letter is reached, by letter; null where that is not known
 * @param complete whether every other word is a mistake; false where no mapping is at hand
 */
public record Vocabulary(
        Set<String> activities,
        Set<String> kinds,
        @Nullable Map<String, Structure> structures,
        @Nullable Map<String, Percent> grades,
        boolean complete) {

    public Vocabulary {
        activities = Set.copyOf(activities);
        kinds = Set.copyOf(kinds);
        structures = structures == null ? null : Map.copyOf(structures);
        grades = grades == null ? null : Map.copyOf(grades);
    }

    /** Of a mapping. */
    public static Vocabulary of(Mapping mapping) {
        return new Vocabulary(
                mapping.activities().keySet(), names(mapping.ownKinds()), mapping.structures(), mapping.grades(), true);
    }

    /** Of a mapping with these labels and these kinds of its own, and no course structures. */
    public static Vocabulary of(Set<String> activities, Set<Kind> ownKinds) {
        return new Vocabulary(activities, names(ownKinds), Map.of(), Map.of(), true);
    }

    /** Of a mapping with mistakes: its labels and kinds are seen, its course structures are not. */
    public static Vocabulary seen(Set<String> activities, Set<Kind> ownKinds) {
        return new Vocabulary(activities, names(ownKinds), null, null, true);
    }

    /** Of no mapping: labels and kinds are taken as they are. */
    public static Vocabulary open() {
        return new Vocabulary(Set.of(), names(Set.of()), null, null, false);
    }

    boolean allowsActivity(String label) {
        return !complete || activities.contains(label);
    }

    boolean knowsStructures() {
        return structures != null;
    }

    /** What an activity is in a course structure; empty when it is in none, or that is not known. */
    Optional<Structure> structure(String label) {
        return structures == null ? Optional.empty() : Optional.ofNullable(structures.get(label));
    }

    boolean allowsKind(String kind) {
        return !complete || kinds.contains(kind);
    }

    private static Set<String> names(Set<Kind> ownKinds) {
        return Stream.concat(Kind.CANONICAL.stream(), ownKinds.stream())
                .map(Kind::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
