package org.laurelbridge.webapp.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.fake.FakeMailServer;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.health.Figures.Snapshot;
import org.laurelbridge.bridge.store.FiguresStore;
import org.laurelbridge.bridge.store.HeldBack;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.webapp.story.RunningLaurel.Answer;

/** The process is killed when webhooks and mails were taken and that is not written down: all are told again, under the same ids. */
class KilledWhileTellingTest {
    private static final int LEARNERS = 1;
    private static final Pattern MESSAGE = Pattern.compile("(?m)^Message-ID: (\\S+)");

    @TempDir
    private Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final FakeMailServer post = new FakeMailServer(null);
    private final HttpServer receiver;
    private RunningLaurel laurel;
    private Figures figures;

    KilledWhileTellingTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            told.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void close() {
        if (laurel != null) {
            laurel.close();
        }
        receiver.stop(0);
        post.close();
    }

    @OnEveryDatabase
    void kill_afterTheyWereTaken_losesNone_andTellsUnderTheSameId(TestDatabase database) throws IOException {
        figures = new FiguresStore(database.database(), InstantSource.system());
        laurel = node(database);
        laurel.start();
        try (HeldBack held = new HeldBack(database)) {
            held.refuse("update on delivery", "new.state = 'delivered'");
            send();
            waitUntil(() ->
                    Set.copyOf(told).size() == LEARNERS && Set.copyOf(mails()).size() == LEARNERS);
            laurel.kill();
        }
        Set<String> hooks = Set.copyOf(told);
        Set<String> letters = Set.copyOf(mails());
        int before = told.size() + mails().size();

        // as if the minutes had passed for which a dead process has them
        database.database().change(handle -> handle.execute("update delivery set next_at = 0"));
        laurel.start();
        waitUntil(() -> figures.read().deliveries().stream()
                .allMatch(count -> count.state().equals("delivered")));

        assertThat(Snapshot.in(figures.read().deliveries(), "delivered"))
                .as("and a grade for each")
                .isEqualTo(3L * LEARNERS);
        assertThat(told.size() + mails().size()).as("told again").isGreaterThan(before);
        assertThat(Set.copyOf(told)).isEqualTo(hooks);
        assertThat(Set.copyOf(mails())).isEqualTo(letters);
    }

    /** The ids of the mails that came. */
    private List<String> mails() {
        return post.mails().stream()
                .flatMap(mail -> MESSAGE.matcher(mail).results())
                .map(found -> found.group(1))
                .toList();
    }

    private void waitUntil(BooleanSupplier holds) {
        assertThat(RunningLaurel.eventually(holds))
                .as(() -> told + " " + mails() + " " + figures.read() + "\n" + laurel.log())
                .isTrue();
    }

    private void send() {
        String batch = IntStream.rangeClosed(1, LEARNERS)
                .mapToObj(learner -> """
                        {"id": "00000000-0000-4000-8000-00000000000%d", "timestamp": "%s",
                         "actor": {"mbox": "mailto:learner%d@example.org"},
                         "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
                         "object": {"id": "https://lms.example/quiz"}, "result": {"score": {"scaled": 0.9}}}
                        """.formatted(learner, Instant.now(), learner))
                .collect(Collectors.joining(",", "[", "]"));
        waitUntil(() -> {
            Answer answer = laurel.push(batch);
            return answer != null && answer.status() == 200;
        });
    }

    private RunningLaurel node(TestDatabase database) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + RunningLaurel.freePort());
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve("mapping.yaml"), """
                {brl: 1, kind: mapping, name: m, version: 1, use: [adl@1], unknown: create, identity: [{mbox: email}],
                 activities: {quiz: {match: {id: "https://lms.example/quiz"}}}}
                """);
        Files.writeString(rules.resolve("badge.yaml"), """
                {brl: 1, kind: badge, id: quiz, version: 1, title: Quiz, when: {scored: {on: quiz, atLeast: 80%}}}
                """);
        Path config = Files.writeString(folder.resolve("laurel.yaml"), """
                public-url: %s
                http: {port: %d}
                database: {url: "%s"%s}
                secret-key: %s
                rules: rules
                sources: [%s]
                webhooks: [{name: portal, url: "http://127.0.0.1:%d/", secret: whsec_%s}]
                mail: {host: 127.0.0.1, port: %d, tls: none, from: badges@example.org}
                """.formatted(
                        address,
                        address.getPort(),
                        database.url(),
                        database.user() == null ? "" : ", user: " + database.user(),
                        Base64.getEncoder().encodeToString(new byte[32]),
                        Campus.PUSHED,
                        receiver.getAddress().getPort(),
                        Base64.getEncoder().encodeToString(new byte[32]),
                        post.port()));
        return new RunningLaurel(Objects.requireNonNull(config), address);
    }
}
