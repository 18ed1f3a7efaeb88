package org.laurelbridge.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An actor as somebody to be found among the people.
 *
 * @param own the actor's exact identifier: email, mbox_sha1sum, openid or account
 * @param candidates what to look for, in this order; the first that a person has wins. The own identifier comes first
 * @param name for people to read; never identifies
 */
public record Learner(
        Identifier own,
        List<Identifier> candidates,
        @Nullable String name) {
    public Learner {
        candidates = List.copyOf(candidates);
    }
}
