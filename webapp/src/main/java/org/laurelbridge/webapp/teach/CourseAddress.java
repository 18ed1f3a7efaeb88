package org.laurelbridge.webapp.teach;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.session.ReturnPath;
import org.laurelbridge.webapp.teach.ClassPage.Whom;

/** Where the pages of a course are. An LMS names system and course as it likes, so both stand there in base64url. */
public final class CourseAddress {
    /** The courses of who is signed in. */
    public static final String ALL = "/teach";

    private static final String COURSES = ALL + "/courses/";
    private static final String SHEET = "class.csv";
    private static final String PEOPLE = "people";

    private CourseAddress() {}

    /** The page of a class. */
    public static String of(Course course) {
        return COURSES + encoded(course.system()) + "/" + encoded(course.id());
    }

    /** Who of a class has a badge. */
    public static String holders(Course course, String badge) {
        return of(course) + "?show=" + Whom.EARNED.word() + "&badge=" + ReturnPath.encoded(badge);
    }

    /** Where the rules of its badges are built. */
    public static String rules(Course course) {
        return ALL + "/rules/" + encoded(course.system()) + "/" + encoded(course.id());
    }

    /** A course by its two parts of an address; empty when they are none. */
    public static Optional<Course> course(String system, String id) {
        try {
            return Optional.of(new Course(decoded(system), decoded(id)));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    static String sheet(Course course) {
        return of(course) + "/" + SHEET;
    }

    /** The page of one of its people. */
    public static String person(Course course, PersonId person) {
        return of(course) + "/" + PEOPLE + "/" + person;
    }

    /** What an address asks for. */
    sealed interface Asked {
        Course course();

        /** The class. */
        record Table(Course course) implements Asked {}

        /** The class as a table to take away. */
        record Sheet(Course course) implements Asked {}

        /** One of the class. */
        record Person(Course course, PersonId person) implements Asked {}
    }

    /**
     * Reads what comes after {@code /teach/courses}.
     *
     * @return empty when no page can be there
     */
    static Optional<Asked> read(@Nullable String path) {
        List<String> parts = List.of(String.valueOf(path).split("/", -1));
        if (parts.size() < 3 || !parts.get(0).isEmpty()) {
            return Optional.empty();
        }
        try {
            Course course = new Course(decoded(parts.get(1)), decoded(parts.get(2)));
            if (parts.size() == 3) {
                return Optional.of(new Asked.Table(course));
            }
            if (parts.size() == 4 && parts.get(3).equals(SHEET)) {
                return Optional.of(new Asked.Sheet(course));
            }
            boolean isPerson = parts.size() == 5 && parts.get(3).equals(PEOPLE);
            return isPerson
                    ? Optional.of(new Asked.Person(course, new PersonId(UUID.fromString(parts.get(4)))))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
