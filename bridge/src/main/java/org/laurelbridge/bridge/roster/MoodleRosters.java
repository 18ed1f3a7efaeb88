package org.laurelbridge.bridge.roster;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.laurelbridge.bridge.deliver.CourseMembers;
import org.laurelbridge.bridge.deliver.moodle.EnrolledUsers;
import org.laurelbridge.bridge.record.Courses;

/** Rosters of a Moodle, by its web services. */
public final class MoodleRosters implements RosterSource {
    /** Short names of the roles that a Moodle has from the start; one with another name neither teaches nor learns. */
    private static final Set<String> TEACHERS = Set.of("editingteacher", "teacher");

    private static final String LEARNER = "student";

    private final Settings settings;
    private final EnrolledUsers moodle;

    /**
     * A Moodle whose rosters are read.
     *
     * @param name of the source
     * @param root the site's wwwroot, without a slash at its end
     * @param courses the numbers of the courses; empty for all that the token may see
     */
    public record Settings(String name, URI root, List<String> courses, Duration every, boolean trustsEmail) {
        public Settings {
            courses = List.copyOf(courses);
        }
    }

    public MoodleRosters(Settings settings, EnrolledUsers moodle) {
        this.settings = settings;
        this.moodle = moodle;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Duration every() {
        return settings.every();
    }

    @Override
    public Duration listedEvery() {
        return settings.every();
    }

    @Override
    public boolean trustsEmail() {
        return settings.trustsEmail();
    }

    @Override
    public Listing courses() {
        EnrolledUsers.Courses found = moodle.courses();
        if (found instanceof EnrolledUsers.Courses.Unread unread) {
            return new Listing.Unlisted(unread.why());
        }
        List<EnrolledUsers.Course> all = ((EnrolledUsers.Courses.Listed) found).courses();
        return new Listing.Listed(all.stream()
                .filter(course ->
                        settings.courses().isEmpty() || settings.courses().contains(course.id()))
                .map(course -> listed(course.id(), course.title()))
                .toList());
    }

    private Courses.Listed listed(String id, String title) {
        String root = settings.root().toString();
        return new Courses.Listed(new Courses.Course(root, id), Subjects.ofMoodle(root, id), title);
    }

    @Override
    public CourseMembers read(Courses.Course course) {
        return moodle.read(course.id());
    }

    @Override
    public Part part(CourseMembers.User user) {
        return new Part(
                user.roles().stream().anyMatch(TEACHERS::contains), user.roles().contains(LEARNER));
    }
}
