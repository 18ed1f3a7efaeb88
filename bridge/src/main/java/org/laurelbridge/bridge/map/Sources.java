package org.laurelbridge.bridge.map;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.document.Words;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Derived;
import org.laurelbridge.rule.FactCondition;
import org.laurelbridge.rule.Scope;
import org.laurelbridge.xapi.Problem;

/** Badges that believe one source alone ({@code from}): the mapping lists it, or it is a source of this installation. */
final class Sources {
    private final Set<String> known;

    /** @param configured the sources of this installation */
    Sources(Set<String> configured, Mapping mapping) {
        this.known = new TreeSet<>(configured);
        this.known.addAll(mapping.trusted());
    }

    /** @param file where the badge was read */
    Stream<Problem> strayIn(Badge badge, String file) {
        Set<String> named = badge.rules()
                .flatMap(rule -> rule.everything())
                .flatMap(condition -> condition instanceof FactCondition fact
                        ? Stream.of(fact.scope())
                        : condition instanceof Derived derived
                                ? Stream.of(derived.said().scope())
                                : Stream.<Scope>of())
                .map(Scope::from)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        return named.stream()
                .filter(source -> !known.contains(source))
                .map(source -> new Problem(
                        file,
                        "from \"" + source + "\", which is no source here",
                        "a source that the mapping trusts or the configuration has, "
                                + (known.isEmpty() ? "of which there is none" : String.join(", ", known))
                                + Words.meant(source, known),
                        ""));
    }
}
