package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.BrowserSession.Holder;
import org.laurelbridge.bridge.account.BrowserSession.Kind;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.fetch.Reach;
import org.laurelbridge.bridge.grant.Client;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever somebody else may write, in a statement, a rule, a registration, a name or the address of a page, is text on every page
 * that anybody can reach: no element, no attribute and no address becomes theirs. Read as a browser reads it.
 */
class HostileTextsTest {
    private static final String EVIL = Crawl.EVIL + Crawl.TURNED;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Who asks. */
    private enum Who {
        NOBODY,
        LEARNER,
        INSTRUCTOR,
        VIEWER,
        ADMINISTRATOR
    }

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Who, String> cookies = new EnumMap<>(Who.class);
    private Bridge bridge;
    private Site site;
    private URI address;

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    @BeforeEach
    void open() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        address = URI.create("http://127.0.0.1:" + port);
        Path file = folder.resolve("laurel.yaml");
        Files.writeString(file, """
                public-url: %s
                http: {host: 127.0.0.1, port: %d}
                data: %s
                issuer: {name: %s, description: %s, email: a@b.example}
                sources: [{name: lms, push: {key: lms, secret: secret, version-header: optional}}]
                limits: {requests: {from-address: 0, of-person: 0}}
                """.formatted(address, port, folder.resolve("data"), quoted(EVIL), quoted(EVIL)));
        ConfigReader.Loaded loaded = ConfigReader.read(file, Map.of());
        assertThat(loaded.problems()).isEmpty();
        bridge = Bridge.open(Objects.requireNonNull(loaded.config()), Reach.TRIAL, InstantSource.system());
        bridge.rules()
                .apply(List.of(
                        new RuleText("mapping.yaml", """
                {brl: 1, kind: mapping, name: m, version: 1, use: [adl@1], identity: [{mbox: email}], unknown: park,
                 activities: {quiz: {title: %s, match: {id: "https://lms.example/quiz"}}}}
                """.formatted(quoted(EVIL))),
                        new RuleText("quiz.yaml", """
                {brl: 1, kind: badge, id: quiz, version: 1, title: %1$s, description: %1$s, public: always,
                 settle: {gain: 0s}, when: {scored: {on: quiz, atLeast: 80%%}}}
                """.formatted(quoted(EVIL)))));
        bridge.start();
        site = Site.open(bridge);
        seed();
    }

    @AfterEach
    void close() {
        site.close();
        bridge.close();
    }

    private void seed() throws IOException {
        Instant now = bridge.clock().instant();
        PersonId ada = bridge.stores()
                .people()
                .add(
                        EVIL,
                        List.of(new Identifier("email", "", "ada@example.org"), new Identifier("id", EVIL, EVIL)),
                        now);
        account(Who.LEARNER, Role.LEARNER, ada);
        account(Who.INSTRUCTOR, Role.INSTRUCTOR, null);
        account(Who.VIEWER, Role.VIEWER, null);
        account(Who.ADMINISTRATOR, Role.ADMINISTRATOR, null);
        bridge.stores().tokens().make(EVIL, "administrator", now);
        bridge.lti().platforms().add(platform(), now);
        String client =
                "{\"client_name\":%1$s,\"client_uri\":%2$s,\"logo_uri\":%2$s,\"policy_uri\":%2$s,\"tos_uri\":%2$s,\"redirect_uris\":[\"https://evil.example/back\"]}"
                        .formatted(quoted(EVIL), quoted(Crawl.SCRIPT));
        bridge.stores().clients().add(new Client(UUID.randomUUID(), false, client, now), "secret");
        push("mailto:ada@example.org", "https://lms.example/quiz");
        push("mailto:unknown@example.org", "https://lms.example/quiz");
        push("mailto:ada@example.org", "https://lms.example/" + URLEncoder.encode(EVIL, StandardCharsets.UTF_8));
        waitUntil(() -> bridge.awards().list("quiz", ada, null, 10).stream()
                .anyMatch(award ->
                        bridge.stores().credentials().find(award.credential()).isPresent()));
    }

    private static LtiPlatform platform() {
        URI root = URI.create("https://lms.example/");
        return new LtiPlatform(UUID.randomUUID(), EVIL, EVIL, EVIL, root, root, EVIL, root, true, Set.of(EVIL));
    }

    private void account(Who who, Role role, PersonId learner) {
        Instant now = bridge.clock().instant();
        Account account = Account.made(EVIL, EVIL, Set.of(role), learner);
        bridge.stores().accounts().add(account, new Login("test", EVIL, who + EVIL), now);
        String session = bridge.stores()
                .sessions()
                .begin(new Holder(Kind.ACCOUNT, account.id()), now, now.plus(Duration.ofHours(12)));
        cookies.put(who, "laurel-" + address.getPort() + "=" + session);
    }

    private void push(String mbox, String activity) {
        String statement = """
                {"actor":{"name":%1$s,"mbox":"%2$s"},
                 "verb":{"id":"http://adlnet.gov/expapi/verbs/completed","display":{"en":%1$s}},
                 "object":{"id":"%3$s","definition":{"name":{"en":%1$s},"description":{"en":%1$s},"moreInfo":"https://x.example/"}},
                 "result":{"score":{"scaled":0.9},"response":%1$s},
                 "context":{"platform":%1$s,"instructor":{"name":%1$s,"mbox":"mailto:t@x.example"}}}""".formatted(quoted(EVIL), mbox, activity);
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/xapi/statements"))
                .headers(
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("lms:secret".getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(statement));
        HttpResponse<String> answer = Crawl.send(http, request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void waitUntil(BooleanSupplier condition) {
        for (int i = 0; i < 3_000 && !condition.getAsBoolean(); i++) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private Crawl.Visitor visitor(Who who) {
        return new Crawl.Visitor(who.name(), cookies.getOrDefault(who, ""));
    }

    @Test
    void everyPage_asEverybody_holdsNothingOfTheirs() {
        Crawl crawl = new Crawl(bridge);
        Set<String> all = new LinkedHashSet<>();
        for (Who who : Who.values()) {
            Map<String, Document> pages = crawl.pages(visitor(who));
            pages.forEach((path, page) -> crawl.reflect(visitor(who), path));
            all.addAll(pages.keySet());
        }
        for (Who who : List.of(Who.NOBODY, Who.LEARNER, Who.INSTRUCTOR, Who.ADMINISTRATOR)) {
            crawl.pages(visitor(who)).forEach((path, page) -> crawl.submit(visitor(who), path, page));
            crawl.pages(visitor(who));
        }
        assertThat(crawl.found()).isEmpty();
        assertThat(all).hasSizeGreaterThan(40).anyMatch(path -> path.startsWith("/awards/"));
    }
}
