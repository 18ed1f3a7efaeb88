package org.laurelbridge.webapp.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.TestDatabase;

/** Statements go in, the process is killed again and again, and every learner who passed has one of everything. */
class KilledOnTheWayTest {
    private static final int LEARNERS = 60;
    private static final int AT_A_TIME = 4;

    @TempDir
    private Path folder;

    @OnEveryDatabase
    void kills_atAnyMoment_loseAndDoubleNothing(TestDatabase database) throws IOException {
        try (Campus campus = new Campus(folder, database, LEARNERS)) {
            RunningLaurel laurel = campus.node();
            Sender sender = new Sender(laurel);
            Random random = new Random(7);
            laurel.start();
            for (int first = 1; first <= LEARNERS; first += AT_A_TIME) {
                sender.send(campus.attempts(first, first + AT_A_TIME - 1, 1));
                if (random.nextInt(3) == 0) {
                    laurel.kill();
                    campus.letColumnsGo();
                    laurel.start();
                }
            }
            campus.letDeliveriesGo();
            campus.assertEachHasOne(LEARNERS);
        }
    }
}
