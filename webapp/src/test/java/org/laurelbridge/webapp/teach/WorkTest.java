package org.laurelbridge.webapp.teach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkTest {
    private static final String LMS = "https://lms.example/moodle";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lms.example/moodle/mod/quiz/view.php?id=7",
                "https://lms.example/moodle/xapi/activity/3#a"
            })
    void activityOfTheCoursesLms_canBeOpened(String activity) {
        assertThat(Work.in(LMS, activity)).isEqualTo(activity);
        assertThat(Work.in(LMS + "#client", activity)).isEqualTo(activity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,hello",
                "https://stranger.example/moodle/mod",
                "https://lms.example.stranger.example/moodle/mod",
                "https://lms.example@stranger.example/moodle/mod",
                "https://somebody@lms.example/moodle/mod",
                "https://lms.example:8443/moodle/mod",
                "http://lms.example/moodle/mod",
                "https://lms.example/moodle/../other",
                "https://lms.example/moodleother/x",
                "//lms.example/moodle/mod",
                "urn:uuid:1",
                "not an address"
            })
    void anythingElse_cannot(String activity) {
        assertThat(Work.in(LMS, activity)).isNull();
    }
}
