package org.laurelbridge.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Actor;
import org.laurelbridge.xapi.InverseFunctionalIdentifier;

/** What sources may bring. A source that is not listed may bring facts and may void its own statements only. */
record Trust(List<Listed> listed) {

    Trust {
        listed = List.copyOf(listed);
    }

    /**
     * A source that is listed.
     *
     * @param connection the configured source; null when it is known by its authority
     * @param authority who vouches for its statements; null when it is known by its connection
     */
    record Listed(
            String name,
            @Nullable String connection,
            @Nullable InverseFunctionalIdentifier authority,
            boolean facts,
            boolean voids) {

        boolean is(String source, @Nullable Actor vouching) {
            boolean byConnection = connection == null || connection.equals(source);
            boolean byAuthority = authority == null || (vouching != null && authority.equals(vouching.identifier()));
            return byConnection && byAuthority;
        }
    }

    /** Those of the sources that may bring facts, by the names that they are listed under, else by their own. */
    Set<String> mayBringFacts(Set<String> sources, @Nullable Actor authority) {
        Set<String> names = new HashSet<>();
        for (String source : sources) {
            List<Listed> entries =
                    listed.stream().filter(entry -> entry.is(source, authority)).toList();
            entries.stream().filter(Listed::facts).map(Listed::name).forEach(names::add);
            if (entries.isEmpty()) {
                names.add(isTaken(source) ? "source:" + source : source);
            }
        }
        return names;
    }

    /** A source that is not trusted is not believed for being called as one that is. */
    private boolean isTaken(String source) {
        return listed.stream().anyMatch(entry -> entry.name().equals(source));
    }

    /** What a voiding statement may void: that depends on who says it alone, so that it is known before its target comes. */
    VoidReach voidReach(String source, @Nullable Actor authority) {
        return find(source, authority)
                .map(entry -> entry.voids() ? VoidReach.ANYTHING : VoidReach.NOTHING)
                .orElse(VoidReach.OWN);
    }

    private Optional<Listed> find(String source, @Nullable Actor authority) {
        return listed.stream().filter(entry -> entry.is(source, authority)).findFirst();
    }
}
