package org.laurelbridge.webapp.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.words.English;
import org.laurelbridge.webapp.words.Saying;

/**
 * The courses whose rosters are read, and how it stands with each.
 *
 * @param troubles of sources whose courses cannot be listed
 */
public record RostersPage(Frame frame, List<Saying> troubles, List<Line> lines) {

    /**
     * A course.
     *
     * @param title its own, or its id where nobody told one
     * @param read when it was read last; null before the first good read
     */
    public record Line(
            Courses.Standing course, String title, @Nullable Moment read) {
        static Line of(Courses.Standing course) {
            String title = Optional.ofNullable(course.title())
                    .filter(text -> !text.isBlank())
                    .orElse(course.course().id());
            return new Line(course, title, PersonPage.momentOrNull(course.readAt()));
        }
    }

    static RostersPage of(Frame frame, Courses courses) {
        return new RostersPage(
                frame, troubles(courses), courses.list().stream().map(Line::of).toList());
    }

    private static List<Saying> troubles(Courses courses) {
        List<Saying> troubles = new ArrayList<>();
        courses.listSources().forEach(source -> {
            if (source.trouble() != null) {
                troubles.add(Saying.of("admin.rosters.trouble", source.name(), new English(source.trouble())));
            }
        });
        return troubles;
    }

    /** How many sources and rosters cannot be read. */
    static long count(Courses courses) {
        return troubles(courses).size()
                + courses.list().stream()
                        .filter(course -> course.trouble() != null)
                        .count();
    }
}
