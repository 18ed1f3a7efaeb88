package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.record.Courses.Course;
import org.laurelbridge.bridge.record.Courses.Listed;
import org.laurelbridge.bridge.record.Courses.Member;
import org.laurelbridge.bridge.record.Courses.Membership;
import org.laurelbridge.bridge.record.Courses.Source;
import org.laurelbridge.bridge.record.Courses.Standing;
import org.laurelbridge.bridge.record.Newcomer;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

class CourseStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3_600);
    private static final Course COURSE = new Course("https://lms.example", "2");
    private static final Course OTHER = new Course("https://lms.example", "3");

    private CourseStore courses;
    private PeopleStore people;

    @BeforeEach
    void open(Database database) {
        courses = new CourseStore(database);
        people = new PeopleStore(database);
    }

    @OnEveryDatabase
    void list_newOnesAreDueAtOnce_andThoseGoneAreForgotten() {
        PersonId ada = person("ada");
        list(COURSE, OTHER);
        courses.replace(COURSE, List.of(learner(ada)), NOW, LATER);
        courses.replace(OTHER, List.of(learner(ada)), NOW, LATER);
        assertThat(courses.listDue("campus", NOW)).isEmpty();

        list(OTHER, new Course("https://lms.example", "4"));

        assertThat(courses.list()).extracting(one -> one.course().id()).containsExactly("3", "4");
        assertThat(courses.listDue("campus", NOW)).extracting(Standing::members).containsExactly(0);
        assertThat(courses.list(ada)).extracting(Membership::course).containsExactly(OTHER);
    }

    @OnEveryDatabase
    void list_again_changesNothingButTheTitle() {
        list(COURSE);
        courses.replace(COURSE, List.of(learner(person("ada"))), NOW, LATER);
        Standing before = courses.list().get(0);

        list(COURSE);
        assertThat(courses.list()).containsExactly(before);

        courses.list("campus", List.of(new Listed(COURSE, "https://lms.example/2", "Renamed")), NOW, LATER);
        assertThat(courses.list()).singleElement().satisfies(course -> {
            assertThat(course.title()).isEqualTo("Renamed");
            assertThat(course.dueAt()).isEqualTo(LATER);
            assertThat(course.members()).isOne();
        });
    }

    @OnEveryDatabase
    void list_anotherSourcesCourseStaysWithIt_untilItIsGiven() {
        list(COURSE);
        courses.list("lti", List.of(new Listed(COURSE, "https://lms.example/2", "Theirs")), NOW, LATER);
        assertThat(courses.list())
                .extracting(Standing::source, Standing::title)
                .containsExactly(tuple("campus", "Title of 2"));

        courses.give(COURSE, "lti");

        assertThat(courses.list()).extracting(Standing::source).containsExactly("lti");
        courses.forget("lti");
        assertThat(courses.list()).isEmpty();
        assertThat(courses.listSources()).extracting(Source::name).containsExactly("campus");
    }

    @OnEveryDatabase
    void sources_tellWhetherTheyCouldBeListed() {
        assertThat(courses.isListDue("campus", NOW)).isTrue();
        courses.unlisted("campus", "invalidtoken", LATER);
        assertThat(courses.listSources()).containsExactly(new Source("campus", LATER, null, "invalidtoken"));
        assertThat(courses.isListDue("campus", NOW)).isFalse();
        list(COURSE);
        assertThat(courses.listSources()).containsExactly(new Source("campus", LATER, NOW, null));
        courses.unlisted("campus", "invalidtoken", LATER);
        assertThat(courses.listSources()).containsExactly(new Source("campus", LATER, NOW, "invalidtoken"));
        assertThat(courses.isListDue("campus", LATER)).isTrue();
    }

    @OnEveryDatabase
    void troubled_keepsMembers_andIsToldUntilTheNextGoodRead() {
        list(COURSE);
        courses.replace(COURSE, List.of(learner(person("ada"))), NOW, NOW);

        courses.troubled(COURSE, "answered 500", NOW, LATER);

        assertThat(courses.list()).singleElement().satisfies(course -> {
            assertThat(course.trouble()).isEqualTo("answered 500");
            assertThat(course.readAt()).isEqualTo(NOW);
            assertThat(course.members()).isOne();
        });
        assertThat(courses.readSoon(COURSE)).isTrue();
        assertThat(courses.listDue("campus", NOW)).hasSize(1);
        courses.replace(COURSE, List.of(), NOW, LATER);
        assertThat(courses.list()).extracting(Standing::trouble).containsOnlyNulls();
        assertThat(courses.readSoon(OTHER)).isFalse();
    }

    @OnEveryDatabase
    void replace_keepsSinceWhoStays() {
        PersonId ada = person("ada");
        PersonId bob = person("bob");
        list(COURSE);
        courses.replace(COURSE, List.of(learner(ada), new Member(bob, true, false)), NOW, LATER);

        courses.replace(COURSE, List.of(new Member(ada, true, true)), LATER, LATER);

        assertThat(courses.list(ada))
                .containsExactly(new Membership(COURSE, "Title of 2", new Member(ada, true, true), NOW));
        assertThat(courses.find(COURSE, bob)).isEmpty();
    }

    @OnEveryDatabase
    void members_ofPeopleWhoAreOne_areOne() {
        PersonId ada = person("ada");
        PersonId bob = person("bob");
        list(COURSE);
        courses.replace(COURSE, List.of(learner(ada), new Member(bob, true, false)), NOW, LATER);

        people.merge(ada, bob, "one and the same", NOW);

        Member both = new Member(ada, true, true);
        assertThat(courses.members(COURSE)).containsExactly(both);
        assertThat(courses.list(bob)).extracting(Membership::member).containsExactly(both);
    }

    @OnEveryDatabase
    void replace_fromEightThreads_leavesOneList() {
        list(COURSE);
        List<Member> all =
                IntStream.range(0, 50).mapToObj(i -> learner(person("p" + i))).toList();
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(i -> new Thread(() -> courses.replace(COURSE, all, NOW, LATER)))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Threads::join);

        assertThat(courses.members(COURSE)).containsExactlyInAnyOrderElementsOf(all);
    }

    @OnEveryDatabase
    void replace_ofAGreatCourse_isSeveralShortCommits() {
        list(COURSE);
        List<Newcomer> newcomers = IntStream.range(0, 2_600)
                .mapToObj(i -> new Newcomer(null, List.of(new Identifier("id", "https://lms.example", "u" + i))))
                .toList();
        List<Member> all = people.addAll(newcomers, NOW).stream()
                .map(one -> learner(one.orElseThrow()))
                .toList();
        courses.replace(COURSE, all.subList(0, 3), NOW, LATER);

        courses.replace(COURSE, all.subList(2, 2_600), LATER, LATER);

        assertThat(courses.members(COURSE)).containsExactlyInAnyOrderElementsOf(all.subList(2, 2_600));
        assertThat(courses.list(all.get(2).person()))
                .extracting(Membership::since)
                .containsExactly(NOW);
        courses.forget("campus");
        courses.replace(COURSE, all, LATER, LATER);
        assertThat(courses.members(COURSE)).isEmpty();
    }

    private void list(Course... some) {
        courses.list(
                "campus",
                List.of(some).stream()
                        .map(course ->
                                new Listed(course, "https://lms.example/" + course.id(), "Title of " + course.id()))
                        .toList(),
                NOW,
                LATER);
    }

    private PersonId person(String name) {
        return people.add(name, List.of(new Identifier("username", "https://lms.example", name)), NOW);
    }

    private static Member learner(PersonId person) {
        return new Member(person, false, true);
    }
}
