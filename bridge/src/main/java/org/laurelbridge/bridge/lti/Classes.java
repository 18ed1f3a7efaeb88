package org.laurelbridge.bridge.lti;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.PersonId;

/** Who teaches whom: what rosters tell, and where none was read, what platforms said when people came in. */
public interface Classes {

    /**
     * A course of an LMS.
     *
     * @param system root of the LMS as statements name it, without a slash at its end
     * @param id that the LMS knows it by
     */
    record Course(String system, String id) {}

    /**
     * A course that somebody teaches.
     *
     * @param subject what rules about its members name it by; empty when no roster tells
     */
    record Taught(Course course, Optional<String> title, Optional<String> subject) {}

    /** Somebody who learns in a course, by whom they are known now. */
    record Learner(PersonId person, @Nullable String name) {}

    /**
     * The courses that somebody teaches, by title.
     *
     * @param self the person whose badges are the account's; null when it has none
     */
    List<Taught> taught(UUID account, @Nullable PersonId self);

    /** Who learns in a course, by name. */
    List<Learner> learners(Course course);

    /** Whether somebody, as they are known now, learns in a course. */
    boolean learnsIn(PersonId person, Course course);

    /** Whether somebody is known who teaches a course that this person learns in. */
    boolean isTaught(PersonId person);

    /** The badges that instructors placed in a course. */
    Set<String> placed(Course course);

    /** The names that badges deliver to a system by, as far as it is a registered platform. */
    Set<String> names(String system);
}
