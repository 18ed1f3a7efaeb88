package org.laurelbridge.bridge.map;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Activities that statements were about or that an LMS lists, whether the mapping knows them or not, by the courses that they belong to. */
public interface FoundActivities {
    /** The place that all belong to. */
    String EVERYWHERE = "";

    /**
     * An activity.
     *
     * @param id an IRI, as statements name it
     * @param title null when nobody told
     * @param type the last part of its type's IRI, or the LMS's word for it; null when nobody told
     */
    record Found(
            String id, @Nullable String title, @Nullable String type) {}

    /**
     * An activity where it was found.
     *
     * @param place see {@link CoursePlaces}; or {@link #EVERYWHERE}
     */
    record Placed(String place, Found found) {}

    /** A place in the log, in the order in which statements were stored, before about so many of the newest; empty when there are not so many. */
    Optional<Long> before(int statements);

    /** How far something was read; empty before the first time. */
    Optional<Long> until(String what);

    /** Keeps what was found, and how far it was read, in one commit. Doing it twice changes nothing but when it was found. */
    void keep(Collection<Placed> found, Instant now, String what, long until);

    /** What was found in one of these places, each once, that found last first. */
    List<Found> list(Collection<String> places, int limit);

    /** Forgets what was found before a moment alone. */
    void forget(Instant before);
}
