package org.laurelbridge.bridge.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which gradebook column belongs to a badge in a course. Columns are not unique in an LMS, so making one is claimed here first. */
public interface LineItems {

    /** The column's address, when it was found or made before. */
    Optional<String> find(Key key);

    /** Claims the right to look for the column and to make it; false while another node has it. */
    boolean claim(Key key, Instant now, Duration lease);

    /** Remembers the column. */
    void save(Key key, String address);

    /** Forgets it: the LMS no longer has it. */
    void forget(Key key);

    /** A column's place. */
    record Key(String target, String course, String badge) {}
}
