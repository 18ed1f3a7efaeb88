package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.store.Samples.passed;
import static org.laurelbridge.bridge.store.Samples.pushed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.map.CoursePlaces;
import org.laurelbridge.bridge.map.FoundActivities;
import org.laurelbridge.bridge.map.FoundActivities.Found;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.SentActivities;
import org.laurelbridge.bridge.record.Courses.Course;
import org.laurelbridge.bridge.record.Courses.Listed;
import org.laurelbridge.bridge.record.Courses.Member;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.mapping.VoidReach;

/** Activities of statements, mapped or not, and whose course they are. */
class SentActivitiesTest {
    private static final String LMS = "https://lms.example";
    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final String TOLD = "https://x.example/chemistry";
    private static final Course NETWORKS = new Course(LMS, "2");
    private static final Course CHEMISTRY = new Course(LMS, "3");

    private final TurnedClock clock = new TurnedClock("2026-03-01T10:00:00Z");
    private Database database;
    private FoundActivityStore found;
    private StatementStore log;
    private SentActivities sent;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        found = new FoundActivityStore(opened);
        CourseStore courses = new CourseStore(opened);
        PeopleStore people = new PeopleStore(opened);
        Instant now = clock.instant();
        PersonId ada = people.add("Ada", List.of(new Identifier("email", "", "ada@example.org")), now);
        courses.list(
                "lms",
                List.of(new Listed(NETWORKS, "https://x.example/networks", null), new Listed(CHEMISTRY, TOLD, null)),
                now,
                now);
        courses.replace(NETWORKS, List.of(new Member(ada, false, true)), now, now);
        courses.replace(CHEMISTRY, List.of(new Member(ada, true, false)), now, now);
        log = new StatementStore(opened);
        sent = new SentActivities(
                log, found, new RuleBook(new RuleDocumentStore(opened), clock), people, courses, clock);
    }

    private void send(String object, String more) {
        Candidate like = passed(UUID.randomUUID());
        String raw = like.raw().replace("{\"id\":\"https://lms.example/quiz\"}", object);
        raw = raw.substring(0, raw.length() - 1) + more + "}";
        log.append(
                List.of(pushed("lms", new Candidate(like.id(), like.statement(), raw, List.of()))),
                (source, authority) -> VoidReach.OWN,
                clock.instant());
        clock.turn(SETTLED);
    }

    private static String named(String id, String names) {
        return "{\"id\":\"%s\",\"definition\":{\"name\":%s,\"type\":\"http://x.example/types/lab\"}}"
                .formatted(id, names);
    }

    private static String under(String course) {
        return ",\"context\":{\"contextActivities\":{\"grouping\":[{\"id\":\"" + course + "\"}]}}";
    }

    private List<Found> in(Course course) {
        return found.list(CoursePlaces.all(course.system(), course.id(), course == CHEMISTRY ? TOLD : null), 10);
    }

    @OnEveryDatabase
    void anActivity_belongsToTheCourseThatItsStatementNames_alone() {
        send(
                named("https://x.example/lab", "{\"de\":\"Labor\",\"en-GB\":\"Lab \\u202E1\"}"),
                under(LMS + "/course/view.php?id=3"));
        send(named("https://x.example/lab-2", "{\"de\":\"Labor 2\"}"), under(TOLD));

        assertThat(sent.readDue()).isEqualTo(2);
        assertThat(sent.readDue()).isZero();

        assertThat(in(NETWORKS)).isEmpty();
        assertThat(in(CHEMISTRY))
                .containsExactlyInAnyOrder(
                        new Found("https://x.example/lab", "Lab  1", "lab"),
                        new Found("https://x.example/lab-2", "Labor 2", "lab"));
        assertThat(found.list(List.of(FoundActivities.EVERYWHERE), 10)).hasSize(2);
    }

    @OnEveryDatabase
    void whereNoCourseIsNamed_itBelongsToThoseThatWhoDidItLearnsIn() {
        send("{\"id\":\"https://x.example/alone\"}", under("https://x.example/a-package"));

        sent.readDue();

        assertThat(in(NETWORKS)).containsExactly(new Found("https://x.example/alone", null, null));
        assertThat(in(CHEMISTRY)).as("which Ada teaches").isEmpty();
    }

    @OnEveryDatabase
    void pagesOfPeople_areNotKept() {
        send("{\"id\":\"https://lms.example/user/view.php?id=7\"}", "");

        assertThat(sent.readDue()).isEqualTo(1);
        assertThat(found.list(List.of(FoundActivities.EVERYWHERE), 10)).isEmpty();
    }

    @OnEveryDatabase
    void whatIsToldLater_staysKnown_andWhatIsNotSeenForLongIsForgotten() {
        send("{\"id\":\"https://x.example/old\"}", "");
        send(named("https://x.example/lab", "{\"en\":\"Lab\"}"), "");
        sent.readDue();
        clock.turn(Duration.ofHours(2));
        send("{\"id\":\"https://x.example/lab\"}", "");
        sent.readDue();

        assertThat(in(NETWORKS)).first().isEqualTo(new Found("https://x.example/lab", "Lab", "lab"));
        found.forget(clock.instant().minusSeconds(60));
        assertThat(in(NETWORKS)).extracting(Found::id).containsExactly("https://x.example/lab");
    }

    @OnEveryDatabase
    void anIntakeThatBeganBefore_andIsWrittenAfter_isRead_andNothingIsReadBeforeItIsSettled() {
        send("{\"id\":\"https://x.example/second\"}", "");
        number(900);
        assertThat(sent.readDue()).isEqualTo(1);
        send("{\"id\":\"https://x.example/first\"}", "");
        number(800);
        assertThat(sent.readDue()).as("of a lower number than what was read").isEqualTo(1);
        assertThat(found.list(List.of(FoundActivities.EVERYWHERE), 10))
                .extracting(Found::id)
                .containsExactly("https://x.example/first", "https://x.example/second");

        send("{\"id\":\"https://x.example/third\"}", "");
        clock.turn(SETTLED.negated());
        assertThat(sent.readDue()).isZero();
        clock.turn(SETTLED);
        assertThat(sent.readDue()).isEqualTo(1);
    }

    @OnEveryDatabase
    void ofWhatWasThereBefore_theNewestAreRead() {
        assertThat(found.before(1)).isEmpty();
        send("{\"id\":\"https://x.example/1\"}", "");
        number(900);
        send("{\"id\":\"https://x.example/2\"}", "");
        number(800);
        send("{\"id\":\"https://x.example/3\"}", "");
        number(700);
        assertThat(found.before(3)).isEmpty();
        assertThat(found.before(2)).contains(Intakes.lastSeq(900));
        assertThat(found.before(1)).contains(Intakes.lastSeq(800));
    }

    /** As if the newest intake had another number. */
    private void number(long id) {
        database.change(handle -> {
            long was = handle.createQuery("select id from intake order by stored_at desc limit 1")
                    .mapTo(long.class)
                    .one();
            handle.execute("update intake set id = ? where id = ?", id, was);
            handle.execute(
                    "update statement set seq = seq - ? + ? where seq between ? and ?",
                    Intakes.firstSeq(was),
                    Intakes.firstSeq(id),
                    Intakes.firstSeq(was),
                    Intakes.lastSeq(was));
        });
    }
}
