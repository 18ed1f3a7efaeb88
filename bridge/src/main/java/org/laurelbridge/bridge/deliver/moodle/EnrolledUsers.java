package org.laurelbridge.bridge.deliver.moodle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.CourseMembers;
import org.laurelbridge.bridge.deliver.KnownUsers;
import org.laurelbridge.bridge.deliver.wire.Json;
import org.laurelbridge.bridge.deliver.wire.Stopped;
import tools.jackson.databind.JsonNode;

/** Reads a Moodle's courses and who is enrolled in them, by web services. */
public final class EnrolledUsers {

    private static final String COURSES = "core_course_get_courses_by_field";
    private static final String USERS = "core_enrol_get_enrolled_users";
    /** The front page is a course to Moodle: the first one. */
    private static final String FRONT_PAGE = "1";

    private static final int PAGE = 1_000;

    private final MoodleFunctions functions;

    public EnrolledUsers(MoodleFunctions functions) {
        this.functions = functions;
    }

    /**
     * A course.
     *
     * @param id the number in its address
     */
    public record Course(String id, String title) {}

    /** What came of asking for courses. */
    public sealed interface Courses {
        /** Those that the token may see. */
        record Listed(List<Course> courses) implements Courses {
            public Listed {
                courses = List.copyOf(courses);
            }
        }

        /**
         * Nobody knows which there are.
         *
         * @param why in words
         */
        record Unread(String why) implements Courses {}
    }

    /** All courses but the front page; that there is none at all is how a Moodle says that the token may see none. */
    public Courses courses() {
        try {
            JsonNode found = functions.read(COURSES, Map.of()).path("courses");
            if (!found.isArray()) {
                return new Courses.Unread(COURSES + ": the answer has no courses in it");
            }
            List<Course> courses = found.valueStream()
                    .map(course -> new Course(Json.text(course.path("id")), Json.text(course.path("fullname"))))
                    .filter(course ->
                            KnownUsers.isNumber(course.id()) && !course.id().equals(FRONT_PAGE))
                    .toList();
            return courses.isEmpty()
                    ? new Courses.Unread(COURSES + ": the token sees no course")
                    : new Courses.Listed(courses);
        } catch (Stopped stopped) {
            return new Courses.Unread(stopped.reason());
        }
    }

    /** Who is actively enrolled. */
    public CourseMembers read(String course) {
        try {
            List<CourseMembers.User> users = new ArrayList<>();
            for (int page = 0; page < CourseMembers.MOST_PAGES; page++) {
                JsonNode some = page(course, page * PAGE);
                some.forEach(user -> users.add(user(user)));
                // users whom the token may not see are missing from a page: a short one is not the last
                if (some.isEmpty()) {
                    return new CourseMembers.Listed(users);
                }
            }
            return new CourseMembers.Unread(USERS + ": its pages have no end", Duration.ZERO);
        } catch (Stopped stopped) {
            return stopped.attempt() instanceof Attempt.Later later
                    ? new CourseMembers.Unread(later.reason(), later.notBefore())
                    : new CourseMembers.Unread(stopped.reason(), Duration.ZERO);
        }
    }

    private JsonNode page(String course, int from) {
        JsonNode users = functions.read(
                USERS,
                Map.of(
                        "courseid", course,
                        "options[0][name]", "onlyactive",
                        "options[0][value]", "1",
                        "options[1][name]", "limitfrom",
                        "options[1][value]", Integer.toString(from),
                        "options[2][name]", "limitnumber",
                        "options[2][value]", Integer.toString(PAGE),
                        "options[3][name]", "userfields",
                        "options[3][value]", "id,username,fullname,email,idnumber,roles"));
        if (!users.isArray()) {
            throw new Stopped(new Attempt.Later(USERS + ": the answer is no list", Duration.ZERO));
        }
        return users;
    }

    private static CourseMembers.User user(JsonNode user) {
        return new CourseMembers.User(
                Json.text(user.path("id")),
                Json.text(user.path("fullname")),
                Json.text(user.path("email")),
                Json.text(user.path("username")),
                Json.text(user.path("idnumber")),
                user.path("roles")
                        .valueStream()
                        .map(role -> Json.text(role.path("shortname")))
                        .collect(Collectors.toSet()));
    }
}
