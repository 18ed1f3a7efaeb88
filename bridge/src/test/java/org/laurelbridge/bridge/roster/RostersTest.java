package org.laurelbridge.bridge.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.fake.FakeMoodle;
import org.laurelbridge.bridge.fake.FakeMoodle.Fault;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.record.Courses.Course;
import org.laurelbridge.bridge.record.Courses.Member;
import org.laurelbridge.bridge.record.Courses.Source;
import org.laurelbridge.bridge.record.Courses.Standing;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.subject.Erasing;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Topic;

class RostersTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String[] FUNCTIONS = {"core_course_get_courses_by_field", "core_enrol_get_enrolled_users"};

    private final TurnedClock clock = new TurnedClock("2026-11-23T09:30:00Z");
    private final FakeMoodle moodle = new FakeMoodle(clock)
            .tool("laurel-client", 1, Node.KEY::jwks)
            .service(Node.TOKEN, FUNCTIONS)
            .review(Node.TOKEN)
            .user(3, "ada", "Ada@campus.example", "A-3")
            .user(4, "grace", "grace@campus.example", "")
            .user(5, "teach", "teach@campus.example", "")
            .user(6, "gone", "gone@campus.example", "")
            .course(2)
            .course(7)
            .enrol(2, 3, "student")
            .enrol(2, 4, "student")
            .enrol(2, 5, "teacher")
            .enrol(2, 6, "inactive");

    private Database database;
    private Node node;

    @BeforeEach
    void open(Database given) {
        database = given;
        node = new Node(database, moodle, clock);
    }

    @AfterEach
    void close() {
        moodle.close();
    }

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

    @OnEveryDatabase
    void twoNodesAtOnce_readEachRosterOnce() {
        List<Node> nodes = IntStream.range(0, 4)
                .mapToObj(i -> new Node(database, moodle, clock).withWebServices(true))
                .toList();
        List<Thread> threads = nodes.stream()
                .map(one -> new Thread(() -> one.rosters.readDue()))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(RostersTest::join);

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

    private Set<Long> usersWith(String role) {
        return new TreeSet<>(moodle.enrolled(2, role));
    }

    private Set<Long> byRole(boolean teaches) {
        Set<PersonId> people = node.courses.members(course(2)).stream()
                .filter(member -> teaches ? member.teaches() : member.learns())
                .map(Member::person)
                .collect(Collectors.toSet());
        return usersAmong(people);
    }

    private Set<Long> usersEnrolled() {
        Set<PersonId> people = new HashSet<>();
        for (long user = 3; user <= 6; user++) {
            node.people.find(known("id", Long.toString(user))).ifPresent(person -> {
                if (enrolled(person).stream().anyMatch(said -> said.until() == null)) {
                    people.add(person);
                }
            });
        }
        return usersAmong(people);
    }

    private Set<Long> usersAmong(Set<PersonId> people) {
        Set<Long> users = new TreeSet<>();
        for (long user = 3; user <= 6; user++) {
            long id = user;
            node.people
                    .find(known("id", Long.toString(user)))
                    .filter(people::contains)
                    .ifPresent(one -> users.add(id));
        }
        return users;
    }

    private List<Attestation> enrolled(PersonId person) {
        return node.attesting.list(person).stream()
                .filter(said -> said.topic() == Topic.ENROLLED)
                .toList();
    }

    private List<String> everything() {
        List<String> all = new ArrayList<>();
        for (PersonId person : List.of(person(3), person(4), person(5))) {
            all.add(node.people.find(person.value()).orElseThrow().toString());
            all.add(node.courses.list(person).toString());
            all.add(node.attesting.list(person).toString());
        }
        all.add(node.people.list(null, 100).toString());
        return all;
    }

    private Course course(long id) {
        return new Course(moodle.root().toString(), Long.toString(id));
    }

    private PersonId person(long user) {
        return node.people.find(known("id", Long.toString(user))).orElseThrow();
    }

    private Identifier known(String kind, String value) {
        return new Identifier(kind, moodle.root().toString(), value);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
