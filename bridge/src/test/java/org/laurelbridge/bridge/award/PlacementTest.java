package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurelbridge.bridge.deliver.LineItems;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.TestPlatform;
import org.laurelbridge.bridge.lti.launch.Admission;
import org.laurelbridge.bridge.lti.launch.Launch;
import org.laurelbridge.bridge.lti.place.Arriving;
import org.laurelbridge.bridge.lti.place.Placement;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.record.Courses.Course;
import org.laurelbridge.bridge.record.Courses.Member;
import org.laurelbridge.bridge.store.AccountStore;
import org.laurelbridge.bridge.store.CourseRoleStore;
import org.laurelbridge.bridge.store.CourseServiceStore;
import org.laurelbridge.bridge.store.CourseStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.LineItemStore;
import org.laurelbridge.bridge.store.LtiPlatformStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.PlacementStore;
import org.laurelbridge.bridge.store.TestDatabase;

/** A badge that stands in a course is graded there for who learns there, whatever came first. */
class PlacementTest {
    private static final LtiPlatform CAMPUS = TestPlatform.platform();
    static final String LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    static final String TEACHER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";
    static final String COLUMN = "https://moodle.example.org/items/7/lineitem?type_id=1";
    private static final String OTHER = "https://moodle.example.org/items/8/lineitem?type_id=1";
    private static final LineItems.Key KEY = new LineItems.Key("campus", "2", "quiz");

    static Walk walk(Database database, String... more) {
        Walk walk = new Walk(database);
        walk.apply(Walk.mapping(1, "create"), Walk.badge(more));
        new LtiPlatformStore(database).add(CAMPUS, walk.clock.instant());
        return walk;
    }

    /** @param column empty when there is none (any more) */
    private static void launch(Walk walk, String subject, String role, String link, String column) {
        launch(walk, subject, role, link, column, Map.of("badge", "quiz", "points", "50"));
    }

    static void launch(Walk walk, String subject, String role, String link, String column, Map<String, String> custom) {
        Database database = walk.database;
        Admission admission = new Admission(
                new AccountStore(database),
                walk.people,
                new CourseRoleStore(database),
                new CourseServiceStore(database),
                database::together,
                walk.clock);
        Launch launch = new Launch(
                "1",
                URI.create(TestPlatform.TARGET),
                new Launch.User(subject, Optional.empty(), Optional.of(mail(subject)), Optional.empty(), Set.of(role)),
                Optional.of(new Launch.Context("2", Optional.empty())),
                new Launch.Message.ResourceLink(link, Optional.empty()),
                Optional.of(new Launch.Grades(
                        Set.of(),
                        Optional.empty(),
                        Optional.of(column).filter(one -> !one.isEmpty()).map(URI::create))),
                Optional.empty(),
                custom,
                Optional.of("moodle"));
        new Arriving(
                        new LtiPlatformStore(database),
                        admission,
                        new PlacementStore(database),
                        badge -> badge.equals("quiz"),
                        (account, language) -> {},
                        walk.clock)
                .arrive(CAMPUS, launch);
    }

    private static String mail(String subject) {
        return subject.equals("3") ? "ada@example.org" : "u" + subject + "@example.org";
    }

    private static void teacher(Walk walk) {
        launch(walk, "9", TEACHER, "l1", COLUMN);
    }

    static void ada(Walk walk) {
        launch(walk, "3", LEARNER, "l1", COLUMN);
    }

    static void earn(Walk walk) {
        walk.hear(Walk.scored(new UUID(0, 1), "0.9", "2026-03-01T10:00:00Z"));
    }

    /** Ada learns there, as a roster tells. */
    private static void rostered(Walk walk) {
        Courses courses = new CourseStore(walk.database);
        Course two = new Course("https://moodle.example.org", "2");
        Instant later = walk.clock.instant().plus(Duration.ofHours(1));
        courses.list("campus", List.of(new Courses.Listed(two, "2", null)), walk.clock.instant(), later);
        courses.replace(two, List.of(new Member(walk.only().person(), false, true)), walk.clock.instant(), later);
    }

    static List<String> placed(Walk walk) {
        return walk.deliveries().stream()
                .filter(one -> one.startsWith("campus/"))
                .toList();
    }

    @OnEveryDatabase
    void award_first_isGradedOnceItIsPlacedAndItsLearnerIsThere(Database database) {
        Walk walk = walk(database);
        earn(walk);
        walk.settle();
        teacher(walk);
        walk.settle();
        assertThat(placed(walk)).isEmpty();
        ada(walk);
        walk.settle();
        assertThat(placed(walk)).containsExactly("campus/2 r1 50 of 50 due");
        ada(walk);
        walk.settle();
        assertThat(placed(walk)).hasSize(1);
        assertThat(walk.events()).containsExactly("granted");
    }

