package org.laurelbridge.bridge.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Recorded;

/**
 * Links by which somebody gives themselves a password, so that nobody else ever knows it. Whoever has one may, so each is good once and
 * for a day, and the next one of an account ends those before.
 */
public interface PasswordLinks extends Recorded<PasswordLinks> {
    /** How long one is good. */
    Duration LENGTH = Duration.ofDays(1);

    /** Gives one; what comes back is unguessable and kept nowhere. */
    String give(UUID account, Instant now);

    /** Whose it is, still unused. */
    Optional<UUID> find(String token, Instant now);

    /** Uses it: of two who do, one has it. */
    Optional<UUID> take(String token, Instant now);
}
