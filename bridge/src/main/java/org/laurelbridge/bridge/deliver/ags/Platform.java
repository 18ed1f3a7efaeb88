package org.laurelbridge.bridge.deliver.ags;

import java.time.InstantSource;
import org.laurelbridge.bridge.deliver.wire.Sender;

/** A platform that Laurel is a tool of: its settings, and requests to it with one set of access tokens. */
public final class Platform {

    private final AgsSettings settings;
    private final CoursePlaces places;
    private final Services services;
    private final InstantSource clock;

    /** One that keeps its courses where its settings say. */
    public Platform(AgsSettings settings, ToolKey key, Sender sender, InstantSource clock) {
        this(settings, settings, key, sender, clock);
    }

    /** @param places where it keeps its courses */
    public Platform(AgsSettings settings, CoursePlaces places, ToolKey key, Sender sender, InstantSource clock) {
        this.settings = settings;
        this.places = places;
        this.services = new Services(sender, new AccessTokens(settings, key, sender, clock));
        this.clock = clock;
    }

    AgsSettings settings() {
        return settings;
    }

    CoursePlaces places() {
        return places;
    }

    Services services() {
        return services;
    }

    InstantSource clock() {
        return clock;
    }
}
