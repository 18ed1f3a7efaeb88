package org.laurelbridge.bridge.record;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Identifier;

/**
 * Somebody who can earn a badge.
 *
 * @param name for people to read; null when nobody told
 * @param identifiers what they are known by: their own sorted, then those of who was merged into them
 */
public record Person(PersonId id, @Nullable String name, List<Identifier> identifiers) {
    public Person {
        identifiers = List.copyOf(identifiers);
    }

    /** The first address, lower-case, when one is known. */
    public Optional<String> email() {
        return identifiers.stream()
                .filter(identifier -> identifier.kind().equals("email"))
                .map(Identifier::value)
                .findFirst();
    }
}
