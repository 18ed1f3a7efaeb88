package org.laurelbridge.webapp.teach;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.record.PersonId;

/**
 * What an address below {@code /teach/charts}, {@code /teach/board} or {@code /teach/statements} asks for.
 *
 * @param rest of the address, part by part
 */
record WatchAddress(Course course, List<String> rest) {
    static final String CHARTS = CourseAddress.ALL + "/charts";
    static final String BOARD = CourseAddress.ALL + "/board";
    static final String STATEMENTS = CourseAddress.ALL + "/statements";

    static String charts(Course course) {
        return CHARTS + below(course);
    }

    static String board(Course course) {
        return BOARD + below(course);
    }

    static String statement(Course course, PersonId person, UUID statement) {
        return STATEMENTS + below(course) + "/" + person + "/" + statement;
    }

    private static String below(Course course) {
        return CourseAddress.rules(course).substring(CourseAddress.ALL.length() + "/rules".length());
    }

    /** Empty when no page can be there. */
    static Optional<WatchAddress> read(@Nullable String path, int parts) {
        List<String> all = Arrays.asList(String.valueOf(path).split("/", -1));
        return all.size() == 3 + parts
                ? CourseAddress.course(all.get(1), all.get(2))
                        .map(course -> new WatchAddress(course, all.subList(3, all.size())))
                : Optional.empty();
    }

    /** An id among the rest; empty when it is none. */
    Optional<UUID> id(int place) {
        try {
            return Optional.of(UUID.fromString(rest.get(place)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
