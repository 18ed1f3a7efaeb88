package org.laurelbridge.bridge.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.laurelbridge.bridge.store.Samples.passed;
import static org.laurelbridge.bridge.store.Samples.pushed;
import static org.laurelbridge.bridge.store.Samples.taken;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Intake.IntakeUnavailable;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.record.StatementLog.VoidRight;
import org.laurelbridge.bridge.store.Cable;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.StatementStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.bridge.store.Threads;
import org.laurelbridge.mapping.VoidReach;

class RecorderTest {

    private static final VoidRight ALL = (source, authority) -> VoidReach.ANYTHING;

    @OnEveryDatabase
    void accept_fromManyThreads_keepsEveryOneThatWasAnswered(Database database) {
        ConcurrentLinkedQueue<UUID> answered = new ConcurrentLinkedQueue<>();
        StatementStore store = new StatementStore(database);
        try (Recorder recorder = new Recorder(store, ALL, InstantSource.system(), 2)) {
            List<Thread> callers = IntStream.range(0, 8)
                    .mapToObj(number -> new Thread(() -> {
                        for (int i = 0; i < 25; i++) {
                            Receipt receipt = recorder.accept(pushed("lms", passed(UUID.randomUUID())));
                            answered.addAll(((Receipt.Kept) receipt).ids());
                        }
                    }))
                    .toList();
            callers.forEach(Thread::start);
            callers.forEach(Threads::join);
        }

        assertThat(answered)
                .hasSize(200)
                .allSatisfy(id -> assertThat(store.find(id)).isPresent());
    }

    @OnEveryDatabase
    void accept_ofOneThatTheDatabaseRefuses_leavesTheOthersAlone(TestDatabase testDatabase) {
        StatementStore store = new StatementStore(testDatabase.database());
        Poison log = new Poison(store);
        UUID good = UUID.randomUUID();
        List<Object> answers = new ArrayList<>();
        try (Recorder recorder = new Recorder(log, ALL, InstantSource.system(), 1)) {
            Thread first = new Thread(() -> recorder.accept(pushed("lms", passed(UUID.randomUUID()))));
            first.start();
            Threads.await(log.busy());
            Thread bad = new Thread(() -> {
                try {
                    recorder.accept(pushed("poison", passed(UUID.randomUUID())));
                } catch (IntakeUnavailable refused) {
                    answers.add(refused);
                }
            });
            bad.start();
            Thread other = new Thread(() -> recorder.accept(pushed("lms", passed(good))));
            other.start();
            log.goOn().countDown();
            List.of(first, bad, other).forEach(Threads::join);
        }

        assertThat(store.find(good)).isPresent();
        assertThat(answers).hasSize(1);
    }

    @Test
    void accept_whileTheDatabaseIsAway_saysSoAndRecovers() {
        try (TestDatabase server = TestDatabase.mariaDb();
                Cable cable = Cable.to(server.url());
                Database database =
                        Database.open(cable.url(), server.user(), server.password(), Duration.ofSeconds(10));
                Recorder recorder = new Recorder(new StatementStore(database), ALL, InstantSource.system(), 1)) {
            Submission submission = taken("lrs", passed(UUID.randomUUID()));
            recorder.accept(taken("lrs", passed(UUID.randomUUID())));

            cable.cut();
            assertThatThrownBy(() -> recorder.accept(submission)).isInstanceOf(IntakeUnavailable.class);

            cable.mend();
            assertThat(keptAtLast(recorder, submission)).isInstanceOf(Receipt.Kept.class);
        }
    }

    /** The pool hands out what it used a moment ago without a look: each connection that was cut may refuse once. */
    private static Receipt keptAtLast(Recorder recorder, Submission submission) {
        for (int connection = 0; connection < 16; connection++) {
            try {
                return recorder.accept(submission);
            } catch (IntakeUnavailable cut) {
                // as its sender does: once more
            }
        }
        return recorder.accept(submission);
    }

    @Test
    void accept_whileAnotherProcessHoldsTheFile_saysSoAndRecovers() {
        try (TestDatabase file = TestDatabase.sqlite();
                Database other = file.open();
                Database database = file.open(Duration.ofMillis(300));
                Recorder recorder = new Recorder(new StatementStore(database), ALL, InstantSource.system(), 1)) {
            Submission submission = taken("lrs", passed(UUID.randomUUID()));

            other.change(handle ->
                    assertThatThrownBy(() -> recorder.accept(submission)).isInstanceOf(IntakeUnavailable.class));

            assertThat(recorder.accept(submission)).isInstanceOf(Receipt.Kept.class);
        }
    }

    @OnEveryDatabase
    void close_withCallersWaiting_answersThemAll(Database database) {
        StatementStore store = new StatementStore(database);
        ConcurrentLinkedQueue<Object> answers = new ConcurrentLinkedQueue<>();
        Recorder recorder = new Recorder(store, ALL, InstantSource.system(), 1);
        List<Thread> callers = IntStream.range(0, 20)
                .mapToObj(number -> new Thread(() -> {
                    try {
                        answers.add(recorder.accept(pushed("lms", passed(UUID.randomUUID()))));
                    } catch (IntakeUnavailable closed) {
                        answers.add(closed);
                    }
                }))
                .toList();
        callers.forEach(Thread::start);
        recorder.close();
        callers.forEach(Threads::join);

        assertThat(answers).hasSize(20);
        assertThatThrownBy(() -> recorder.accept(pushed("lms", passed(UUID.randomUUID()))))
                .isInstanceOf(IntakeUnavailable.class);
    }

    @OnEveryDatabase
    void accept_ofMoreThanTheRoomHolds_isKeptAllTheSame(Database database) {
        String filler = "x".repeat(9_000_000);
        try (Recorder recorder = new Recorder(new StatementStore(database), ALL, InstantSource.system(), 1)) {
            Candidate heavy = passed(UUID.randomUUID(), ",\"x\":\"" + filler + "\"");
            Candidate heavier = passed(UUID.randomUUID(), ",\"x\":\"" + filler + "\"");
            assertThat(recorder.accept(taken("file", heavy, heavier))).isInstanceOf(Receipt.Kept.class);
        }
    }

    @Test
    void giveWay_whileStatementsNeverCease_endsAllTheSame() {
        StatementLog log = mock(StatementLog.class);
        when(log.append(any(), any(), any())).thenReturn(List.of(new Receipt.Kept(List.of(), 1, 0, 0)));
        AtomicBoolean gaveWay = new AtomicBoolean();
        try (Recorder recorder = new Recorder(log, ALL, InstantSource.system(), 1)) {
            Thread burst = new Thread(() -> {
                while (!gaveWay.get()) {
                    recorder.accept(pushed("lms", passed(UUID.randomUUID())));
                }
            });
            burst.start();
            assertTimeoutPreemptively(Duration.ofMinutes(1), recorder::giveWay);
            gaveWay.set(true);
            Threads.join(burst);
        }

        assertThat(gaveWay).isTrue();
    }
}
