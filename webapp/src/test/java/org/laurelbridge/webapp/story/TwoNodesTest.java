package org.laurelbridge.webapp.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.fake.FakeMoodle.Fault;
import org.laurelbridge.bridge.store.TestDatabase;

/** Two nodes on one database, statements pushed to both in a burst, one node killed in the middle. */
class TwoNodesTest {
    private static final int LEARNERS = 48;
    private static final int AT_A_TIME = 4;
    private static final int SCORES_BEFORE_THE_KILL = 6;

    @TempDir
    private Path folder;

    @Test
    void kill_ofOneInABurst_leavesTheOtherToDoAllOnce() throws IOException {
        story(false);
    }

    @Test
    void kill_ofOneInABurstAndItsRestart_doAllOnce() throws IOException {
        story(true);
    }

    private void story(boolean restarted) throws IOException {
        try (TestDatabase database = TestDatabase.mariaDb();
                Campus campus = new Campus(folder, database, LEARNERS)) {
            RunningLaurel killed = campus.node();
            RunningLaurel other = campus.node();
            IntStream.range(0, SCORES_BEFORE_THE_KILL)
                    .forEach(score -> campus.moodle().trouble("/scores", Fault.NONE));
            campus.moodle().trouble("/scores", Fault.DONE_BUT_RESET, killed::kill);
            killed.start();
            other.start();

            CompletableFuture<Void> first = burst(campus, 1, new Sender(killed, other));
            CompletableFuture<Void> second = burst(campus, 2, new Sender(other, killed));
            campus.waitUntil(killed::isDead);
            if (restarted) {
                killed.start();
            }
            CompletableFuture.allOf(first, second).join();
            campus.letDeliveriesGo();
            campus.assertEachHasOne(2 * LEARNERS);
        }
    }

    /** Everyone's tries: the first ones go to one node, the second ones to the other, so that both have something to say on everyone. */
    private static CompletableFuture<Void> burst(Campus campus, int number, Sender sender) {
        return CompletableFuture.runAsync(() -> {
            for (int first = 1; first <= LEARNERS; first += AT_A_TIME) {
                sender.send(campus.attempts(first, first + AT_A_TIME - 1, number));
            }
        });
    }
}
