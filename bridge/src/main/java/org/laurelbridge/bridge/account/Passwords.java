package org.laurelbridge.bridge.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Recorded;

/** The hashes of passwords. */
public interface Passwords extends Recorded<Passwords> {

    /** The hash of an account's password; empty when it has none. */
    Optional<String> find(UUID account);

    /** Gives an account a password instead of the one that it had. */
    void set(UUID account, String hash, Instant now);
}
