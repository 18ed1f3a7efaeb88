package org.laurelbridge.bridge.lti;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.lti.Classes.Course;

/** Rules that are being built, and the courses that badges were built in. */
public interface Workshop extends Recorded<Workshop> {

    /**
     * A rule that is not in force.
     *
     * @param text a badge document, right or wrong
     */
    record Draft(String badge, String text, Instant changed) {}

    /** What an account keeps of a badge. */
    Optional<Draft> find(UUID account, String badge);

    /** All that an account keeps, newest first. */
    List<Draft> list(UUID account);

    /** Keeps a draft in place of the one before. */
    void keep(UUID account, Draft draft);

    /** Forgets a draft. */
    void forget(UUID account, String badge);

    /** The course that a badge was built in first; empty for none. */
    Optional<Course> course(String badge);

    /** The badges that were built in a course. */
    Set<String> badges(Course course);

    /** A badge belongs to a course from now on, unless it belongs to one already. */
    void give(String badge, Course course);
}
