package org.laurelbridge.bridge.deliver.moodle;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.deliver.KnownUsers;

/**
 * A Moodle that takes grades by web services. These cannot make a column of the gradebook: the grade goes to an activity that is
 * there, and an administrator says which.
 *
 * @param name of the target
 * @param root the site's wwwroot
 * @param token of the web service's user
 * @param writing the function to write with
 * @param places where each badge's grade goes
 */
public record MoodleSettings(String name, URI root, String token, Writing writing, List<Place> places) {

    public MoodleSettings {
        places = List.copyOf(places);
    }

    /** How a grade is written. */
    public enum Writing {
        /** {@code core_grades_update_grades}: any activity; without the remark, which Moodle drops. */
        GRADE,
        /** {@code mod_assign_save_grade}: assignments; with the remark as feedback. */
        ASSIGNMENT
    }

    /** Where a badge's grade goes in a course; the course may be empty in a delivery, the activity knows its own. */
    Optional<Place> placeOf(String badge, String course) {
        return places.stream()
                .filter(place -> place.badge().equals(badge))
                .filter(place -> place.course().isEmpty()
                        || course.isEmpty()
                        || place.course().equals(course))
                .findFirst();
    }

    /**
     * Where a badge's grade goes.
     *
     * @param course needed only when the badge has grades in several courses; else empty
     * @param activity the course module id: the number in the address of the activity's page, {@code …/mod/assign/view.php?id=17}
     */
    public record Place(String badge, String course, String activity) {
        public Place {
            if (!KnownUsers.isNumber(activity)) {
                throw new IllegalArgumentException("activity of badge " + badge + " is \"" + activity
                        + "\", expected the number in the address of the activity's page");
            }
        }
    }

    @Override
    public String toString() {
        return "MoodleSettings[" + name + ", " + root + "]";
    }
}
