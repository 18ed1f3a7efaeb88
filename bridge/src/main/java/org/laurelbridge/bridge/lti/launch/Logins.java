package org.laurelbridge.bridge.lti.launch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Logins that began at a platform and have not come back. Nothing of them is kept in a node's memory. */
public interface Logins {
    /** How long a login may take, with the user's password in between. */
    Duration LONGEST = Duration.ofMinutes(10);

    /**
     * A login.
     *
     * @param target the address of ours that the platform announced
     * @param loginHint that it goes by at the platform
     * @param messageHint the same; null when the platform gave none
     */
    record Login(
            UUID platform,
            URI target,
            String loginHint,
            @Nullable String messageHint) {}

    /**
     * Begins one.
     *
     * @param state that comes back with the token, unguessable
     * @param browser what only the browser that began it keeps, unguessable
     */
    void begin(Login login, String state, String browser, Instant now);

    /** The login with this state, whoever began it: to begin it anew in a browser that kept nothing. */
    Optional<Login> find(String state, Instant now);

    /** The login with this state that this browser began, once: whoever asks again, and any other browser, finds nothing. */
    Optional<Login> take(String state, String browser, Instant now);
}
