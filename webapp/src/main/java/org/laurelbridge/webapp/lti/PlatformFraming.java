package org.laurelbridge.webapp.lti;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.webapp.server.Framing;

/** The platforms that Laurel is registered at show it inside their pages, from the moment when they are. */
public record PlatformFraming(LtiPlatforms platforms) implements Framing {

    // 'self' too: a page of ours in a platform's page is an ancestor of what it shows
    @Override
    public String ancestors() {
        String origins = platforms.list().stream()
                .map(platform -> StoragePage.origin(platform.authorization()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return origins.isEmpty() ? "'none'" : Stream.of("'self'", origins).collect(Collectors.joining(" "));
    }
}
