package org.laurelbridge.bridge.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.fake.FakeMoodle.Fault;
import org.laurelbridge.bridge.record.Courses.Member;
import org.laurelbridge.bridge.record.Courses.Source;
import org.laurelbridge.bridge.record.Courses.Standing;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.AuditStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.subject.Erasing;
import org.laurelbridge.rule.Attestation;

/** What a roster that is missing, empty or not to be had does to nobody. */
class RosterTroubleTest extends RosterWalk {
    @OnEveryDatabase
    void trouble_isTold_endsNobody_andKeepsNoOtherCourseWaiting() {
        moodle.enrol(7, 3, "student").enrol(7, 5, "teacher");
        node.withPlatform(true, false).launched(2).launched(7);
        node.rosters.readDue();

        clock.turn(HOUR);
        moodle.trouble("CourseSection/2", Fault.ERROR).leave(7, 3);
        assertThat(node.rosters.readDue()).isEqualTo(2);

        assertThat(node.courses.list()).extracting(Standing::trouble).containsExactly("roster: answered 500", null);
        assertThat(node.courses.members(course(2))).hasSize(3);
        assertThat(node.courses.members(course(7))).extracting(Member::person).containsExactly(person(5));

        clock.turn(Duration.ofMinutes(5));
        assertThat(node.rosters.readDue()).isEqualTo(1);
        assertThat(node.courses.list()).extracting(Standing::trouble).containsOnlyNulls();
    }

    @OnEveryDatabase
    void aPageThatIsMissing_endsNobody() {
        moodle.pagesOfMembers(2);
        node.withPlatform(true, false).launched(2);
        node.rosters.readDue();

        clock.turn(HOUR);
        moodle.trouble("CourseSection/2", Fault.NONE).trouble("CourseSection/2", Fault.BUSY);
        node.rosters.readDue();

        assertThat(node.courses.members(course(2))).hasSize(3);
        assertThat(node.courses.list()).extracting(Standing::trouble).containsExactly("roster: answered 503");
        assertThat(node.courses.list())
                .extracting(Standing::dueAt)
                .containsExactly(clock.instant().plusSeconds(300));
    }

    @OnEveryDatabase
    void rosterOfNobody_isBelievedAfterADayAlone() {
        node.withPlatform(true, false).launched(2);
        node.rosters.readDue();
        PersonId ada = person(3);

        moodle.leave(2, 3).leave(2, 4).leave(2, 5).leave(2, 6);
        for (int hour = 0; hour < 24; hour++) {
            clock.turn(HOUR);
            node.rosters.readDue();
        }
        assertThat(node.courses.members(course(2))).hasSize(3);
        assertThat(enrolled(ada)).extracting(Attestation::until).containsOnlyNulls();
        assertThat(node.courses.list())
                .extracting(Standing::trouble)
                .first()
                .asString()
                .contains("nobody");

        clock.turn(HOUR);
        node.rosters.readDue();
        assertThat(node.courses.members(course(2))).isEmpty();
        assertThat(enrolled(ada)).extracting(Attestation::until).doesNotContainNull();
        assertThat(node.courses.list()).extracting(Standing::trouble).containsOnlyNulls();
    }

    private void manyStudents(int last) {
        for (int user = 10; user <= last; user++) {
            moodle.user(user, "u" + user, "u" + user + "@campus.example", "").enrol(2, user, "student");
        }
    }

    private void leave(int first, int last) {
        for (int user = first; user <= last; user++) {
            moodle.leave(2, user);
        }
    }

    @OnEveryDatabase
    void rosterThatLostMoreThanHalf_isBelievedAfterADayAlone() {
        manyStudents(16);
        node.withPlatform(true, false).launched(2);
        node.rosters.readDue();
        assertThat(node.courses.members(course(2))).hasSize(10);

        leave(10, 14);
        clock.turn(HOUR);
        node.rosters.readDue();
        assertThat(node.courses.members(course(2)))
                .as("half of them is no doubt")
                .hasSize(5);

        manyStudents(20);
        clock.turn(HOUR);
        node.rosters.readDue();
        assertThat(node.courses.members(course(2))).hasSize(14);
        leave(10, 17);
        for (int hour = 0; hour < 24; hour++) {
            clock.turn(HOUR);
            node.rosters.readDue();
        }
        assertThat(node.courses.members(course(2))).hasSize(14);
        assertThat(node.courses.list()).extracting(Standing::isDoubted).containsExactly(true);
        assertThat(node.courses.list())
                .extracting(Standing::trouble)
                .first()
                .asString()
                .contains("more than half");

        clock.turn(HOUR);
        node.rosters.readDue();
        assertThat(node.courses.members(course(2))).hasSize(6);
        assertThat(node.courses.list()).extracting(Standing::trouble).containsOnlyNulls();
    }

