package org.laurelbridge.bridge.account;

import java.time.Instant;
import java.util.Optional;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.audit.Recorded;

/** The browsers that are signed in. Of the token that each carries only the SHA-256 is kept. */
public interface BrowserSessions extends Recorded<BrowserSessions> {

    /**
     * Begins a session and forgets those that are over.
     *
     * @return its token: 32 random bytes in base64url. It is told this once
     */
    String begin(Holder holder, Instant now, Instant end);

    /** The session of a token, over or not; empty when there is none. */
    Optional<BrowserSession> find(String token);

    /** The browser asked for something. */
    void see(String token, Instant now);

    /** Ends one. */
    void end(String token);

    /** Ends all of a holder, wherever they are; returns how many there were. */
    int endAll(Holder holder);
}
