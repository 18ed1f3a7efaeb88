package org.laurelbridge.bridge.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.fake.FakeMoodle.Fault;
import org.laurelbridge.bridge.record.Courses.Member;
import org.laurelbridge.bridge.record.Courses.Source;
import org.laurelbridge.bridge.record.Courses.Standing;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.rule.Attestation;

/** Rosters make people, members and enrolments, and end them. */
class RostersTest extends RosterWalk {
    @OnEveryDatabase
    void platform_itsRosterMakesPeopleAndMembers_pageByPage() {
        moodle.pagesOfMembers(1);
        node.withPlatform(true, false).launched(2);

        assertThat(node.rosters.readDue()).isEqualTo(1);

        assertThat(node.courses.members(course(2)))
                .containsExactlyInAnyOrder(
                        new Member(person(3), false, true),
                        new Member(person(4), false, true),
                        new Member(person(5), true, false));
        assertThat(node.people.find(person(3).value()).orElseThrow().identifiers())
                .containsExactlyInAnyOrder(known("id", "3"), known("username", "ada"), known("idnumber", "A-3"));
        assertThat(node.people.find(known("id", "6"))).isEmpty();
        assertThat(enrolled(person(3))).singleElement().satisfies(said -> {
            assertThat(said.subject()).isEqualTo(moodle.root() + "/course/view.php?id=2");
            assertThat(said.from()).isEqualTo(clock.instant());
            assertThat(said.until()).isNull();
        });
        assertThat(enrolled(person(5))).isEmpty();
    }

    @OnEveryDatabase
    void platform_thatIsNoMoodle_namesUsersByItsOwnIdAlone_andByAddressWhereItIsTrusted() {
        node.withPlatform(false, true).launched(2);

        node.rosters.readDue();

        assertThat(node.people.find(person(3).value()).orElseThrow().identifiers())
                .extracting(Identifier::kind)
                .containsExactlyInAnyOrder("id", "email", "mbox_sha1sum");
        assertThat(enrolled(person(3))).extracting(Attestation::subject).containsExactly(moodle.root() + "/2");
    }

    @OnEveryDatabase
    void webServices_tellTheSame() {
        node.withWebServices(true);

        assertThat(node.rosters.readDue()).isEqualTo(2);

        assertThat(node.courses.members(course(2)))
                .containsExactlyInAnyOrder(
                        new Member(person(3), false, true),
                        new Member(person(4), false, true),
                        new Member(person(5), true, false));
        assertThat(node.people.find(new Identifier("email", "", "ada@campus.example")))
                .contains(person(3));
        assertThat(node.courses.list()).extracting(Standing::title).containsExactly("Course 2", "Course 7");
    }

    @OnEveryDatabase
    void webServices_onlyTheCoursesThatAreNamed() {
        node.withWebServices(false, "7", "99");

        node.rosters.readDue();

        assertThat(node.courses.list()).extracting(Standing::course).containsExactly(course(7));
    }

    @OnEveryDatabase
    void webServices_aTokenThatMayNotSeeWhoIsActive_isTold() {
        moodle.service("blind", FUNCTIONS);
        node.withWebServices(false);
        moodle.service(Node.TOKEN);
        node.rosters.readDue();
        assertThat(node.courses.listSources())
                .extracting(Source::trouble)
                .containsExactly("core_course_get_courses_by_field: accessexception");

        moodle.service(Node.TOKEN, FUNCTIONS[0]);
        clock.turn(Duration.ofMinutes(5));
        node.rosters.readDue();

        assertThat(node.courses.listSources()).extracting(Source::trouble).containsOnlyNulls();
        assertThat(node.courses.list())
                .extracting(Standing::trouble)
                .containsOnly("core_enrol_get_enrolled_users: accessexception");
    }

    @OnEveryDatabase
    void again_changesNothing() {
        node.withPlatform(true, true).launched(2);
        node.rosters.readDue();
        List<String> before = everything();

        assertThat(node.rosters.readDue()).isZero();
        clock.turn(HOUR);
        assertThat(node.rosters.readDue()).isEqualTo(1);

        assertThat(everything()).isEqualTo(before);
    }

