package org.laurelbridge.bridge.lti.place;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which badges stand in which courses. Whoever learns in a course and has a badge that stands there gets its grade there. */
public interface Placements {

    /**
     * Keeps what a launch said. A new placement is a reason to look at everyone who learns in the course; a column that is gone, or
     * another one than before, gets again what stood in the old one.
     */
    void see(Placement placement, Instant now);

    /** Those in a course, by badge and link; of the column only an address or that there is none. */
    List<Placement> list(UUID platform, String course);
}
