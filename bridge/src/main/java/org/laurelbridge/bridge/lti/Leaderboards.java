package org.laurelbridge.bridge.lti;

import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.Classes.Taught;
import org.laurelbridge.bridge.record.PersonId;

/** Boards of courses that tell how many badges learners have, each by an alias. Off, unless the instructor switches it on. */
public interface Leaderboards extends Recorded<Leaderboards> {

    /** What aliases of a course are made with. */
    interface Aliases {
        /** The same for the same person in the same course, always. */
        String of(PersonId person);
    }

    /** Switches it; nothing happens when it is so already. */
    void set(Course course, boolean on);

    /** Empty while it is off. */
    Optional<Aliases> find(Course course);

    /** The courses whose boards are on, by title. */
    List<Taught> list();
}
