package org.laurelbridge.webapp.session;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.record.PersonId;

/**
 * Who asks, signed in with a browser.
 *
 * @param account its id; for who is signed in by an administrator's token, the mark of that token
 * @param name as pages greet them
 * @param learner the person whose badges are theirs; empty for who earns none
 */
public record Visitor(UUID account, String name, Set<Role> roles, Optional<PersonId> learner) {
    public Visitor {
        roles = Set.copyOf(roles);
    }

    static Visitor of(Account account) {
        return new Visitor(account.id(), account.name(), account.roles(), Optional.ofNullable(account.learner()));
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether this is somebody whose badges are those of this person. */
    public boolean isLearner(PersonId person) {
        return learner.filter(person::equals).isPresent();
    }
}
