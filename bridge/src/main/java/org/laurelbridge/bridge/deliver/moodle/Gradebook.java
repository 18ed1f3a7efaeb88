package org.laurelbridge.bridge.deliver.moodle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.laurelbridge.bridge.deliver.Attempt;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.deliver.wire.Json;
import org.laurelbridge.bridge.deliver.wire.Stopped;
import tools.jackson.databind.JsonNode;

/** Reads what must be true before a write, for Moodle writes anything without a word, and what stands after it. */
final class Gradebook {

    private static final int PAGE = 1000;
    private static final int MOST_PAGES = 200;

    private final MoodleFunctions functions;

    Gradebook(MoodleFunctions functions) {
        this.functions = functions;
    }

    /** The activity that a course module is. */
    Activity activity(String module) {
        JsonNode found = functions
                .read("core_course_get_course_module", Map.of("cmid", module))
                .path("cm");
        return new Activity(
                module,
                Json.text(found.path("course")),
                Json.text(found.path("modname")),
                Json.text(found.path("instance")));
    }

    /** Whether the user is enrolled: a grade of somebody who is not would be written all the same. */
    boolean isEnrolled(String course, String user) {
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode users = functions.read(
                    "core_enrol_get_enrolled_users",
                    Map.of(
                            "courseid", course,
                            "options[0][name]", "userfields",
                            "options[0][value]", "id",
                            "options[1][name]", "limitfrom",
                            "options[1][value]", Integer.toString(page * PAGE),
                            "options[2][name]", "limitnumber",
                            "options[2][value]", Integer.toString(PAGE)));
            for (JsonNode enrolled : users) {
                if (Json.text(enrolled.path("id")).equals(user)) {
                    return true;
                }
            }
            if (users.size() < PAGE) {
                return false;
            }
        }
        return false;
    }

    /**
     * What stands for the user at the activity.
     *
     * @throws Stopped when the activity has no grade, or the token may not see it
     */
    Grade grade(Activity activity, String user) {
        JsonNode report = functions.read(
                "gradereport_user_get_grade_items", Map.of("courseid", activity.course(), "userid", user));
        for (JsonNode item : report.path("usergrades").path(0).path("gradeitems")) {
            if (Json.text(item.path("cmid")).equals(activity.module())
                    && item.path("itemnumber").asInt(0) == 0) {
                return Grade.of(item);
            }
        }
        throw new Stopped(new Attempt.Refused("activity " + activity.module() + " has no grade item in course "
                + activity.course() + ", or the token may not see it"));
    }

    /**
     * A grade that stands.
     *
     * @param raw empty when there is none
     */
    record Grade(Optional<BigDecimal> raw, BigDecimal maximum) {

        private static final int DECIMALS = 5;

        static Grade of(JsonNode item) {
            return new Grade(
                    number(item.path("graderaw")), number(item.path("grademax")).orElse(BigDecimal.ZERO));
        }

        private static Optional<BigDecimal> number(JsonNode node) {
            double value = node.asDouble(Double.NaN);
            return Double.isFinite(value) ? Optional.of(BigDecimal.valueOf(value)) : Optional.empty();
        }

        /** The delivery's grade on this activity's scale, as Moodle keeps it; clamped, as more is silently not taken. */
        BigDecimal wanted(Delivery delivery) {
            BigDecimal grade = delivery.grade().min(delivery.maximum()).max(BigDecimal.ZERO);
            return grade.multiply(maximum).divide(delivery.maximum(), DECIMALS, RoundingMode.HALF_UP);
        }

        /** Whether the delivery's grade stands. */
        boolean is(Delivery delivery) {
            BigDecimal rounding = BigDecimal.ONE.movePointLeft(DECIMALS);
            return raw.filter(value -> value.subtract(wanted(delivery)).abs().compareTo(rounding) <= 0)
                    .isPresent();
        }
    }
}
