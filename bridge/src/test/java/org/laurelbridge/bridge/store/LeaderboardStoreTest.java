package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.lti.Classes;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.record.PersonId;

class LeaderboardStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Course HERE = new Course("https://lms.example", "2");
    private static final Course THERE = new Course("https://lms.example", "3");
    private static final PersonId ADA = new PersonId(new UUID(1, 1));

    private Database database;
    private LeaderboardStore store;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        store = new LeaderboardStore(opened);
    }

    private String alias(Course course, PersonId person) {
        return store.find(course).orElseThrow().of(person);
    }

    @OnEveryDatabase
    void off_untilItIsSwitchedOn_andEverySwitchIsAudited() {
        assertThat(store.find(HERE)).isEmpty();
        store.by(Doer.commandLine("test")).set(HERE, false);
        store.by(Doer.commandLine("test")).set(HERE, true);
        store.by(Doer.commandLine("test")).set(HERE, true);

        assertThat(store.find(HERE)).isPresent();
        assertThat(store.find(THERE)).isEmpty();
        assertThat(actions()).containsExactly("leaderboard.on");
        store.by(Doer.commandLine("test")).set(HERE, false);
        assertThat(store.find(HERE)).isEmpty();
        assertThat(store.list()).isEmpty();
        assertThat(actions()).containsExactly("leaderboard.on", "leaderboard.off");
    }

    private List<String> actions() {
        return database.read(
                handle -> handle.createQuery("select action from audit where action like 'leaderboard.%' order by id")
                        .mapTo(String.class)
                        .list());
    }

    @OnEveryDatabase
    void aliases_stayInACourse_andAreOthersInAnother() {
        store.set(HERE, true);
        store.set(THERE, true);
        String alias = alias(HERE, ADA);
        assertThat(alias).matches("[A-Z2-9]{5}").isNotEqualTo(alias(THERE, ADA));
        store.set(HERE, false);
        store.set(HERE, true);
        assertThat(alias(HERE, ADA)).isEqualTo(alias);
        assertThat(IntStream.range(0, 100)
                        .mapToObj(number -> alias(HERE, new PersonId(new UUID(2, number))))
                        .distinct())
                .hasSizeGreaterThan(98);
    }

    @OnEveryDatabase
    void list_tellsTitlesAndSubjectsOfRosters() {
        store.set(HERE, true);
        store.set(THERE, true);
        new CourseStore(database)
                .list(
                        "lms",
                        List.of(new Courses.Listed(
                                new Courses.Course(HERE.system(), HERE.id()), "https://lms.example/x", "Networks")),
                        NOW,
                        NOW);

        assertThat(store.list()).extracting(Classes.Taught::course).containsExactlyInAnyOrder(HERE, THERE);
        assertThat(store.list()).filteredOn(one -> one.course().equals(HERE)).allSatisfy(one -> {
            assertThat(one.title()).contains("Networks");
            assertThat(one.subject()).contains("https://lms.example/x");
        });
    }
}
