package org.laurelbridge.webapp.learner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.site.Site;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.Reading;
import org.laurelbridge.xapi.StatementReader;
import org.laurelbridge.xapi.XapiVersion;

/** The whole of Laurel at an address of this machine, with its workers, and a browser in which a learner is signed in. */
final class Laurel implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
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
            """;
    private static final String BADGE = """
            brl: 1
            kind: badge
            id: quiz
            version: 1
            title: Kubernetes fundamentals
            when: {scored: {on: quiz, atLeast: 80%}}
            """;

    final Bridge bridge;
    final PersonId ada;
    /** Who is signed in. */
    final UUID account;

    final URI address;
    private final Site site;
    private final HttpClient http = HttpClient.newHttpClient();
    private String cookie;

    Laurel(Path folder) throws IOException {
        int port = freePort();
        address = URI.create("http://127.0.0.1:" + port);
        Path file = folder.resolve("laurel.yaml");
        Files.writeString(file, """
                public-url: %s
                http: {host: 127.0.0.1, port: %d}
                data: %s
                issuer: {name: Example University, url: "https://www.example.org/", email: badges@example.org}
                sources: [{name: lms}]
                """.formatted(address, port, folder.resolve("data")));
        InstantSource clock = InstantSource.system();
        bridge = Bridge.open(
                Objects.requireNonNull(ConfigReader.read(file, Map.of()).config()), Reach.TRIAL, clock);
        bridge.rules().apply(List.of(new RuleText("mapping.yaml", MAPPING), new RuleText("quiz.yaml", BADGE)));
        ada = bridge.stores()
                .people()
                .add("Ada", List.of(new Identifier("email", "", "ada@example.org")), clock.instant());
        Account adas = Account.made("Ada", null, Set.of(Role.LEARNER), ada);
        account = adas.id();
        cookie = signedIn(adas);
        bridge.start();
        site = Site.open(bridge);
    }

    private String signedIn(Account account) {
        Instant now = bridge.clock().instant();
        bridge.stores()
                .accounts()
                .add(account, new Login("test", "", account.id().toString()), now);
        return "laurel-" + address.getPort() + "="
                + bridge.stores()
                        .sessions()
                        .begin(new Holder(Kind.ACCOUNT, account.id()), now, now.plus(Duration.ofHours(12)));
    }

    /** An administrator takes the place of Ada at the browser. */
    void administer() {
        cookie = signedIn(Account.made("Grace", null, Set.of(Role.ADMINISTRATOR), null));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Ada's badge for the quiz, once it is signed. */
    Award earn() {
        UUID id = UUID.randomUUID();
        String raw = """
                {"id":"%s","actor":{"mbox":"mailto:ada@example.org"},\
                "verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},\
                "object":{"id":"https://lms.example/quiz"},"result":{"score":{"scaled":0.9}},"timestamp":"%s"}""".formatted(id, bridge.clock().instant());
        Json.Parsed.Value value = (Json.Parsed.Value) new Json().read(raw);
        Reading reading = new StatementReader(StatementReader.Manner.STRICT, XapiVersion.V1_0).read(value.node());
        Candidate one = new Candidate(id, ((Reading.Usable) reading).statement(), raw, List.of());
        bridge.intake().accept(new Submission("lms", Submission.Manner.TAKEN, List.of(one), List.of()));
        waitUntil(() -> awards().stream()
                .anyMatch(award ->
                        bridge.stores().credentials().find(award.credential()).isPresent()));
        return awards().get(0);
    }

    private List<Award> awards() {
        return bridge.awards().list("quiz", ada, null, 10);
    }

    void waitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain; failing: " + bridge.failing());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** A page, in Ada's browser. */
    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** What is told as it comes, line by line. */
    HttpResponse<Stream<String>> events(String path, String... headers) {
        HttpRequest.Builder request = request(path).setHeader("Accept", "text/event-stream");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofLines());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A form of a page, sent as Ada's browser does. */
    HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        return postWith(csrf(page), path, fields);
    }

    private String csrf(String page) {
        Matcher csrf = CSRF.matcher(get(page).body());
        if (!csrf.find()) {
            throw new AssertionError("no form on " + page);
        }
        return csrf.group(1);
    }

    HttpResponse<String> postWith(String csrf, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "csrf=" + encoded(csrf) + "&", ""));
        return submit(path, body);
    }

    /** A form as a browser writes it. */
    HttpResponse<String> submit(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).headers("Accept", "text/html", "Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        site.close();
        bridge.close();
    }
}
