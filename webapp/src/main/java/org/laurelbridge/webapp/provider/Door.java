package org.laurelbridge.webapp.provider;

import java.time.InstantSource;
import java.util.Optional;
import org.laurelbridge.bridge.grant.Grants;

/** Whose access token is shown. */
public record Door(Grants grants, InstantSource clock) {

    Optional<Grants.Bearer> find(String token) {
        return grants.find(token, clock.instant());
    }
}
