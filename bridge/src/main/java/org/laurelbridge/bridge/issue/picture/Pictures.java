package org.laurelbridge.bridge.issue.picture;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurelbridge.bridge.audit.Recorded;

/** The pictures that people gave badges, one a badge, whatever its version. */
public interface Pictures extends Recorded<Pictures> {

    /** A picture as it is kept. */
    sealed interface Source {

        /**
         * One to be drawn.
         *
         * @param json as {@link PictureDesignJson} writes it
         */
        record Designed(String json) implements Source {}

        /**
         * One that was brought.
         *
         * @param png below 16 MB
         */
        record Uploaded(PngFile png) implements Source {}
    }

    /**
     * The picture of a badge.
     *
     * @param fingerprint 64 hexadecimal digits that change when the source does
     * @param changed when it became this, exact to the microsecond
     */
    record Kept(Source source, String fingerprint, Instant changed) {}

    /** A badge's picture; empty when it looks as all do. */
    Optional<Kept> find(String badge);

    /** The badges that have a picture of their own, by id. */
    List<String> badges();

    /** The fingerprint of a badge's picture, without the picture. */
    Optional<String> fingerprint(String badge);

    /**
     * What is known of a picture without the picture.
     *
     * @param isDesigned whether it is drawn; else it was brought
     */
    record Mark(String fingerprint, boolean isDesigned) {}

    /** All of them, by badge. */
    Map<String, Mark> marks();

    /** From now on a badge looks like this. The same picture again changes nothing. */
    void save(String badge, Source source, Instant now);

    /** From now on a badge looks as all do. Whether it did not before. */
    boolean remove(String badge);
}
