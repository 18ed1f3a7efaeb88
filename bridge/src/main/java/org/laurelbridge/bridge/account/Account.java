package org.laurelbridge.bridge.account;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.PersonId;

/**
 * Somebody who may sign in.
 *
 * @param name as pages greet them, up to 200 characters
 * @param email null when none is known
 * @param learner the person whose badges are theirs: for somebody who was merged, the one who was kept. Null for who earns none
 * @param isDisabled nobody is signed in by it, whatever they know
 */
public record Account(
        UUID id,
        String name,
        @Nullable String email,
        Set<Role> roles,
        @Nullable PersonId learner,
        boolean isDisabled) {
    public Account {
        roles = Set.copyOf(roles);
    }

    /** A new one. */
    public static Account made(String name, @Nullable String email, Set<Role> roles, @Nullable PersonId learner) {
        return new Account(UUID.randomUUID(), name, email, roles, learner, false);
    }
}
