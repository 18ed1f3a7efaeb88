package org.laurelbridge.mapping;

import java.util.List;
import java.util.Optional;
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

    boolean mayBringFacts(String source, @Nullable Actor authority) {
        return find(source, authority).map(Listed::facts).orElse(true);
    }

    /** A target that is not here yet may be voided by whoever may void anything. */
    boolean mayVoid(String source, @Nullable Actor authority, @Nullable String sourceOfTarget) {
        boolean isOwn = sourceOfTarget == null || sourceOfTarget.equals(source);
        return find(source, authority).map(Listed::voids).orElse(isOwn);
    }

    private Optional<Listed> find(String source, @Nullable Actor authority) {
        return listed.stream().filter(entry -> entry.is(source, authority)).findFirst();
    }
}
