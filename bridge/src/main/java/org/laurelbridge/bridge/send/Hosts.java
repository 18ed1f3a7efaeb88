package org.laurelbridge.bridge.send;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The hosts that are known, as whom Laurel is registered there, and the learners who are on their way. */
public interface Hosts {

    /** Keeps what a host's discovery says now of a version; a registration there stays, and so do its other versions. */
    Host keep(URI address, Services services, Instant now);

    /**
     * Keeps a registration, unless another node kept a good one meanwhile.
     *
     * @return the host with the registration that counts
     */
    Host register(UUID host, Host.Client client, Instant now);

    /** Forgets a registration that the host does not know any more. */
    void forget(UUID host, String clientId);

    /** Keeps who is sent to a host, by what comes back with them. */
    void open(String state, Way way, Instant until);

    /**
     * Who comes back: each once, in time, in the browser that left.
     *
     * @param account by which the learner is signed in
     * @param session what the browser's session knows alone
     */
    Optional<Way> take(String state, UUID account, String session, Instant now);

    /**
     * A learner on the way to a host and back.
     *
     * @param account by which the learner is signed in
     * @param session what the browser's session knows alone
     * @param verifier of PKCE (RFC 7636)
     */
    record Way(UUID account, String session, UUID host, String verifier) {
        /** Without the secrets: a record is printed sooner or later. */
        @Override
        public String toString() {
            return "way to " + host;
        }
    }

    /** A host by its id. */
    Optional<Host> find(UUID host);
}
