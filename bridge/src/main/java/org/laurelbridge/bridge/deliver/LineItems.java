package org.laurelbridge.bridge.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which gradebook column belongs to a badge in a course. Columns are not unique in an LMS, so making one is claimed here first. */
public interface LineItems {

    /** The column's address, when it was found or made before. */
    Optional<String> find(Key key);

    /** Claims the right to look for the column and to make it; false while another has it, and when the column is known. */
    boolean claim(Key key, Instant now, Duration lease);

    /** Remembers the column. */
    void save(Key key, String address);

    /**
     * Forgets a column that the LMS no longer has, unless another has taken its place meanwhile. Grades that were delivered to it are
     * delivered again, to the next one.
     */
    void forget(Key key, String address);

    /** Gives the right back before its time: looking failed and nothing was made. */
    void release(Key key);

    /** A column's place. */
    record Key(String target, String course, String badge) {}
}
