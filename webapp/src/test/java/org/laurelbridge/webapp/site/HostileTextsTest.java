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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
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
import org.laurelbridge.bridge.grant.Client;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.verify.fetch.Reach;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.server.Pages;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever somebody else may write, in a statement, a rule, a registration, a name or the address of a page, is text on every page
 * that anybody can reach: no element, no attribute and no address becomes theirs. Read as a browser reads it.
 */
class HostileTextsTest {
    private static final String EVIL =
            "\"'`--></title></textarea></script></style><x-evil onclick=alert(1) style=x><img src=x onerror=alert(1)>";
    private static final String SCRIPT = "javascript:alert(1)//<x-evil>";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "data", "xlink:href");
    private static final List<String> ASKED = List.of(
            "to",
            "q",
            "name",
            "status",
            "state",
            "error",
            "error_description",
            "iss",
            "target_link_uri",
            "login_hint",
            "lti_message_hint",
            "client_id",
            "openid_configuration",
            "invitation",
            "registration_token",
            "id_token",
            "lti_storage_target",
            "held",
            "url",
            "email",
            "redirect_uri",
            "scope",
            "response_type",
            "code_challenge",
            "code_challenge_method",
            "badge",
            "person",
            "course",
            "from",
            "before",
            "after",
            "page",
            "token",
            "kind",
            "source",
            "reason",
            "id",
            "version",
            "language",
            "code",
            "platform",
            "account");

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
    private final Map<String, String> found = new TreeMap<>();
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
                        .formatted(quoted(EVIL), quoted(SCRIPT));
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
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void waitUntil(BooleanSupplier condition) {
        for (int i = 0; i < 3_000 && !condition.getAsBoolean(); i++) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> ask(Who who, String path, Map<String, String> form) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html");
        if (cookies.containsKey(who)) {
            request.header("Cookie", cookies.get(who));
        }
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(query(form)));
        }
        return send(request);
    }

    private static String query(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void everyPage_asEverybody_holdsNothingOfTheirs() {
        Set<String> all = new LinkedHashSet<>();
        for (Who who : Who.values()) {
            Map<String, Document> pages = crawl(who);
            pages.forEach((path, page) -> reflect(who, path));
            all.addAll(pages.keySet());
        }
        for (Who who : List.of(Who.NOBODY, Who.LEARNER, Who.INSTRUCTOR, Who.ADMINISTRATOR)) {
            crawl(who).forEach((path, page) -> submit(who, path, page));
            crawl(who);
        }
        assertThat(found).isEmpty();
        assertThat(all).hasSizeGreaterThan(40).anyMatch(path -> path.startsWith("/awards/"));
    }

    /** Every page that is linked, from those that have an address of their own. */
    private Map<String, Document> crawl(Who who) {
        Deque<String> next = new ArrayDeque<>(starts());
        Set<String> seen = new LinkedHashSet<>(next);
        Map<String, Document> pages = new LinkedHashMap<>();
        while (!next.isEmpty() && seen.size() < 600) {
            String path = next.poll();
            HttpResponse<String> answer = ask(who, path, Map.of());
            Document page = check(who + " " + path, answer);
            if (page != null && answer.statusCode() == 200) {
                pages.put(path, page);
                page.select("[href],[src]").forEach(element -> {
                    String link = element.hasAttr("href") ? element.absUrl("href") : element.absUrl("src");
                    if (link.startsWith(address + "/") && !link.contains("/sign-out")) {
                        String to = link.substring(address.toString().length()).replaceFirst("#.*", "");
                        if (seen.add(to)) {
                            next.add(to);
                        }
                    }
                });
            }
        }
        return pages;
    }

    private List<String> starts() {
        return new Routes(bridge, Site.sessions(bridge), new Pages())
                .list().stream()
                        .filter(route -> route.methods().contains("GET"))
                        .flatMap(route -> route.paths().stream())
                        .map(path -> path.isEmpty() ? "/" : path.replace("*", ""))
                        .filter(path -> !path.startsWith("/health"))
                        .toList();
    }

    private void reflect(Who who, String path) {
        String bare = path.replaceFirst("\\?.*", "");
        Map<String, String> form = ASKED.stream().collect(Collectors.toMap(name -> name, name -> EVIL));
        check(who + " " + bare + "?…", ask(who, bare + "?" + query(form), Map.of()));
        for (String value : List.of(SCRIPT, "https://evil.example/", "//evil.example/", "/\\evil.example/")) {
            ASKED.forEach(name -> form.put(name, value));
            check(who + " " + bare + "?" + value, ask(who, bare + "?" + query(form), Map.of()));
        }
    }

    /** Every form of a page, with theirs in all that can be typed. */
    private void submit(Who who, String path, Document page) {
        for (Element form : page.select("form[method=post]")) {
            String action = form.attr("action").isEmpty() ? path : form.attr("action");
            if (action.contains("sign-out") || form.attr("enctype").startsWith("multipart")) {
                continue;
            }
            Map<String, String> fields = new LinkedHashMap<>();
            form.select("[name]")
                    .forEach(field -> fields.put(
                            field.attr("name"),
                            field.attr("type").matches("hidden|radio|checkbox")
                                            || field.tagName().equals("button")
                                    ? field.attr("value")
                                    : field.tagName().equals("select")
                                            ? field.select("option").attr("value")
                                            : EVIL));
            check(who + " posts " + action, ask(who, action, fields));
        }
    }

    private Document check(String where, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500 && answer.statusCode() != 503) {
            found.put(where, "answered " + answer.statusCode());
        }
        String location = answer.headers().firstValue("Location").orElse("/");
        if (!location.startsWith("/") && !location.startsWith(address + "/") || location.startsWith("//")) {
            found.put(where, "leads to " + location);
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("image/svg")) {
            look(where, Jsoup.parse(answer.body(), "", Parser.xmlParser()));
            return null;
        }
        if (!type.startsWith("text/html")) {
            return null;
        }
        Document page = Jsoup.parse(answer.body(), address + where.replaceFirst("^\\S+ (posts )?", ""));
        look(where, page);
        return page;
    }

    private void look(String where, Document page) {
        for (Element element : page.getAllElements()) {
            boolean isOurScript =
                    element.attr("src").startsWith("/assets/") && element.data().isEmpty();
            if (element.tagName().equals("x-evil") || element.tagName().equals("script") && !isOurScript) {
                found.put(where, "an element " + element.tagName());
            }
            for (Attribute attribute : element.attributes()) {
                String value = attribute.getValue().strip().toLowerCase(java.util.Locale.ROOT);
                boolean leads = ADDRESSES.contains(attribute.getKey())
                        && (value.startsWith("javascript:") || value.startsWith("data:text") || value.startsWith("//"));
                if (attribute.getKey().startsWith("on") || attribute.getKey().contains("evil") || leads) {
                    found.put(where, "an attribute " + attribute);
                }
            }
        }
    }
}
