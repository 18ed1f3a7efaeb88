package org.laurelbridge.bridge.lti.register;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.laurelbridge.bridge.audit.Recorded;

/** Invitations that were given and not used. Whoever has one lets a platform register, so each is good once and for a day. */
public interface Invitations extends Recorded<Invitations> {
    /** How long one is good. */
    Duration LENGTH = Duration.ofDays(1);

    /** Gives one; what comes back is unguessable and kept nowhere. */
    String give(Invitation invitation, Instant now);

    /** The invitation, still unused. */
    Optional<Invitation> find(String token, Instant now);

    /** Uses it: of two who do, one has it. */
    Optional<Invitation> take(String token, Instant now);
}
