package org.laurelbridge.bridge.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.laurelbridge.bridge.deliver.moodle.CourseModules;
import org.laurelbridge.bridge.deliver.moodle.MoodleFunctions;
import org.laurelbridge.bridge.deliver.wire.Wire;
import org.laurelbridge.bridge.fake.FakeMoodle.Fault;
import org.laurelbridge.bridge.map.CoursePlaces;
import org.laurelbridge.bridge.map.FoundActivities;
import org.laurelbridge.bridge.map.FoundActivities.Found;
import org.laurelbridge.bridge.store.FoundActivityStore;
import org.laurelbridge.bridge.store.LeaseStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;

/** What stands in the courses of a Moodle is found, kept, and read again after a while. */
class CourseContentsTest extends RosterWalk {
    private static final String CONTENTS = "core_course_get_contents";
    private static final String RIGHT = "contents-token";

    private CourseContents contents() {
        moodle.service(RIGHT, CONTENTS);
        moodle.activity(2, 40, "quiz", 10).activity(7, 70, "lesson", 10);
        node.withWebServices(false);
        Wire wire = new Wire(Duration.ofSeconds(5), Duration.ofSeconds(2));
        CourseModules modules = new CourseModules(new MoodleFunctions(moodle.root(), RIGHT, wire));
        return new CourseContents(
                Map.of(moodle.root().toString(), modules), node.courses, found(), new LeaseStore(database), clock);
    }

    private FoundActivities found() {
        return new FoundActivityStore(database);
    }

    private List<Found> in(String course) {
        return found().list(List.of(CoursePlaces.of(moodle.root().toString(), course)), 10);
    }

    @OnEveryDatabase
    void whatStandsInACourse_isFoundThere_andWhatHasNoPageIsLeftOut() {
        CourseContents contents = contents();
        assertThat(contents.readDue()).as("no course is known yet").isZero();
        node.rosters.readDue();
        assertThat(contents.readDue()).as("it waits a minute").isZero();
        clock.turn(Duration.ofMinutes(1));

        assertThat(contents.readDue()).isEqualTo(2);

        assertThat(in("2"))
                .containsExactly(new Found(moodle.root() + "/mod/quiz/view.php?id=40", "activity 40", "quiz"));
        assertThat(in("7")).extracting(Found::type).containsExactly("lesson");
        assertThat(found().list(List.of(FoundActivities.EVERYWHERE), 10)).hasSize(2);
    }

    @OnEveryDatabase
    void itIsReadAgainAfterAnHour_notBefore() {
        CourseContents contents = contents();
        node.rosters.readDue();
        contents.readDue();
        moodle.activity(2, 41, "quiz", 10);
        clock.turn(Duration.ofMinutes(59));
        assertThat(contents.readDue()).isZero();
        clock.turn(Duration.ofMinutes(1));

        assertThat(contents.readDue()).isEqualTo(2);

        assertThat(in("2")).extracting(Found::title).containsExactlyInAnyOrder("activity 40", "activity 41");
    }

    @OnEveryDatabase
    void aCourseThatCannotBeRead_keepsNoOtherWaiting_andLosesNothing() {
        CourseContents contents = contents();
        node.rosters.readDue();
        contents.readDue();
        moodle.activity(7, 71, "lesson", 10);
        moodle.trouble(CONTENTS, Fault.ERROR);
        clock.turn(HOUR);

        assertThat(contents.readDue()).isEqualTo(2);

        assertThat(in("2")).hasSize(1);
        assertThat(in("7")).hasSize(2);
    }
}
