package org.laurelbridge.webapp.teach;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.webapp.admin.PersonPage.Why;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.verify.AwardState;

/**
 * One of a class, and why they have each badge or have it not yet.
 *
 * @param path of the class
 */
public record LearnerPage(TeachFrame frame, String name, String course, String path, List<One> badges) {

    /**
     * A badge.
     *
     * @param state of its award; null when it was not earned
     * @param earned null when it was not
     * @param reason why it stands so, by whoever decided; null for nothing
     * @param waits whether it waits for an instructor's word
     * @param change what would earn it; null when it is earned, or nothing would
     */
    public record One(
            String title,
            String picture,
            @Nullable AwardState state,
            @Nullable Moment earned,
            @Nullable String reason,
            List<Line> why,
            @Nullable String change,
            boolean waits) {}

    /**
     * How one condition stands.
     *
     * @param score that met it; null for none
     * @param statements on which that rests, the newest first
     */
    public record Line(Why why, List<Link> statements, @Nullable String score) {}

    /** Where a statement is shown. */
    public record Link(String path, Moment at) {}
}
