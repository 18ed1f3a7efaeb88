package org.laurelbridge.bridge.secret;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.audit.Recorded;

/** Tokens that let programs and administrators in. Only their SHA-256 is kept: who lost one makes another. */
public interface AccessTokens extends Recorded<AccessTokens> {

    /**
     * A new token: {@code laurel_} and 32 random bytes in base64url. It is shown this once.
     *
     * @param name what it is for, up to 100 characters
     * @param role what it may do, up to 20 characters
     */
    String make(String name, String role, Instant now);

    /** Whom a token belongs to; empty when it is none. The work is the same for every text. */
    Optional<Holder> find(String token);

    /** All, by name. */
    List<Holder> list();

    /** Ends every token of that name; returns how many there were. */
    int revoke(String name);

    /** Whether there is none yet: the first start. */
    boolean isEmpty();

    /** Whom a token belongs to, and since when. */
    record Holder(String name, String role, Instant created) {}
}