    @OnEveryDatabase
    void placement_first_isGradedWithTheAward(Database database) {
        Walk walk = walk(database);
        ada(walk);
        earn(walk);
        walk.settle();
        assertThat(walk.deliveries()).containsExactly("own/ r1 100 of 100 due", "campus/2 r1 50 of 50 due");
    }

    @OnEveryDatabase
    void teacher_ofTheCourse_isNotGradedThere(Database database) {
        Walk walk = walk(database);
        launch(walk, "3", TEACHER, "l1", COLUMN);
        earn(walk);
        walk.settle();
        assertThat(placed(walk)).isEmpty();
    }

    @OnEveryDatabase
    void roster_sayingWhoLearnsThere_isEnough(Database database) {
        Walk walk = walk(database);
        earn(walk);
        walk.settle();
        teacher(walk);
        rostered(walk);
        walk.settle();
        assertThat(placed(walk)).containsExactly("campus/2 r1 50 of 50 due");
    }

    @OnEveryDatabase
    void roster_first_andPlacedLater_isGraded(Database database) {
        Walk walk = walk(database);
        earn(walk);
        walk.settle();
        rostered(walk);
        walk.settle();
        assertThat(placed(walk)).isEmpty();
        teacher(walk);
        walk.settle();
        assertThat(placed(walk)).containsExactly("campus/2 r1 50 of 50 due");
    }

    @OnEveryDatabase
    void rule_thatDeliversThereToo_isNotGradedTwice(Database database) {
        Walk walk = walk(database, "deliver: [{to: campus, course: 2, grade: 80}]");
        ada(walk);
        earn(walk);
        walk.settle();
        assertThat(walk.deliveries()).containsExactly("campus/2 r1 80 of 100 due");
        teacher(walk);
        launch(walk, "9", TEACHER, "l2", OTHER);
        walk.settle();
        assertThat(walk.deliveries()).hasSize(1);
    }

    @OnEveryDatabase
    void rule_thatNamesTheCourseByItsAddress_isNotGradedTwice(Database database) {
        String course = "https://moodle.example.org/course/view.php?id=2";
        Walk walk = walk(database, "deliver: [{to: campus, course: \"" + course + "\", grade: 80}]");
        earn(walk);
        walk.settle();
        ada(walk);
        walk.settle();
        assertThat(walk.deliveries()).containsExactly("campus/" + course + " r1 80 of 100 due");
        walk.walk(Walk.scored(new UUID(0, 2), "0.95", "2026-03-01T09:00:00Z"));
        assertThat(placed(walk)).allMatch(one -> one.contains("view.php"));
    }

    @OnEveryDatabase
    void award_takenBack_takesTheGradeBack(Database database) {
        Walk walk = walk(database, "unsupported: revoke");
        ada(walk);
        earn(walk);
        walk.settle();
        database.change(handle -> handle.execute("update delivery set state = 'delivered', attempts = 1"));
        walk.hear(Walk.voids(new UUID(0, 5), new UUID(0, 1)));
        walk.settle();
        walk.turn(Duration.ofMinutes(3));
        assertThat(placed(walk)).containsExactly("campus/2 r1 50 of 50 delivered", "campus/2 r2 0 of 50 due");
        ada(walk);
        walk.settle();
        assertThat(placed(walk)).hasSize(2);
    }

    @OnEveryDatabase
    void column_thatIsGone_getsItsGradesAgain(Database database) {
        Walk walk = walk(database);
        ada(walk);
        earn(walk);
        walk.settle();
        LineItems lineItems = new LineItemStore(database);
        assertThat(lineItems.find(KEY)).contains(COLUMN);
        database.change(handle -> handle.execute("update delivery set state = 'delivered', attempts = 1"));
        launch(walk, "9", TEACHER, "l1", "");
        assertThat(lineItems.find(KEY)).isEmpty();
        assertThat(placed(walk)).containsExactly("campus/2 r1 50 of 50 unknown");
        assertThat(walk.deliveries()).contains("own/ r1 100 of 100 delivered");
    }

    @OnEveryDatabase
    void column_ofAPlacement_takesThePlaceOfOneThatLaurelMade(Database database) {
        Walk walk = walk(database, "deliver: [{to: campus, course: 2}]");
        earn(walk);
        walk.settle();
        LineItems lineItems = new LineItemStore(database);
        lineItems.save(KEY, OTHER);
        database.change(handle -> handle.execute("update delivery set state = 'delivered', attempts = 1"));
        teacher(walk);
        assertThat(lineItems.find(KEY)).contains(COLUMN);
        assertThat(placed(walk)).containsExactly("campus/2 r1 100 of 100 unknown");
        launch(walk, "9", TEACHER, "l2", OTHER);
        assertThat(lineItems.find(KEY)).contains(COLUMN);
    }

