package org.laurelbridge.webapp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.fake.FakeMoodle;
import org.laurelbridge.bridge.fake.FakeMoodle.GradeEvent;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.health.Figures.Snapshot;
import org.laurelbridge.bridge.store.AwardStore;
import org.laurelbridge.bridge.store.CredentialStore;
import org.laurelbridge.bridge.store.FiguresStore;
import org.laurelbridge.bridge.store.TestDatabase;

/** A Moodle whose course has a quiz and a badge for it, a database, and the nodes of Laurel between them. */
final class Campus implements AutoCloseable {
    /** A source that takes pushed statements, as the configuration has it. */
    static final String PUSHED = "{name: moodle, push: {key: lms, secret: secret}}";

    private static final int COURSE = 2;

    private final Path folder;
    private final TestDatabase database;
    private final int learners;
    private final Figures figures;
    private final FakeMoodle moodle = new FakeMoodle(InstantSource.system());
    private final List<RunningLaurel> nodes = new ArrayList<>();
    private @Nullable URI root;

    Campus(Path folder, TestDatabase database, int learners) {
        this.folder = folder;
        this.database = database;
        this.learners = learners;
        this.figures = new FiguresStore(database.database(), InstantSource.system());
        moodle.tool("laurel", 1, this::jwks).course(COURSE);
        IntStream.rangeClosed(1, learners)
                .forEach(user -> moodle.user(user, "u" + user, "u" + user + "@example.org", "")
                        .enrol(COURSE, user, "student"));
    }

    FakeMoodle moodle() {
        return moodle;
    }

    Snapshot figures() {
        return figures.read();
    }

    /** Tries of some learners at the quiz. */
    List<QuizAttempt> attempts(int firstLearner, int lastLearner, int number) {
        return IntStream.rangeClosed(firstLearner, lastLearner)
                .mapToObj(user -> new QuizAttempt(moodle.root(), user, number))
                .toList();
    }

    /** A node that takes pushed statements, not started. */
    RunningLaurel node() throws IOException {
        return node(database.url(), PUSHED);
    }

    /** @param source as the configuration has it */
    RunningLaurel node(String databaseUrl, String source) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + RunningLaurel.freePort());
        root = root == null ? address : root;
        Path home = Files.createDirectories(folder.resolve("node" + nodes.size() + "/rules"))
                .getParent();
        Path config = Objects.requireNonNull(home).resolve("laurel.yaml");
        Files.writeString(config, """
                public-url: %s
                http: {port: %d}
                database: {url: "%s"%s}
                secret-key: %s
                rules: rules
                sources: [%s]
                targets: [{name: campus, lti: {root: "%s", client-id: laurel, deployment-id: "1"}}]
                """.formatted(
                        root,
                        address.getPort(),
                        databaseUrl,
                        database.user() == null ? "" : ", user: " + database.user(),
                        Base64.getEncoder().encodeToString(new byte[32]),
                        source,
                        moodle.root()));
        writeRules(home.resolve("rules"));
        RunningLaurel node = new RunningLaurel(config, address);
        nodes.add(node);
        return node;
    }

    private void writeRules(Path rules) throws IOException {
        Files.writeString(rules.resolve("mapping.yaml"), """
                {brl: 1, kind: mapping, name: m, version: 1, use: [adl@1, moodle-logstore@1], unknown: create,
                 activities: {quiz: {match: {id: "%s/mod/quiz/view.php?id=4"}}}}
                """.formatted(moodle.root()));
        Files.writeString(rules.resolve("badge.yaml"), """
                brl: 1
                kind: badge
                id: quiz
                version: 1
                title: Quiz
                when: {scored: {on: quiz, atLeast: 80%}}
                deliver: [{to: campus, course: evidence}]
                """);
    }

    /** Any node that answers tells the keys that all have; nothing when none does. */
    private @Nullable String jwks() {
        return nodes.stream()
                .map(node -> node.get("/lti/jwks"))
                .filter(answer -> answer != null && answer.status() == 200)
                .map(answer -> Objects.requireNonNull(answer).body())
                .findFirst()
                .orElse(null);
    }

    /** Waits; when it waits in vain, tells what happened. */
    void waitUntil(BooleanSupplier holds) {
        assertThat(RunningLaurel.eventually(holds)).as(this::told).isTrue();
    }

    /** As if the minutes had passed for which a column that was being made is a dead process's own. For when no other lives. */
    void letColumnsGo() {
        database.database().change(handle -> handle.execute("update line_item set claimed_until = 0"));
    }

    /**
     * Waits until nothing is left but what a dead process had taken to deliver, and goes on as if its ten minutes for it had passed.
     * A process that is alone with its file takes it over when it starts.
     */
    void letDeliveriesGo() {
        if (!database.isSqlite()) {
            waitUntil(() -> isDone(figures(), "delivered", "sending"));
            database.database()
                    .change(handle -> handle.execute("update delivery set next_at = 0 where state = 'sending'"));
        }
    }

    /**
     * Waits until nothing is left to do, and looks: of all statements none is lost, and everyone who passed has one award, one
     * credential and one grade.
     */
    void assertEachHasOne(int statements) {
        List<Integer> passed = IntStream.rangeClosed(1, learners)
                .filter(QuizAttempt::passes)
                .boxed()
                .toList();
        waitUntil(() -> figures().statements() >= statements && isDone(figures(), "delivered"));
        assertThat(figures().statements()).isEqualTo(statements);
        assertThat(moodle.gradeEvents())
                .extracting(event -> (int) event.user())
                .containsExactlyInAnyOrderElementsOf(passed);
        assertThat(moodle.gradeEvents()).extracting(GradeEvent::grade).containsOnly(100.0);
        assertThat(moodle.columns(COURSE)).hasSize(1);
        List<Award> awards = new AwardStore(database.database()).list(null, null, null, 10 * learners);
        assertThat(awards).hasSize(passed.size()).extracting(Award::person).doesNotHaveDuplicates();
        CredentialStore credentials = new CredentialStore(database.database());
        assertThat(awards)
                .allSatisfy(award -> assertThat(credentials.find(award.id())).isPresent());
    }

    /** Whether no stage has anything to do, when these states of deliveries count as done. */
    private static boolean isDone(Snapshot now, String... states) {
        return now.waitingToMap() == 0
                && now.waitingToDecide() == 0
                && now.unsigned() == 0
                && now.deliveries().stream().allMatch(count -> List.of(states).contains(count.state()));
    }

    private String told() {
        return figures() + nodes.stream().map(RunningLaurel::log).collect(Collectors.joining("\n\n", "\n", ""));
    }

    @Override
    public void close() {
        nodes.forEach(RunningLaurel::close);
        moodle.close();
    }
}
