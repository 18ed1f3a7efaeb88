package org.laurelbridge.bridge.lti.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.deliver.ags.AgsSettings;
import org.laurelbridge.bridge.deliver.ags.AgsSettings.Habits;
import org.laurelbridge.bridge.lti.CourseServices;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.TestPlatform;

class ToldCoursesTest {
    private static final LtiPlatform CAMPUS = TestPlatform.platform();
    private static final URI ITEMS = URI.create("https://services.example.net/2/items");

    /** Of course 2 a launch told where its gradebook is, of no other anything. */
    private static final CourseServices TOLD = new CourseServices() {
        @Override
        public void see(CourseService told) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<CourseService> find(UUID platform, String course) {
            return Optional.of(new CourseService(
                            platform,
                            "2",
                            "1",
                            Optional.empty(),
                            Optional.of(ITEMS),
                            Optional.empty(),
                            Set.of(),
                            Instant.EPOCH))
                    .filter(one -> platform.equals(CAMPUS.id()) && course.equals("2"));
        }

        @Override
        public List<CourseService> list(UUID platform) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<CourseService> listWithMembers() {
            throw new UnsupportedOperationException();
        }
    };

    private static ToldCourses courses(Habits habits) {
        AgsSettings settings = new AgsSettings(
                "campus",
                URI.create(CAMPUS.root()),
                habits,
                CAMPUS.clientId(),
                "1",
                CAMPUS.token(),
                CAMPUS.audience(),
                AgsSettings.MOODLE_LINE_ITEMS,
                AgsSettings.MOODLE_MEMBERSHIPS);
        return new ToldCourses(CAMPUS, settings, TOLD);
    }

    @Test
    void lineItems_areWhereALaunchToldThem_andOfAMoodleWhereTheyAlwaysAre() {
        assertThat(courses(Habits.MOODLE).lineItemsOf("2")).contains(ITEMS);
        assertThat(courses(Habits.MOODLE).lineItemsOf("3"))
                .contains(URI.create("https://moodle.example.org/mod/lti/services.php/3/lineitems?type_id=1"));
        assertThat(courses(Habits.OTHER).lineItemsOf("2")).contains(ITEMS);
        assertThat(courses(Habits.OTHER).lineItemsOf("3")).isEmpty();
        assertThat(courses(Habits.OTHER).unknown("3")).contains("course \"3\" at campus", "open Laurel");
    }

    @Test
    void isOurs_onThePlatformsServersAndTheOneThatItToldOfTheCourse() {
        ToldCourses courses = courses(Habits.OTHER);
        assertThat(courses.isOurs("3", URI.create("https://moodle.example.org/x")))
                .isTrue();
        assertThat(courses.isOurs("2", URI.create("https://services.example.net/9")))
                .isTrue();
        assertThat(courses.isOurs("3", URI.create("https://services.example.net/9")))
                .isFalse();
        assertThat(courses.isOurs("2", URI.create("http://services.example.net/9")))
                .isFalse();
        assertThat(courses.isOurs("2", URI.create("https://services.example.net.evil.example/9")))
                .isFalse();
    }
}
