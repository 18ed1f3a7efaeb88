package org.laurelbridge.webapp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.fake.FakeMoodle;
import org.laurelbridge.bridge.fake.FakeMoodle.GradeEvent;

/** Statements go in, the process is killed again and again, and every learner who passed has one grade in Moodle, once. */
class KilledOnTheWayTest {
    private static final int LEARNERS = 60;
    private static final int AT_A_TIME = 4;

    @TempDir
    private Path folder;

    @Test
    void grades_standOnceAfterKillsAtAnyMoment() throws IOException {
        URI root = URI.create("http://127.0.0.1:" + RunningLaurel.freePort());
        try (FakeMoodle moodle = new FakeMoodle(InstantSource.system());
                RunningLaurel laurel = new RunningLaurel(folder.resolve("laurel.yaml"), root)) {
            moodle.tool("laurel", 1, () -> laurel.get("/lti/jwks")).course(2);
            IntStream.rangeClosed(1, LEARNERS)
                    .forEach(user -> moodle.user(user, "u" + user, "u" + user + "@example.org", "")
                            .enrol(2, user, "student"));
            configure(root, moodle.root());
            laurel.start();
            // a column that was being made when the process died is not made again for two minutes: that is told
            // elsewhere
            push(laurel, moodle.root(), 1);
            assertThat(RunningLaurel.eventually(() -> !users(moodle).isEmpty())).isTrue();
            pushAndKill(laurel, moodle.root());
            assertThat(RunningLaurel.eventually(() -> users(moodle).size() >= LEARNERS / 2))
                    .as(Files.readString(folder.resolve("serve.log")))
                    .isTrue();
            assertThat(users(moodle)).containsExactlyInAnyOrderElementsOf(passed());
            assertThat(moodle.gradeEvents()).extracting(GradeEvent::grade).containsOnly(100.0);
            assertThat(moodle.columns(2)).hasSize(1);
        }
    }

    private static List<Long> users(FakeMoodle moodle) {
        return moodle.gradeEvents().stream().map(GradeEvent::user).sorted().toList();
    }

    private static List<Long> passed() {
        return IntStream.rangeClosed(1, LEARNERS)
                .filter(user -> user % 2 == 0)
                .mapToObj(Long::valueOf)
                .toList();
    }

    /** A batch is sent until it is answered, as senders do; the kills come at moments that nobody chose. */
    private static void pushAndKill(RunningLaurel laurel, URI moodle) throws IOException {
        Random random = new Random(7);
        for (int first = 1 + AT_A_TIME; first <= LEARNERS; first += AT_A_TIME) {
            push(laurel, moodle, first);
            if (random.nextInt(3) == 0) {
                laurel.kill();
                laurel.start();
            }
        }
    }

    private static void push(RunningLaurel laurel, URI moodle, int first) {
        String batch = batch(moodle, first);
        List<Integer> refused = new ArrayList<>();
        assertThat(RunningLaurel.eventually(() -> isTaken(laurel, batch, refused)))
                .as("taken, or refused: " + refused)
                .isTrue();
    }

    private static boolean isTaken(RunningLaurel laurel, String batch, List<Integer> refused) {
        try {
            Integer status = laurel.push(batch);
            if (status != null && status != 200) {
                refused.add(status);
            }
            return status != null && status == 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String batch(URI moodle, int first) {
        List<String> statements = new ArrayList<>();
        for (int user = first; user < first + AT_A_TIME; user++) {
            statements.add("""
                    {"id": "%s", "timestamp": "2026-03-01T10:00:00Z",
                     "actor": {"account": {"homePage": "%s", "name": "%d"}},
                     "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
                     "object": {"id": "%s/mod/quiz/attempt.php?attempt=1&cmid=4"},
                     "result": {"score": {"scaled": %s}},
                     "context": {"contextActivities": {"parent": [{"id": "%s/course/view.php?id=2",
                       "definition": {"type": "https://w3id.org/xapi/cmi5/activitytype/course"}}]}}}
                    """.formatted(
                            new UUID(0x4000L, 0x8000000000000000L | user),
                            moodle,
                            user,
                            moodle,
                            user % 2 == 0 ? "0.9" : "0.5",
                            moodle));
        }
        return "[" + String.join(",", statements) + "]";
    }

    private void configure(URI root, URI moodle) throws IOException {
        Files.createDirectory(folder.resolve("rules"));
        Files.writeString(folder.resolve("laurel.yaml"), """
                public-url: %s
                http: {port: %d}
                rules: rules
                sources: [{name: moodle, push: {key: lms, secret: secret}}]
                targets: [{name: campus, lti: {root: "%s", client-id: laurel, deployment-id: "1"}}]
                """.formatted(root, root.getPort(), moodle));
        Files.writeString(folder.resolve("rules/mapping.yaml"), """
                {brl: 1, kind: mapping, name: m, version: 1, use: [adl@1, moodle-logstore@1], unknown: create,
                 activities: {quiz: {match: {id: "%s/mod/quiz/view.php?id=4"}}}}
                """.formatted(moodle));
        Files.writeString(folder.resolve("rules/badge.yaml"), """
                brl: 1
                kind: badge
                id: quiz
                version: 1
                title: Quiz
                when: {scored: {on: quiz, atLeast: 80%}}
                deliver: [{to: campus, course: evidence}]
                """);
    }
}
