package org.laurelbridge.bridge.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurelbridge.bridge.deliver.moodle.CourseModules.Module;
import org.laurelbridge.bridge.deliver.moodle.IdNumbers;
import org.laurelbridge.bridge.deliver.moodle.MoodleFunctions;
import org.laurelbridge.bridge.deliver.wire.Wire;
import org.laurelbridge.bridge.store.OnEveryDatabase;

/** A Moodle tells the idnumbers of a course's activities, one by one. */
class IdNumbersTest extends RosterWalk {
    private static final String RIGHT = "idnumbers-token";

    private IdNumbers idNumbers(String... functions) {
        moodle.service(RIGHT, functions);
        moodle.activity(2, 40, "quiz", 10).activity(2, 41, "lesson", 10).activity(2, 42, "quiz", 10);
        moodle.activity(2, 43, "quiz", 10)
                .idNumber(40, "final")
                .idNumber(42, "twice")
                .idNumber(43, "twice");
        Wire wire = new Wire(Duration.ofSeconds(5), Duration.ofSeconds(2));
        return new IdNumbers(new MoodleFunctions(moodle.root(), RIGHT, wire));
    }

    @OnEveryDatabase
    void of_aCourse_tellsThoseThatHaveOne_andNeitherOfTwoWithTheSame() {
        List<Integer> told = new ArrayList<>();

        IdNumbers.Answer answer = idNumbers("core_course_get_contents", "core_course_get_course_module")
                .of("2", told::add);

        assertThat(answer)
                .isEqualTo(new IdNumbers.Answer.Told(Map.of(
                        "final", new Module(moodle.root() + "/mod/quiz/view.php?id=40", "activity 40", "quiz"))));
        assertThat(told).isSorted().last().isEqualTo(100);
    }

    @OnEveryDatabase
    void of_aServiceWithoutTheFunction_saysWhy() {
        assertThat(idNumbers("core_course_get_contents").of("2", done -> {}))
                .isInstanceOfSatisfying(
                        IdNumbers.Answer.Untold.class,
                        untold -> assertThat(untold.why()).contains("core_course_get_course_module"));
    }
}