    @OnEveryDatabase
    void whoLeaves_isNoMember_andEnrolledNoMore_untilTheyAreBack() {
        node.withPlatform(true, false).launched(2);
        node.rosters.readDue();
        PersonId ada = person(3);

        moodle.leave(2, 3).enrol(2, 4, "inactive");
        clock.turn(HOUR);
        node.rosters.readDue();

        assertThat(node.courses.members(course(2))).extracting(Member::person).containsExactly(person(5));
        assertThat(enrolled(ada)).extracting(Attestation::until).containsExactly(clock.instant());

        moodle.enrol(2, 3, "student");
        clock.turn(HOUR);
        node.rosters.readDue();

        assertThat(node.courses.find(course(2), ada)).contains(new Member(ada, false, true));
        assertThat(enrolled(ada)).hasSize(2).extracting(Attestation::from).contains(clock.instant());
    }

    @OnEveryDatabase
    void addressOfSomebodyElse_makesTwoPeople() {
        PersonId other =
                node.people.add("Other", List.of(new Identifier("email", "", "ada@campus.example")), clock.instant());
        PersonId third = node.people.add("Third", List.of(known("username", "ada")), clock.instant());
        node.withPlatform(true, true).launched(2);

        node.rosters.readDue();

        assertThat(person(3)).isNotIn(other, third);
        assertThat(node.courses.members(course(2))).extracting(Member::person).contains(person(3));
    }

    @OnEveryDatabase
    void courseThatIsListedNoMore_isForgotten_andItsLearnersAreEnrolledNoMore() {
        node.withWebServices(false);
        node.rosters.readDue();

        node.without().withWebServices(false, "7");
        clock.turn(HOUR);
        node.rosters.readDue();

        assertThat(node.courses.list()).extracting(Standing::course).containsExactly(course(7));
        assertThat(enrolled(person(3))).extracting(Attestation::until).doesNotContainNull();
    }

    @OnEveryDatabase
    void twoNodesAtOnce_readEachRosterOnce() {
        List<Node> nodes = IntStream.range(0, 4)
                .mapToObj(i -> new Node(database, moodle, clock).withWebServices(true))
                .toList();
        List<Thread> threads = nodes.stream()
                .map(one -> new Thread(() -> one.rosters.readDue()))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(RosterWalk::join);

        // one list of courses, and for each course a page with members and one without, or none at all
        assertThat(moodle.requests()).isEqualTo(1 + 2 + 1);
        assertThat(node.courses.members(course(2))).hasSize(3);
    }

    /** Whatever happens in the LMS between readings by whichever node: the last reading alone counts. */
    @OnEveryDatabase
    void anyHistory_endsAsTheLastReadingSays() {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            Node first =
                    new Node(database, moodle, clock).withPlatform(true, true).launched(2);
            Node second = new Node(database, moodle, clock).withPlatform(true, true);
            for (int step = 0; step < 12; step++) {
                long user = 3 + random.nextInt(4);
                switch (random.nextInt(5)) {
                    case 0 -> moodle.enrol(2, user, "student");
                    case 1 -> moodle.enrol(2, user, random.nextBoolean() ? "teacher" : "inactive");
                    case 2 -> moodle.leave(2, user);
                    case 3 -> moodle.trouble("CourseSection", Fault.values()[random.nextInt(4)]);
                    default -> clock.turn(HOUR);
                }
                (random.nextBoolean() ? first : second).rosters.readDue();
            }
            for (int i = 0; i < 4; i++) {
                // a course that lost everybody is believed after a day
                clock.turn(Duration.ofHours(25));
                (random.nextBoolean() ? first : second).rosters.readDue();
            }
            assertThat(byRole(true)).as("teachers of seed " + seed).isEqualTo(usersWith("teacher"));
            assertThat(byRole(false)).as("learners of seed " + seed).isEqualTo(usersWith("student"));
            assertThat(usersEnrolled()).as("enrolled of seed " + seed).isEqualTo(usersWith("student"));
        }
    }
}
