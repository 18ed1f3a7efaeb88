package org.laurelbridge.webapp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.fake.FakeLrs;
import org.laurelbridge.bridge.fake.FakeMoodle.Fault;
import org.laurelbridge.bridge.health.Figures.Snapshot;
import org.laurelbridge.bridge.store.Cable;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.TestDatabase;

/** What Laurel needs is away for a while, in the middle of the work; in the end everyone has what they earned, once. */
class AwayForAWhileTest {
    private static final int LEARNERS = 40;

    @TempDir
    private Path folder;

    @OnEveryDatabase
    void lms_awayForAWhile(TestDatabase database) throws IOException {
        try (Campus campus = new Campus(folder, database, LEARNERS);
                Cable toMoodle = Cable.to(campus.moodle().root().toString())) {
            campus.moodle().knownAs(URI.create(toMoodle.url()));
            RunningLaurel laurel = campus.node();
            Sender sender = new Sender(laurel);
            laurel.start();
            sender.send(campus.attempts(1, 20, 1));
            campus.waitUntil(() -> !campus.moodle().gradeEvents().isEmpty());

            toMoodle.cut();
            sender.send(campus.attempts(21, LEARNERS, 1));
            campus.waitUntil(() -> hasFailingDeliveries(campus.figures()));
            // it takes statements and awards badges all the same
            assertThat(laurel.status("/health/ready")).isEqualTo(200);

            toMoodle.mend();
            campus.assertEachHasOne(LEARNERS);
        }
    }

    @OnEveryDatabase
    void lrs_awayForAWhile(TestDatabase database) throws IOException {
        try (Campus campus = new Campus(folder, database, LEARNERS);
                FakeLrs lrs = FakeLrs.a();
                Cable toLrs = Cable.to(lrs.endpoint().toString())) {
            RunningLaurel laurel = campus.node(
                    database.url(),
                    "{name: lrs, pull: {endpoint: \"%s\", key: key, secret: gehäim, every: 1s}}"
                            .formatted(toLrs.url()));
            laurel.start();
            hold(lrs, campus, 1, 20);
            campus.waitUntil(() -> campus.figures().statements() == 20);

            toLrs.cut();
            hold(lrs, campus, 21, LEARNERS);
            campus.waitUntil(() -> campus.figures().sources().stream().anyMatch(source -> source.trouble() != null));
            assertThat(laurel.status("/health/ready")).isEqualTo(200);

            toLrs.mend();
            campus.assertEachHasOne(LEARNERS);
            assertThat(campus.figures().sources())
                    .allSatisfy(source -> assertThat(source.trouble()).isNull());
        }
    }

    @Test
    void database_awayForAWhile() throws IOException {
        try (TestDatabase database = TestDatabase.mariaDb();
                Cable toDatabase = Cable.to(database.url());
                Campus campus = new Campus(folder, database, LEARNERS)) {
            RunningLaurel laurel = campus.node(toDatabase.url(), Campus.PUSHED);
            Sender sender = new Sender(laurel);
            CountDownLatch away = new CountDownLatch(1);
            // when both grades of the first learners are being written, and nothing is being claimed
            campus.moodle().trouble("/scores", Fault.NONE).trouble("/scores", Fault.NONE, () -> {
                toDatabase.cut();
                away.countDown();
            });
            laurel.start();
            sender.send(campus.attempts(1, 4, 1));
            campus.waitUntil(() -> away.getCount() == 0);

            CompletableFuture<Void> sent =
                    CompletableFuture.runAsync(() -> sender.send(campus.attempts(5, LEARNERS, 1)));
            campus.waitUntil(() -> sender.refusals().contains(503));
            campus.waitUntil(() -> laurel.isDown("database", "stages"));
            campus.waitUntil(() -> laurel.hasToldOfFailing("map", "award", "issue"));
            assertThat(laurel.status("/health/live")).isEqualTo(200);

            toDatabase.mend();
            sent.join();
            campus.waitUntil(() -> laurel.status("/health/ready") == 200);
            campus.assertEachHasOne(LEARNERS);
        }
    }

    private static void hold(FakeLrs lrs, Campus campus, int firstLearner, int lastLearner) {
        campus.attempts(firstLearner, lastLearner, 1).forEach(attempt -> lrs.add(attempt.id(), attempt.json()));
    }

    private static boolean hasFailingDeliveries(Snapshot now) {
        return Snapshot.in(now.deliveries(), "unknown") > 0 && Snapshot.in(now.awards(), "valid") == LEARNERS / 2;
    }
}
