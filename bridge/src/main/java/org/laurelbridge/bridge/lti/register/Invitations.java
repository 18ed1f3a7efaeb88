package org.laurelbridge.bridge.lti.register;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.audit.Recorded;

/** Invitations that were given and not used. Whoever has one lets a platform register, so each is good once and for a day. */
public interface Invitations extends Recorded<Invitations> {
    /** How long one is good. */
    Duration LENGTH = Duration.ofDays(1);

    /** Gives one, which ends those before it for the same name; what comes back is unguessable and kept nowhere. */
    String give(Invitation invitation, Instant now);

    /** The invitation, still unused. */
    Optional<Invitation> find(String token, Instant now);

    /** All that are still good, by name. */
    List<Open> list(Instant now);

    /** Ends one before it was used. False when there is none such any more. */
    boolean end(String id);

    /**
     * An invitation that was not used.
     *
     * @param id of it, which opens nothing
     */
    record Open(String id, Invitation invitation, Instant ends) {}

    /** Uses it: of two who do, one has it. */
    Optional<Invitation> take(String token, Instant now);
}
