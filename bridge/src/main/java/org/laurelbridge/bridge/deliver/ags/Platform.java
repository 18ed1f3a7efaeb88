package org.laurelbridge.bridge.deliver.ags;

import java.time.InstantSource;
import org.laurelbridge.bridge.deliver.wire.Wire;

/** A platform that Laurel is a tool of: its settings, and requests to it with one set of access tokens. */
public final class Platform {

    private final AgsSettings settings;
    private final Services services;
    private final InstantSource clock;

    public Platform(AgsSettings settings, ToolKey key, Wire wire, InstantSource clock) {
        this.settings = settings;
        this.services = new Services(wire, new AccessTokens(settings, key, wire, clock));
        this.clock = clock;
    }

    AgsSettings settings() {
        return settings;
    }

    Services services() {
        return services;
    }

    InstantSource clock() {
        return clock;
    }
}
