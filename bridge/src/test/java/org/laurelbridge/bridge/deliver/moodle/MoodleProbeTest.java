package org.laurelbridge.bridge.deliver.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.deliver.moodle.MoodleProbe.Mark;
import org.laurelbridge.bridge.deliver.moodle.MoodleProbe.Step;
import org.laurelbridge.bridge.deliver.moodle.MoodleProbe.What;
import org.laurelbridge.bridge.fake.FakeMoodle;

class MoodleProbeTest {
    private static final String[] ALL = {
        "core_user_get_users_by_field",
        "core_course_get_course_module",
        "core_enrol_get_enrolled_users",
        "gradereport_user_get_grade_items",
        "core_grades_update_grades",
        "core_course_get_courses_by_field"
    };

    private final FakeMoodle moodle = new FakeMoodle(InstantSource.system());

    @AfterEach
    void stop() {
        moodle.close();
    }

    private List<Step> run(String token, boolean rosters) {
        return new MoodleProbe(moodle.root(), token, rosters).run();
    }

    private static List<What> marked(List<Step> steps, Mark mark) {
        return steps.stream()
                .filter(step -> step.mark() == mark)
                .map(Step::what)
                .toList();
    }

    @Test
    void everythingNeeded_isThere_andNothingIsWritten() {
        moodle.service("t", ALL).course(2).activity(2, 17, "assign", 100);
        assertThat(marked(run("t", true), Mark.GOOD)).containsExactly(What.values());
        assertThat(run("t", false)).extracting(Step::what).doesNotContain(What.COURSES);
        assertThat(moodle.gradeEvents()).isEmpty();
    }

    @Test
    void aFunctionThatIsMissing_isNamed() {
        for (int left = 0; left < ALL.length; left++) {
            String missing = ALL[left];
            String token = "without " + left;
            moodle.service(
                            token,
                            List.of(ALL).stream()
                                    .filter(one -> !one.equals(missing))
                                    .toArray(String[]::new))
                    .course(2);
            assertThat(run(token, true).stream().filter(step -> step.mark() == Mark.BAD))
                    .as(missing)
                    .singleElement()
                    .satisfies(step -> assertThat(step.detail()).isEqualTo(missing));
        }
    }

    @Test
    void aWrongToken_aServerThatIsNoMoodle_andNoServer_areToldApart() {
        List<Step> wrong = run("unknown", false);
        assertThat(marked(wrong, Mark.BAD)).containsExactly(What.TOKEN);
        assertThat(marked(wrong, Mark.NOT_TRIED)).contains(What.WRITING);
        List<Step> nobody = new MoodleProbe(URI.create("http://127.0.0.1:1"), "t", false).run();
        assertThat(marked(nobody, Mark.BAD)).containsExactly(What.CONNECTION);
        List<Step> elsewhere = new MoodleProbe(URI.create(moodle.root() + "/elsewhere"), "t", false).run();
        assertThat(marked(elsewhere, Mark.BAD)).containsExactly(What.SERVICE);
    }
}
