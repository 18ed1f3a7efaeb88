package org.laurelbridge.bridge.roster;

import java.time.Duration;
import java.util.List;
import org.laurelbridge.bridge.deliver.CourseMembers;
import org.laurelbridge.bridge.record.Courses;

/** What tells who is in the courses of one LMS. Blocks when it asks the LMS, within bounds. */
public interface RosterSource {

    /** As it is shown and kept; at most 100 characters, and no other's. */
    String name();

    /** How often each roster is read. */
    Duration every();

    /** How often the courses are listed. */
    Duration listedEvery();

    /** Whether somebody is who an address says that a roster tells. */
    boolean trustsEmail();

    /** Its courses. */
    Listing courses();

    /** Who is in one of its courses. */
    CourseMembers read(Courses.Course course);

    /** What roles of a member mean here. */
    Part part(CourseMembers.User user);

    /** Whether somebody teaches, learns, both or neither. */
    record Part(boolean teaches, boolean learns) {}

    /** What came of listing courses. */
    sealed interface Listing {
        /** All whose rosters it tells. */
        record Listed(List<Courses.Listed> courses) implements Listing {
            public Listed {
                courses = List.copyOf(courses);
            }
        }

        /**
         * They cannot be listed.
         *
         * @param why in words
         */
        record Unlisted(String why) implements Listing {}
    }
}
