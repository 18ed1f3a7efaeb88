package org.laurelbridge.rule;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurelbridge.mapping.Kind;

/**
 * The words that a mapping gives to rules.
 *
 * @param activities labels; null-free and possibly empty, then every label is unknown
 * @param kinds the canonical ones and the mapping's own
 */
public record Vocabulary(Set<String> activities, Set<String> kinds) {

    public Vocabulary {
        activities = Set.copyOf(activities);
        kinds = Set.copyOf(kinds);
    }

    /** Of a mapping with these labels and these kinds of its own. */
    public static Vocabulary of(Set<String> activities, Set<Kind> ownKinds) {
        Set<String> kinds =
                Kind.CANONICAL.stream().map(Kind::name).collect(Collectors.toCollection(LinkedHashSet::new));
        ownKinds.forEach(kind -> kinds.add(kind.name()));
        return new Vocabulary(activities, kinds);
    }
}
