package org.laurelbridge.bridge.lti;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How much platforms are used. */
public interface PlatformFigures {

    /** Of every platform. */
    Map<UUID, Figures> read();

    /**
     * Of one.
     *
     * @param registered when it was
     * @param courses that people came in from
     * @param people who came in
     * @param seen when somebody came in last; null when nobody did
     */
    record Figures(
            Instant registered,
            long courses,
            long people,
            @Nullable Instant seen) {}
}
