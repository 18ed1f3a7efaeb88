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

    /** Keeps a draft that was copied, in place of one that was copied before; false when that was changed since, and stays. */
    boolean copy(UUID account, Draft draft);

    /** Forgets a draft. */
    void forget(UUID account, String badge);

    /** The course that a badge was built in first; empty for none. */
    Optional<Course> course(String badge);

    /** The badges that were built in a course. */
    Set<String> badges(Course course);

    /**
     * A rule that a course's instructor made and that waits for a person's word.
     *
     * @param plan its number
     */
    record Planned(long plan, String badge, Course course) {}

    /** A plan is about a rule of a course. */
    void plan(Planned planned);

    /** The rule of a course that a plan is about; empty for none. */
    Optional<Planned> planned(long plan);

    /** The rules of a course that waited or wait, the newest first. */
    List<Planned> plans(Course course, int limit);

    /** The rules of this badge that wait, the newest first. */
    List<Planned> plans(String badge);

    /** A badge belongs to a course from now on, unless it belongs to one already. */
    void give(String badge, Course course);
}
