package org.laurelbridge.webapp.lti;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.webapp.server.Framing;

/** The platforms that Laurel is registered at show it inside their pages; asked for once in half a minute. */
public final class PlatformFraming implements Framing {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final LtiPlatforms platforms;
    private final InstantSource clock;
    private volatile Known known = new Known("'none'", Instant.EPOCH);

    public PlatformFraming(LtiPlatforms platforms, InstantSource clock) {
        this.platforms = platforms;
        this.clock = clock;
    }

    private record Known(String ancestors, Instant at) {}

    @Override
    public String ancestors() {
        Instant now = clock.instant();
        if (!now.isBefore(known.at().plus(FRESH))) {
            known = new Known(read(), now);
        }
        return known.ancestors();
    }

    // 'self' too: a page of ours in a platform's page is an ancestor of what it shows
    private String read() {
        String origins = platforms.list().stream()
                .map(platform -> StoragePage.origin(platform.authorization()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return origins.isEmpty() ? "'none'" : Stream.of("'self'", origins).collect(Collectors.joining(" "));
    }
}
