package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.run.Run;
import org.laurelbridge.bridge.run.Run.Asked;
import org.laurelbridge.bridge.run.Run.Kind;
import org.laurelbridge.bridge.run.Run.State;
import org.laurelbridge.bridge.run.Runner;
import org.laurelbridge.bridge.run.Runner.Begun;
import org.laurelbridge.bridge.run.Runs.Found;
import org.laurelbridge.bridge.run.Runs.Listed;
import org.laurelbridge.bridge.run.Runs.Named;
import org.laurelbridge.mapping.Identifier;

class RunStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final UUID ANNA = new UUID(1, 1);
    private static final UUID RUN = new UUID(7, 7);
    private static final Duration LONG = Duration.ofSeconds(20);

    private RunStore store;
    private PeopleStore people;

    @BeforeEach
    void open(Database opened) {
        store = new RunStore(opened);
        people = new PeopleStore(opened);
    }

    private static Asked asked(Kind kind, @Nullable Course course) {
        return asked(ANNA, kind, course);
    }

    private static Asked asked(UUID account, Kind kind, @Nullable Course course) {
        return new Asked(account, course, "quiz", kind, "title: Größe 🎓");
    }

    private PersonId person(@Nullable String name, String mail) {
        return people.add(name, List.of(new Identifier("email", "", mail)), NOW);
    }

    @OnEveryDatabase
    void end_withPeople_namesThemByNameOneListAtATime() {
        PersonId zoe = person("Zoë", "z@example.org");
        PersonId ada = person("ada", "a@example.org");
        PersonId nobody = person(null, "n@example.org");
        store.begin(RUN, asked(Kind.TRIAL, new Course("https://lms.example", "2")), NOW, NOW.minusSeconds(9));
        store.tell(RUN, 3, 256, NOW.plusSeconds(1));
        assertThat(store.find(RUN).orElseThrow().state()).isEqualTo(State.RUNNING);
        assertThat(store.find(RUN).orElseThrow().done()).isEqualTo(3);

        List<Found> found = List.of(
                new Found(Listed.GAIN, nobody, NOW, null),
                new Found(Listed.GAIN, zoe, NOW, null),
                new Found(Listed.GAIN, ada, null, null),
                new Found(Listed.NEAR, zoe, null, "pass Größe 🎓"));
        store.end(RUN, State.DONE, "{\"x\":1}", found, NOW.plusSeconds(2));
        store.end(RUN, State.STOPPED, null, List.of(), NOW.plusSeconds(3));
        store.tell(RUN, 9, 9, NOW.plusSeconds(3));

        Run run = store.find(RUN).orElseThrow();
        assertThat(run.asked()).isEqualTo(asked(Kind.TRIAL, new Course("https://lms.example", "2")));
        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.outcome()).isEqualTo("{\"x\":1}");
        assertThat(store.people(RUN, Listed.GAIN, 0, 9))
                .extracting(Named::person)
                .containsExactly(ada, zoe, nobody);
        assertThat(store.people(RUN, Listed.GAIN, 1, 1)).extracting(Named::name).containsExactly("Zoë");
        assertThat(store.people(RUN, Listed.NEAR, 0, 9)).containsExactly(new Named(zoe, "Zoë", null, "pass Größe 🎓"));
        assertThat(store.people(RUN, Listed.LOSS, 0, 9)).isEmpty();
    }

    @OnEveryDatabase
    void begin_another_forgetsWhatIsOld() {
        store.begin(RUN, asked(Kind.SAVE, null), NOW, NOW);
        store.end(RUN, State.DONE, "{}", List.of(new Found(Listed.GAIN, person("A", "a@x.org"), null, null)), NOW);
        UUID next = new UUID(7, 8);
        store.begin(next, asked(Kind.SAVE, null), NOW.plusSeconds(60), NOW.plusSeconds(1));

        assertThat(store.find(RUN)).isEmpty();
        assertThat(store.people(RUN, Listed.GAIN, 0, 9)).isEmpty();
        assertThat(store.find(next).orElseThrow().asked().course()).isNull();
    }

    @OnEveryDatabase
    void old_isForgotten_byANodeThatLives_thoughNothingIsBegun() {
        store.begin(RUN, asked(Kind.LOOK, null), NOW, NOW);
        store.end(RUN, State.DONE, "{}", List.of(), NOW);
        AtomicReference<Instant> now = new AtomicReference<>(NOW.plusSeconds(3600));
        try (Runner runner = new Runner(store, now::get)) {
            runner.beat();
            assertThat(store.find(RUN)).isPresent();
            now.set(NOW.plusSeconds(2 * 86_400));
            runner.beat();
            assertThat(store.find(RUN)).isEmpty();
        }
    }

    @OnEveryDatabase
    void isUnderWay_untilItEnds_orItsNodeIsSilent() {
        String document = asked(Kind.IMPORT, null).document();
        store.begin(RUN, asked(Kind.IMPORT, null), NOW, NOW);
        assertThat(store.isUnderWay(Kind.IMPORT, document, NOW)).isTrue();
        assertThat(store.isUnderWay(Kind.LOOK, document, NOW)).isFalse();
        assertThat(store.isUnderWay(Kind.IMPORT, document + "x", NOW)).isFalse();
        assertThat(store.isUnderWay(Kind.IMPORT, document, NOW.plusSeconds(3600)))
                .isFalse();
        store.end(RUN, State.DONE, "{}", List.of(), NOW);
        assertThat(store.isUnderWay(Kind.IMPORT, document, NOW)).isFalse();
    }

    @OnEveryDatabase
    void silentNode_isTakenForGone_whetherItsRunsWaitOrRun() {
        UUID waiting = new UUID(7, 8);
        store.begin(RUN, asked(Kind.SAVE, null), NOW, NOW);
        store.begin(waiting, asked(Kind.SAVE, null), NOW, NOW);
        store.tell(RUN, 1, 2, NOW);
        assertThat(stateAt(RUN, 60)).isEqualTo(State.RUNNING);
        assertThat(stateAt(RUN, 121)).isEqualTo(State.STOPPED);
        assertThat(stateAt(waiting, 60)).isEqualTo(State.WAITING);
        assertThat(stateAt(waiting, 121)).isEqualTo(State.STOPPED);

        store.alive(List.of(RUN, waiting), NOW.plusSeconds(3600));
        assertThat(stateAt(RUN, 3660)).isEqualTo(State.RUNNING);
        assertThat(stateAt(waiting, 3660)).isEqualTo(State.WAITING);
        assertThat(stateAt(waiting, 3721)).isEqualTo(State.STOPPED);

        store.end(RUN, State.DONE, "{}", List.of(), NOW.plusSeconds(3700));
        store.alive(List.of(RUN), NOW.plusSeconds(9000));
        assertThat(store.find(RUN).orElseThrow().seen()).isEqualTo(NOW.plusSeconds(3700));
    }

    private State stateAt(UUID run, int seconds) {
        return store.find(run).orElseThrow().stateAt(NOW.plusSeconds(seconds));
    }

    @OnEveryDatabase
    void runner_whileItLives_nothingThatWaitsHereIsTakenForLost() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch twoRun = new CountDownLatch(2);
        Runner.Task task = progress -> {
            twoRun.countDown();
            return holding(held).run(progress);
        };
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        try (Runner runner = new Runner(store, now::get)) {
            List<UUID> begun = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                // of one account a third is refused while the first two have not begun yet
                begun.add(runner.begin(asked(new UUID(2, i), Kind.SAVE, null), task)
                        .run()
                        .orElseThrow());
            }
            twoRun.await();
            now.set(NOW.plusSeconds(3600));
            runner.beat();
            assertThat(begun).allSatisfy(id -> assertThat(stateAt(id, 3660)).isNotEqualTo(State.STOPPED));
            held.countDown();
            assertThat(runner.await(begun.get(2), LONG)).isTrue();
        }
    }

    private static Runner.Task holding(CountDownLatch held) {
        return progress -> {
            hold(held);
            progress.at("x", 1, 2);
            return new Runner.Ended("done", List.of());
        };
    }

    @OnEveryDatabase
    void runner_doesAFewAtOnce_letsSomeWait_andRefusesTheRest() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch twoRun = new CountDownLatch(2);
        try (Runner runner = new Runner(store, () -> NOW)) {
            Runner.Task task = progress -> {
                twoRun.countDown();
                return holding(held).run(progress);
            };
            List<Begun> begun = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                begun.add(runner.begin(asked(new UUID(2, i), Kind.SAVE, null), task));
            }
            twoRun.await();
            assertThat(begun.stream().filter(one -> one.run().isPresent())).hasSizeBetween(8, 10);
            assertThat(begun.get(11)).isInstanceOf(Begun.Full.class);
            UUID first = begun.get(0).run().orElseThrow();
            assertThat(runner.await(first, Duration.ZERO)).isFalse();
            held.countDown();
            assertThat(runner.await(first, LONG)).isTrue();
            assertThat(store.find(first).orElseThrow().outcome()).isEqualTo("done");
        }
    }

    @OnEveryDatabase
    void runner_oneAccount_takesNotAllThePlaces() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch twoRun = new CountDownLatch(2);
        Runner.Task task = progress -> {
            twoRun.countDown();
            return holding(held).run(progress);
        };
        try (Runner runner = new Runner(store, () -> NOW)) {
            runner.begin(asked(Kind.COPY, null), task);
            runner.begin(asked(Kind.COPY, null), task);
            twoRun.await();
            assertThat(runner.begin(asked(Kind.COPY, null), task).run()).isPresent();
            assertThat(runner.begin(asked(Kind.SAVE, null), task).run()).isPresent();
            assertThat(runner.begin(asked(Kind.COPY, null), task)).isInstanceOf(Begun.Enough.class);
            assertThat(runner.begin(asked(Kind.TRIAL, null), task)).isInstanceOf(Begun.Enough.class);
            assertThat(runner.begin(asked(new UUID(2, 2), Kind.COPY, null), task)
                            .run())
                    .isPresent();
            held.countDown();
        }
    }

    @OnEveryDatabase
    void runner_anotherTrialOfTheSameAccount_stopsTheFirst_andAFailureIsToldAsOne() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(1);
        try (Runner runner = new Runner(store, () -> NOW)) {
            UUID first = runner.begin(asked(Kind.TRIAL, null), progress -> {
                        runs.countDown();
                        hold(new CountDownLatch(1));
                        return new Runner.Ended("never", List.of());
                    })
                    .run()
                    .orElseThrow();
            runs.await();
            UUID second =
                    runner.begin(asked(Kind.TRIAL, null), this::fail).run().orElseThrow();
            assertThat(runner.await(second, LONG)).isTrue();
            assertThat(store.find(first).orElseThrow().state()).isEqualTo(State.STOPPED);
            assertThat(store.find(second).orElseThrow().state()).isEqualTo(State.FAILED);
        }
    }

    private Runner.Ended fail(Progress progress) {
        throw new IllegalStateException("as it should");
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