    @OnEveryDatabase
    void rosterThatIsDoubted_isTakenAtOnce_whenSomebodyBelievesIt() {
        manyStudents(20);
        node.withPlatform(true, false).launched(2);
        node.rosters.readDue();
        assertThat(node.courses.believe(course(2))).as("nothing is doubted").isFalse();

        leave(10, 18);
        clock.turn(HOUR);
        node.rosters.readDue();
        assertThat(node.courses.members(course(2))).hasSize(14);
        assertThat(node.courses.believe(course(7))).as("another course").isFalse();
        Doer grace = Doer.account(new UUID(1, 1), "Grace", "192.0.2.7");
        assertThat(node.courses.by(grace).believe(course(2))).isTrue();
        node.rosters.readDue();

        assertThat(node.courses.members(course(2))).hasSize(5);
        assertThat(node.courses.list()).extracting(Standing::trouble).containsOnlyNulls();
        assertThat(new AuditStore(database, clock).list(Audit.Filter.ALL, 0, 100))
                .filteredOn(row -> row.change().action().equals("roster.believed"))
                .singleElement()
                .satisfies(row -> assertThat(row.doer()).isEqualTo(grace));
    }

    @OnEveryDatabase
    void rosterOfNobody_thatWasATrouble_endsNobody() {
        node.withPlatform(true, false).launched(2);
        node.rosters.readDue();

        clock.turn(HOUR);
        moodle.leave(2, 3).leave(2, 4).leave(2, 5).leave(2, 6);
        node.rosters.readDue();
        moodle.enrol(2, 3, "student").enrol(2, 4, "student").enrol(2, 5, "teacher");
        clock.turn(HOUR);
        node.rosters.readDue();
        moodle.leave(2, 3).leave(2, 4).leave(2, 5);
        clock.turn(Duration.ofDays(2));
        node.rosters.readDue();

        assertThat(node.courses.members(course(2))).hasSize(3);
    }

    @OnEveryDatabase
    void webServices_thatListNoCourse_forgetNone() {
        node.withWebServices(false);
        node.rosters.readDue();

        moodle.hideCourses();
        clock.turn(HOUR);
        node.rosters.readDue();

        assertThat(node.courses.list()).hasSize(2);
        assertThat(enrolled(person(3))).extracting(Attestation::until).containsOnlyNulls();
        assertThat(node.courses.listSources())
                .extracting(Source::trouble)
                .containsExactly("core_course_get_courses_by_field: the token sees no course");
    }

    @OnEveryDatabase
    void whoWasErased_isNotBroughtBack_asLongAsNobodyAddsThem() {
        node.withPlatform(true, true).launched(2);
        node.rosters.readDue();
        Erasing erasing = new Erasing(node.erasing, kind -> Set.of(), clock);
        erasing.goOn(erasing.begin(person(3)).orElseThrow(), step -> {});

        clock.turn(HOUR);
        node.rosters.readDue();
        assertThat(node.people.find(known("id", "3"))).isEmpty();
        assertThat(node.people.find(known("username", "ada"))).isEmpty();
        assertThat(node.courses.members(course(2)))
                .extracting(Member::person)
                .containsExactlyInAnyOrder(person(4), person(5));

        node.people.add("Ada", List.of(known("id", "3")), clock.instant());
        clock.turn(HOUR);
        node.rosters.readDue();
        assertThat(node.courses.find(course(2), person(3))).isPresent();
        assertThat(enrolled(person(3))).hasSize(1);
    }

    @OnEveryDatabase
    void tokenThatIsNotAcceptedAnyMore_isReplaced() {
        node.withPlatform(true, false).launched(2);
        node.rosters.readDue();

        clock.turn(HOUR);
        moodle.expireTokens();
        node.rosters.readDue();

        assertThat(node.courses.list()).extracting(Standing::trouble).containsOnlyNulls();
    }

    @OnEveryDatabase
    void sourceThatIsGoneForADay_isForgotten_andOneOfAnotherNameTakesItsCoursesAtOnce() {
        node.withPlatform(true, false).launched(2);
        node.rosters.readDue();

        node.without().withWebServices(false, "2");
        node.rosters.readDue();
        assertThat(node.courses.list()).extracting(Standing::source).containsExactly("moodle campus");
        assertThat(enrolled(person(3))).extracting(Attestation::until).containsOnlyNulls();

        node.without();
        clock.turn(Duration.ofHours(12));
        node.rosters.readDue();
        assertThat(node.courses.list()).hasSize(1);
        clock.turn(Duration.ofHours(25));
        node.rosters.readDue();

        assertThat(node.courses.list()).isEmpty();
        assertThat(enrolled(person(3))).extracting(Attestation::until).doesNotContainNull();
    }
}
