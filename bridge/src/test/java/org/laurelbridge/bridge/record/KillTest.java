package org.laurelbridge.bridge.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.store.Samples.passed;
import static org.laurelbridge.bridge.store.Samples.pushed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.StatementStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.VoidReach;

/** What was answered is there, whenever the process is killed. */
class KillTest {

    private static final int BEFORE_THE_KILL = 300;

    @OnEveryDatabase
    void kill_whileStatementsCome_losesNoneThatWasAnswered(TestDatabase testDatabase) throws Exception {
        testDatabase.database().close();
        Process child = start(testDatabase);
        List<UUID> answered = new ArrayList<>();
        try (BufferedReader output = reader(child)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.length() == 36) {
                    answered.add(UUID.fromString(line));
                }
                if (answered.size() == BEFORE_THE_KILL) {
                    // not the process itself: that would close its output, of which the last lines are not read yet
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();

        StatementStore store = new StatementStore(testDatabase.open());
        assertThat(answered)
                .hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL)
                .allSatisfy(id -> assertThat(store.find(id)).isPresent());
    }

    private static Process start(TestDatabase database) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        database.url(),
                        String.valueOf(database.user()),
                        String.valueOf(database.password()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader reader(Process child) {
        return new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Keeps statements from four threads until it is killed, and prints the id of each that was answered. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            Database database = Database.open(arguments[0], arguments[1], arguments[2]);
            Recorder recorder = new Recorder(
                    new StatementStore(database), (source, authority) -> VoidReach.ANYTHING, InstantSource.system(), 1);
            IntStream.range(0, 4).forEach(number -> new Thread(() -> keep(recorder)).start());
        }

        private static void keep(Recorder recorder) {
            for (int i = 0; i < 100_000; i++) {
                UUID id = UUID.randomUUID();
                recorder.accept(pushed("lms", passed(id)));
                System.out.println(id);
            }
        }
    }
}
