package org.laurelbridge.bridge.send;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a host gave with a learner's yes.
 *
 * @param access the bearer token
 * @param until when it is over; null when the host did not say
 * @param refresh gets another; null when the host gave none
 * @param scope what is allowed, with spaces
 */
public record Grant(
        String access, @Nullable Instant until, @Nullable String refresh, String scope) {

    /** The same with a refresh token that goes on where a renewal gave none (RFC 6749 §6). */
    Grant keeping(String before) {
        return refresh != null ? this : new Grant(access, until, before, scope);
    }

    /** Whether it lets somebody do something. */
    boolean allows(String one) {
        return (" " + scope + " ").contains(" " + one + " ");
    }

    /** Without the tokens: a record is printed sooner or later. */
    @Override
    public String toString() {
        return "grant of " + scope;
    }
}
