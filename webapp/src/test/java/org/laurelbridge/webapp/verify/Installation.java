package org.laurelbridge.webapp.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.site.Site;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Reading;
import org.laurelbridge.xapi.StatementReader;
import org.laurelbridge.xapi.XapiVersion;

/** The whole of Laurel with its workers and its web server, known at a public address, under a clock that a test turns. */
public final class Installation implements AutoCloseable {
    public static final String ROOT = "https://badges.example.org";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String MAPPING = """
            brl: 1
            kind: mapping
            name: campus
            version: 1
            use: [adl@1]
            identity:
              - mbox: email
            unknown: park
            activities:
              quiz: {title: Kubernetes quiz, match: {id: "https://lms.example/quiz"}}
              lab: {title: The lab, match: {id: "https://lms.example/lab"}}
            """;

    /** Long ago for readers that look at their own clock. */
    public final TurnedClock clock = new TurnedClock(Instant.now()
            .truncatedTo(ChronoUnit.SECONDS)
            .minus(Duration.ofDays(400))
            .toString());

    public final Bridge bridge;
    private final Site site;
    private final HttpClient http = HttpClient.newHttpClient();

    public Installation(Path folder, String... badges) throws IOException {
        this(ROOT, folder, badges);
    }

    /** @param root the public address; a did:web comes of one with https alone */
    Installation(String root, Path folder, String... badges) throws IOException {
        Path file = folder.resolve("laurel.yaml");
        Files.writeString(file, """
                public-url: %s
                http: {host: 127.0.0.1, port: 0}
                data: %s
                issuer: {name: Example University, url: "https://www.example.org/", email: badges@example.org}
                sources: [{name: lms}]
                """.formatted(root, folder.resolve("data")));
        ConfigReader.Loaded loaded = ConfigReader.read(file, Map.of());
        if (loaded.config() == null) {
            throw new IllegalArgumentException(loaded.problems().toString());
        }
        bridge = Bridge.open(loaded.config(), clock);
        List<RuleText> texts = new ArrayList<>(List.of(new RuleText("mapping.yaml", MAPPING)));
        for (String badge : badges) {
            texts.add(new RuleText("badge-" + texts.size() + ".yaml", badge));
        }
        if (bridge.rules().apply(texts) instanceof RuleBook.Outcome.Refused refused) {
            throw new IllegalArgumentException(refused.problems().toString());
        }
        bridge.start();
        site = Site.open(bridge);
    }

    /** A badge for 80 % in the quiz, with more lines of its document. */
    public static String badge(String id, String... more) {
        return "brl: 1\nkind: badge\nid: " + id + "\nversion: 1\ntitle: The badge " + id
                + "\nwhen: {scored: {on: quiz, atLeast: 80%}}\nsettle: {gain: 0s, lose: 0s}\npublic: always\n"
                + String.join("\n", more) + "\n";
    }

    public PersonId learner(String email) {
        return bridge.stores().people().add("A Learner", List.of(new Identifier("email", "", email)), clock.instant());
    }

    public UUID scored(String email, String activity, String scaled) {
        UUID id = UUID.randomUUID();
        hear("""
                {"id":"%s","actor":{"mbox":"mailto:%s"},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},\
                "object":{"id":"https://lms.example/%s"},"result":{"completion":true,"score":{"scaled":%s}},\
                "timestamp":"%s"}""".formatted(id, email, activity, scaled, clock.instant()));
        return id;
    }

    public void voids(UUID statement) {
        hear("""
                {"id":"%s","actor":{"mbox":"mailto:lms@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},\
                "object":{"objectType":"StatementRef","id":"%s"}}""".formatted(UUID.randomUUID(), statement));
    }

    private void hear(String raw) {
        if (new Json().read(raw) instanceof Json.Parsed.Value value
                && new StatementReader(StatementReader.Manner.STRICT, XapiVersion.V1_0).read(value.node())
                        instanceof Reading.Usable usable) {
            Candidate one =
                    new Candidate(Objects.requireNonNull(usable.statement().id()), usable.statement(), raw, List.of());
            bridge.intake().accept(new Submission("lms", Submission.Manner.TAKEN, List.of(one), List.of()));
            return;
        }
        throw new IllegalArgumentException(raw);
    }

    public List<Award> awards(PersonId person, String badge) {
        return bridge.awards().find(person, List.of(badge)).getOrDefault(badge, List.of());
    }

    /** The only award of a badge, once it is signed. */
    public Award signed(PersonId person, String badge) {
        waitUntil(() -> awards(person, badge).stream()
                .anyMatch(award ->
                        bridge.stores().credentials().find(award.credential()).isPresent()));
        return awards(person, badge).get(0);
    }

    public void waitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain; failing: " + bridge.failing());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Where a path really is. */
    public String at(String path) {
        return site.address() + path;
    }

    /** What stands at a public address. */
    HttpResponse<byte[]> get(String address) {
        String path = address.startsWith(ROOT) ? address.substring(ROOT.length()) : address;
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(at(path)))
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same as text; it must be there. */
    public String text(String address) {
        HttpResponse<byte[]> answer = get(address);
        if (answer.statusCode() != 200) {
            throw new AssertionError(address + " answered " + answer.statusCode());
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        site.close();
        bridge.close();
    }
}
