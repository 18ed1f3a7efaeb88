package org.laurelbridge.bridge.record;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Identifier;

/**
 * Somebody who is to be a person, or is one already.
 *
 * @param name null leaves a known name as it is
 * @param identifiers what they are known by; at least one
 */
public record Newcomer(@Nullable String name, List<Identifier> identifiers) {
    public Newcomer {
        name = Optional.ofNullable(name)
                .flatMap(told -> ToldText.line(told, ToldText.LONGEST))
                .orElse(null);
        identifiers = List.copyOf(identifiers);
        if (identifiers.isEmpty()) {
            throw new IllegalArgumentException("a person is known by at least one identifier");
        }
    }
}
