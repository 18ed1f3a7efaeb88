package org.laurelbridge.webapp.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.fake.FakeMoodle.Fault;
import org.laurelbridge.bridge.health.Figures.Snapshot;
import org.laurelbridge.bridge.store.HeldBack;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.TestDatabase;

/** The process is killed when one stage has committed and the next has not; started again, it goes on where it was. */
class KilledBetweenStagesTest {
    private static final int LEARNERS = 2;

    @TempDir
    private Path folder;

    @OnEveryDatabase
    void kill_afterRecordBeforeMap(TestDatabase database) throws IOException {
        killWhenHeldBack(
                database,
                map -> map.refuse("insert on fact"),
                now -> now.statements() == LEARNERS && now.facts() == 0 && now.waitingToMap() > 0);
    }

    @OnEveryDatabase
    void kill_afterMapBeforeAward(TestDatabase database) throws IOException {
        killWhenHeldBack(
                database,
                // where it could, it would note down that the rule failed, and leave it alone for an hour
                award -> award.refuse("insert on award").refuse("insert on rule_trouble"),
                now -> now.facts() == LEARNERS
                        && now.waitingToDecide() > 0
                        && now.awards().isEmpty());
    }

    @OnEveryDatabase
    void kill_afterAwardBeforeIssueAndDeliver(TestDatabase database) throws IOException {
        killWhenHeldBack(
                database,
                both -> both.refuse("update on credential").refuse("update on delivery"),
                now -> isAwarded(now) && now.unsigned() == 1 && Snapshot.in(now.deliveries(), "due") == 1);
    }

    @OnEveryDatabase
    void kill_afterIssueBeforeDeliver(TestDatabase database) throws IOException {
        killWhenHeldBack(
                database,
                deliver -> deliver.refuse("update on delivery"),
                now -> isAwarded(now) && now.unsigned() == 0 && Snapshot.in(now.deliveries(), "due") == 1);
    }

    @OnEveryDatabase
    void kill_afterDeliverBeforeIssue(TestDatabase database) throws IOException {
        killWhenHeldBack(
                database,
                issue -> issue.refuse("update on credential"),
                now -> isAwarded(now) && now.unsigned() == 1 && Snapshot.in(now.deliveries(), "delivered") == 1);
    }

    @OnEveryDatabase
    void kill_afterTheLmsAnsweredBeforeThatWasWrittenDown(TestDatabase database) throws IOException {
        twoLives(database, (campus, laurel) -> {
            try (HeldBack held = new HeldBack(database)) {
                held.refuse("update on delivery", "new.state = 'delivered'");
                startAndSend(campus, laurel);
                campus.waitUntil(() -> campus.moodle().gradeEvents().size() == 1 && laurel.isDown("stages"));
                laurel.kill();
            }
        });
    }

    @OnEveryDatabase
    void kill_afterTheScoreWasSentBeforeTheLmsTookIt(TestDatabase database) throws IOException {
        killAtRequest(database, "/scores", Fault.RESET);
    }

    @OnEveryDatabase
    void kill_afterTheLmsTookTheScoreBeforeItAnswered(TestDatabase database) throws IOException {
        killAtRequest(database, "/scores", Fault.DONE_BUT_RESET);
    }

    @OnEveryDatabase
    void kill_afterTheLmsMadeTheColumnBeforeItAnswered(TestDatabase database) throws IOException {
        // the first request looks for the column, the second makes it
        killAtRequest(database, "/lineitems", Fault.NONE, Fault.DONE_BUT_RESET);
    }

    private static boolean isAwarded(Snapshot now) {
        return now.waitingToDecide() == 0 && Snapshot.in(now.awards(), "valid") == 1;
    }

    private void killWhenHeldBack(TestDatabase database, Consumer<HeldBack> stages, Predicate<Snapshot> reached)
            throws IOException {
        twoLives(database, (campus, laurel) -> {
            try (HeldBack held = new HeldBack(database)) {
                stages.accept(held);
                startAndSend(campus, laurel);
                campus.waitUntil(() -> reached.test(campus.figures()));
                laurel.kill();
            }
        });
    }

    private void killAtRequest(TestDatabase database, String part, Fault... faults) throws IOException {
        twoLives(database, (campus, laurel) -> {
            for (Fault fault : faults) {
                campus.moodle().trouble(part, fault, fault == Fault.NONE ? () -> {} : laurel::kill);
            }
            startAndSend(campus, laurel);
            campus.waitUntil(laurel::isDead);
        });
    }

    private static void startAndSend(Campus campus, RunningLaurel laurel) throws IOException {
        laurel.start();
        new Sender(laurel).send(campus.attempts(1, LEARNERS, 1));
    }

    private void twoLives(TestDatabase database, Life first) throws IOException {
        try (Campus campus = new Campus(folder, database, LEARNERS)) {
            RunningLaurel laurel = campus.node();
            first.live(campus, laurel);
            campus.letColumnsGo();
            laurel.start();
            campus.letDeliveriesGo();
            campus.assertEachHasOne(LEARNERS);
        }
    }

    /** From the start of a process to its violent end. */
    private interface Life {
        void live(Campus campus, RunningLaurel laurel) throws IOException;
    }
}
