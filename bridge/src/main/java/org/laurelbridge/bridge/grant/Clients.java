package org.laurelbridge.bridge.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Recorded;

/** The applications that registered themselves (RFC 7591). Of a secret its fingerprint alone is kept. */
public interface Clients extends Recorded<Clients> {

    /** How many registrations one address may ask for within an hour. */
    int MOST_AN_HOUR = 20;

    /** What no learner allowed anything by then is forgotten. */
    Duration PATIENCE = Duration.ofDays(30);

    /** Counts an address's wish to register; false when it asked too often. All nodes count together. */
    boolean count(String address, Instant now);

    /**
     * Keeps an application, and forgets some that nobody ever allowed anything.
     *
     * @param secret null for a public one
     */
    void add(Client client, @Nullable String secret);

    /** The application of a client_id. */
    Optional<Client> find(UUID id);

    /** Whether this is the secret of an application; never of a public one. */
    boolean isSecret(UUID id, String secret);
}
