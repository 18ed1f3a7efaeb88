package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;

/**
 * Another site posts every form there is, by the browser of somebody who is signed in and may do everything: without the session's own
 * token, or with another, it is refused and nothing in the database is another.
 */
class CrossSitePostTest {
    /** What takes posts without a session: each has a secret of its own in the form, a protocol's credentials, or changes nothing. */
    private static final Set<String> WITHOUT_SESSION = Set.of(
            "/api/v1/verify",
            "/lti/choose",
            "/lti/launch",
            "/lti/login",
            "/lti/register",
            "/mail/off/*",
            "/oauth/credential",
            "/oauth/register",
            "/oauth/revoke",
            "/oauth/token",
            "/sign-in",
            "/sign-in/password",
            "/sign-in/window",
            "/verify",
            "/verify/many");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Bridge bridge;
    private Site site;
    private URI address;
    private String cookie;
    private String account;

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
                limits: {requests: {from-address: 0, of-person: 0}}
                """.formatted(address, port, folder.resolve("data")));
        bridge = Bridge.open(
                Objects.requireNonNull(ConfigReader.read(file, Map.of()).config()), InstantSource.system());
        site = Site.open(bridge);
        Instant now = bridge.clock().instant();
        PersonId ada =
                bridge.stores().people().add("Ada", List.of(new Identifier("email", "", "ada@example.org")), now);
        Account all = Account.made("ada", null, Set.of(Role.values()), ada);
        bridge.stores().accounts().add(all, Login.byPassword("ada"), now);
        bridge.stores().tokens().make("first", "administrator", now);
        cookie = "laurel-" + port + "="
                + bridge.stores()
                        .sessions()
                        .begin(new Holder(Kind.ACCOUNT, all.id()), now, now.plus(Duration.ofHours(12)));
        account = all.id().toString();
    }

    @AfterEach
    void close() {
        site.close();
        bridge.close();
    }

    private List<Route> posts() {
        return new Routes(bridge, Site.sessions(bridge), new Pages())
                .list().stream()
                        .filter(route -> route.methods().contains("POST"))
                        .toList();
    }

    private static boolean wantsSession(Route route) {
        return switch (route.access()) {
            case PUBLIC, OWN_CREDENTIALS, BEARER -> false;
            default -> true;
        };
    }

    private int post(String path, String type, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .headers(
                        "Cookie", cookie, "Content-Type", type, "Origin", "https://evil.example", "Accept", "text/html")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    /** Every row of every table. */
    private Map<String, List<String>> kept() throws SQLException, IOException {
        Map<String, List<String>> kept = new TreeMap<>();
        Path file;
        try (var files = Files.walk(folder)) {
            file = files.filter(one -> one.toString().endsWith(".db"))
                    .findFirst()
                    .orElseThrow();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select name from sqlite_master where type = 'table'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                kept.put(table, rows(statement, table));
            }
        }
        return kept;
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    Object value = rows.getObject(i);
                    row.add(value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value));
                }
                found.add(String.join("|", row));
            }
        }
        return found;
    }

    @Test
    void everyForm_postedByAnotherSite_isRefusedAndChangesNothing() throws Exception {
        List<Route> guarded =
                posts().stream().filter(CrossSitePostTest::wantsSession).toList();
        assertThat(guarded).hasSizeGreaterThan(20);
        Map<String, List<String>> before = kept();
        Map<String, Integer> taken = new TreeMap<>();
        String fields = "name=evil&role=administrator&do=disable&revoke=first&word=Ada&person=" + account;
        for (Route route : guarded) {
            for (String pattern : route.paths()) {
                for (String path : List.of(pattern.replace("*", "x"), pattern.replace("*", account))) {
                    for (String csrf : List.of("", "&csrf=", "&csrf=" + "A".repeat(43), "&csrf=" + account)) {
                        int status = post(path, "application/x-www-form-urlencoded", fields + csrf);
                        if (status != 403) {
                            taken.put(path + " " + csrf, status);
                        }
                    }
                    int status = post(path, "text/plain", "csrf=x");
                    if (status != 403 && status != 413 && status != 415) {
                        taken.put(path + " as text", status);
                    }
                }
            }
        }
        assertThat(taken).isEmpty();
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void whatTakesPostsWithoutASession_isListedHere() {
        Set<String> open = posts().stream()
                .filter(route -> !wantsSession(route) && route.access() != Access.BEARER)
                .flatMap(route -> route.paths().stream())
                .filter(path -> !path.startsWith("/ob/") && !path.startsWith("/xapi/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(open).containsExactlyInAnyOrderElementsOf(WITHOUT_SESSION);
    }

    @Test
    void bearersAddress_isNotForABrowsersCookie() throws Exception {
        for (Route route : posts()) {
            for (String path : route.access() == Access.BEARER ? route.paths() : List.<String>of()) {
                assertThat(post(path.replace("*", "x"), "application/json", "{}"))
                        .as(path)
                        .isEqualTo(401);
            }
        }
    }
}
