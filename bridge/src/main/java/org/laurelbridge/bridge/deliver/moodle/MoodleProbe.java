package org.laurelbridge.bridge.deliver.moodle;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.deliver.wire.Json;
import org.laurelbridge.bridge.deliver.wire.Reply;
import org.laurelbridge.bridge.deliver.wire.Stopped;
import org.laurelbridge.bridge.deliver.wire.Wire;
import tools.jackson.databind.JsonNode;

/**
 * A trial of a Moodle that names the step at which it fails. Writes nothing: functions are asked about things that no Moodle has, and
 * whether the token may use one is told before that is looked at.
 */
public final class MoodleProbe {
    private static final String NOBODY = "0";

    private final MoodleFunctions functions;
    private final boolean rosters;
    private final List<Step> steps = new ArrayList<>();

    /** @param rosters whether who is enrolled is to be read, too */
    public MoodleProbe(URI root, String token, boolean rosters) {
        this.functions = new MoodleFunctions(root, token, new Wire());
        this.rosters = rosters;
    }

    /** What is tried, in this order. */
    public enum What {
        /** A server answers at the address. */
        CONNECTION,
        /** It is a Moodle, whose web services answer. */
        SERVICE,
        /** The token is known. */
        TOKEN,
        /** Learners are found. */
        USERS,
        /** It is seen who is enrolled. */
        ENROLLED,
        /** The activity that takes a grade is found. */
        ACTIVITY,
        /** Grades are read, before and after each is written. */
        GRADES,
        /** Grades are written. */
        WRITING,
        /** Courses are seen. */
        COURSES
    }

    /** How it went. */
    public enum Mark {
        GOOD,
        BAD,
        NOT_TRIED
    }

    /**
     * A step.
     *
     * @param detail a function of Moodle, or what the server answered; empty for none
     */
    public record Step(What what, Mark mark, String detail) {}

    /** All steps, none of them tried: there was no way to the server. */
    public List<Step> untried() {
        return rest();
    }

    /** All steps in their order. Blocks for some minutes at most. */
    public List<Step> run() {
        if (answers()) {
            may(
                    What.USERS,
                    "core_user_get_users_by_field",
                    Map.of("field", "email", "values[0]", "nobody@example.org"));
            may(What.ENROLLED, "core_enrol_get_enrolled_users", Map.of("courseid", NOBODY));
            may(What.ACTIVITY, "core_course_get_course_module", Map.of("cmid", NOBODY));
            may(What.GRADES, "gradereport_user_get_grade_items", Map.of("courseid", NOBODY, "userid", NOBODY));
            may(What.WRITING, "core_grades_update_grades", nothingToWrite());
            if (rosters) {
                courses();
            }
        }
        return rest();
    }

    private List<Step> rest() {
        Set<What> told = steps.stream().map(Step::what).collect(Collectors.toSet());
        for (What what : What.values()) {
            if (!told.contains(what) && (rosters || what != What.COURSES)) {
                steps.add(new Step(what, Mark.NOT_TRIED, ""));
            }
        }
        return List.copyOf(steps);
    }

    private static Map<String, String> nothingToWrite() {
        return Map.of(
                "source",
                "laurel",
                "courseid",
                NOBODY,
                "component",
                "mod_assign",
                "activityid",
                NOBODY,
                "itemnumber",
                "0");
    }

    private boolean answers() {
        Reply reply = functions.call("core_user_get_users_by_field", Map.of("field", "id", "values[0]", NOBODY));
        if (!(reply instanceof Reply.Answered answered)) {
            return tell(What.CONNECTION, Mark.BAD, reply.words());
        }
        tell(What.CONNECTION, Mark.GOOD, "");
        if (!answered.isGood()) {
            return tell(What.SERVICE, Mark.BAD, reply.words());
        }
        JsonNode answer;
        try {
            answer = Json.read("", answered.body());
        } catch (Stopped noMoodle) {
            return tell(What.SERVICE, Mark.BAD, reply.words());
        }
        String error = Json.text(answer.path("errorcode"));
        if (Set.of("enablewsdescription", "servicenotavailable", "sitemaintenance")
                .contains(error)) {
            return tell(What.SERVICE, Mark.BAD, error);
        }
        tell(What.SERVICE, Mark.GOOD, "");
        return tell(What.TOKEN, error.equals("invalidtoken") ? Mark.BAD : Mark.GOOD, "");
    }

    private void may(What what, String function, Map<String, String> about) {
        Reply reply = functions.call(function, about);
        String error = "";
        if (reply instanceof Reply.Answered answered && answered.isGood()) {
            try {
                error = Json.text(Json.read(function, answered.body()).path("errorcode"));
            } catch (Stopped warned) {
                // Moodle writes its warnings before the answer: it was let in
            }
        } else {
            error = "accessexception";
        }
        tell(what, error.equals("accessexception") ? Mark.BAD : Mark.GOOD, function);
    }

    private void courses() {
        EnrolledUsers.Courses found = new EnrolledUsers(functions).courses();
        boolean isSeen = found instanceof EnrolledUsers.Courses.Listed;
        tell(What.COURSES, isSeen ? Mark.GOOD : Mark.BAD, "core_course_get_courses_by_field");
    }

    private boolean tell(What what, Mark mark, String detail) {
        steps.add(new Step(what, mark, detail));
        return mark == Mark.GOOD;
    }
}