    @OnEveryDatabase
    void learner_whoLeavesTheCourse_keepsTheGradeThatTheyHaveThere(Database database) {
        Walk walk = walk(database, "unsupported: suspend");
        Courses courses = new CourseStore(database);
        Course two = new Course("https://moodle.example.org", "2");
        earn(walk);
        walk.settle();
        Instant later = walk.clock.instant().plus(Duration.ofHours(1));
        courses.list("campus", List.of(new Courses.Listed(two, "2", null)), walk.clock.instant(), later);
        courses.replace(two, List.of(new Member(walk.only().person(), false, true)), walk.clock.instant(), later);
        teacher(walk);
        walk.settle();
        database.change(handle -> handle.execute("update delivery set state = 'delivered', attempts = 1"));
        courses.replace(two, List.of(), walk.clock.instant(), later);
        walk.hear(Walk.voids(new UUID(0, 5), new UUID(0, 1)));
        walk.settle();
        walk.turn(Duration.ofMinutes(3));
        walk.hear(Walk.scored(new UUID(0, 6), "0.95", "2026-03-01T09:00:00Z"));
        walk.settle();
        walk.turn(Duration.ofMinutes(3));
        assertThat(newest(walk)).containsEntry("campus/2", "50 of 50 due").containsEntry("own/", "100 of 100 due");
    }

    @OnEveryDatabase
    void account_thatIsLinkedLater_isGradedWhereItLearns(Database database) {
        Walk walk = walk(database);
        earn(walk);
        walk.settle();
        teacher(walk);
        // an administrator of the platform: neither teaches nor learns
        launch(walk, "3", "http://purl.imsglobal.org/vocab/lis/v2/membership#Administrator", "l1", COLUMN);
        walk.settle();
        assertThat(placed(walk)).isEmpty();
        ada(walk);
        walk.settle();
        assertThat(placed(walk)).containsExactly("campus/2 r1 50 of 50 due");
    }

    @OnEveryDatabase
    void link_thatIsMadeAnotherBadges_takesItsColumnWithIt(Database database) {
        Walk walk = walk(database);
        teacher(walk);
        LineItems lineItems = new LineItemStore(database);
        assertThat(lineItems.find(KEY)).contains(COLUMN);
        new PlacementStore(database)
                .see(
                        new Placement(
                                CAMPUS.id(), "1", "l1", "2", "other", 50, new Placement.Column.At(URI.create(COLUMN))),
                        walk.clock.instant());
        assertThat(lineItems.find(KEY)).isEmpty();
        assertThat(lineItems.find(new LineItems.Key("campus", "2", "other"))).contains(COLUMN);
    }

    @OnEveryDatabase
    void placement_ofAnotherBadgeOrOddPoints_isNotBelieved(Database database) {
        Walk walk = walk(database);
        launch(walk, "3", LEARNER, "l1", COLUMN, Map.of("badge", "other"));
        assertThat(walk.count("lti_placement")).isZero();
        launch(walk, "3", LEARNER, "l1", COLUMN, Map.of("badge", "quiz", "points", "-1 or 1"));
        earn(walk);
        walk.settle();
        assertThat(placed(walk)).containsExactly("campus/2 r1 100 of 100 due");
    }

    private static Stream<Named<Supplier<TestDatabase>>> databases() {
        return Stream.of(Named.of("SQLite", TestDatabase::sqlite), Named.of("MariaDB", TestDatabase::mariaDb));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anyOrder_endsInTheSameGrade(Supplier<TestDatabase> databases) {
        Random random = new Random(11);
        for (int round = 0; round < 12; round++) {
            try (TestDatabase given = databases.get()) {
                Walk walk = walk(given.database());
                List<Runnable> steps = new ArrayList<>(List.of(
                        () -> earn(walk),
                        () -> teacher(walk),
                        () -> ada(walk),
                        () -> walk.hear(Walk.scored(new UUID(0, 2), "0.95", "2026-03-01T09:00:00Z")),
                        () -> walk.hear(Walk.scored(new UUID(0, 3), "0.2", "2026-03-01T08:00:00Z")),
                        () -> walk.hear(Walk.voids(new UUID(0, 4), new UUID(0, 1)))));
                Collections.shuffle(steps, random);
                for (Runnable step : steps) {
                    step.run();
                    if (random.nextBoolean()) {
                        walk.settle();
                    }
                }
                walk.settle();
                walk.turn(Duration.ofHours(1));
                assertThat(newest(walk))
                        .containsExactlyInAnyOrderEntriesOf(Map.of(
                                "own/", "100 of 100 due",
                                "campus/2", "50 of 50 due"));
            }
        }
    }

    private static Map<String, String> newest(Walk walk) {
        Map<String, String> newest = new LinkedHashMap<>();
        walk.deliveries().forEach(one -> {
            String[] words = one.split(" ", 3);
            newest.put(words[0], words[2]);
        });
        return newest;
    }
}
