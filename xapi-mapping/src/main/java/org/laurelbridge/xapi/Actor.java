package org.laurelbridge.xapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent or a group (xAPI 1.0.3 Data 2.4.2).
 *
 * @param name never identifies anybody
 * @param identifier null for an anonymous group alone
 * @param members of a group; empty for an agent
 */
public record Actor(
        Type type, @Nullable String name, @Nullable InverseFunctionalIdentifier identifier, List<Actor> members) {
    /** Agent or group. */
    public enum Type {
        AGENT,
        GROUP
    }

    public Actor {
        members = List.copyOf(members);
    }
}
