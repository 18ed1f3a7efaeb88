package org.laurelbridge.bridge.send;

import java.net.URI;
import java.time.Duration;

/** OAuth 2.0 with a host (Open Badges 3.0 §7.1, 2.1 §4.2). Throws nothing for what a remote can do. */
public interface AuthorizationServer {

    /** Registers Laurel (RFC 7591). */
    Registered register(Services services);

    /** Where learners come back to. */
    URI back();

    /**
     * Where a learner says yes: the authorization code grant with PKCE S256 (RFC 7636).
     *
     * @param state comes back with the learner
     * @param verifier of PKCE
     */
    URI authorization(Host host, String state, String verifier);

    /** Exchanges a code for tokens. A code is good once: what got no answer is not asked again. */
    Granted exchange(Host host, String code, String verifier);

    /** Exchanges a refresh token for newer tokens (RFC 6749 §6). */
    Granted refresh(Host host, String refresh, String scope);

    /** Ends a grant at the host (RFC 7009), where the host can; false when it did not. */
    boolean revoke(Host host, Grant grant);

    /** What came of registering. */
    sealed interface Registered {
        /** It is registered. */
        record Done(Host.Client client) implements Registered {}

        /** It is not, in words. */
        record Failed(String why) implements Registered {}
    }

    /** What came of asking for tokens. */
    sealed interface Granted {
        /** Here they are. */
        record Given(Grant grant) implements Granted {}

        /**
         * The host says no.
         *
         * @param error its code (RFC 6749 §5.2), as {@code invalid_grant}
         * @param why in words
         */
        record Refused(String error, String why) implements Granted {}

        /**
         * No answer that says so: it may have worked.
         *
         * @param pause that the host asked for; zero when it did not say
         */
        record Unanswered(String why, Duration pause) implements Granted {}
    }
}
