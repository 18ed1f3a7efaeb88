package org.laurelbridge.rule;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.mapping.Kind;

/**
 * The words that a mapping gives to rules.
 *
 * @param activities labels
 * @param kinds the canonical ones and the mapping's own
 * @param complete whether every other word is a mistake; false where no mapping is at hand
 */
public record Vocabulary(Set<String> activities, Set<String> kinds, boolean complete) {

    public Vocabulary {
        activities = Set.copyOf(activities);
        kinds = Set.copyOf(kinds);
    }

    /** Of a mapping with these labels and these kinds of its own. */
    public static Vocabulary of(Set<String> activities, Set<Kind> ownKinds) {
        return new Vocabulary(activities, names(ownKinds), true);
    }

    /** Of no mapping: labels and kinds are taken as they are. */
    public static Vocabulary open() {
        return new Vocabulary(Set.of(), names(Set.of()), false);
    }

    boolean allowsActivity(String label) {
        return !complete || activities.contains(label);
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
