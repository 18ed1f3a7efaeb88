package org.laurelbridge.bridge.verify;

import java.time.Duration;
import java.time.Instant;

/** How often it was asked whether a badge is somebody's. */
public interface MatchTries {
    /** So many in {@link #WITHIN}, of one badge, whoever asks. */
    int MOST = 10;

    Duration WITHIN = Duration.ofHours(1);

    /**
     * Counts one more.
     *
     * @param badge what the badge calls itself
     * @return false when there were too many: then it may not be answered.
     */
    boolean count(String badge, Instant now);
}
