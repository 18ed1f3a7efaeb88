package org.laurelbridge.webapp.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.listen.Intake;
import org.laurelbridge.bridge.listen.push.PushReader;
import org.laurelbridge.bridge.record.Recorder;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.store.AccountStore;
import org.laurelbridge.bridge.store.BrowserSessionStore;
import org.laurelbridge.bridge.store.StatementStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Allowance;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.server.WebServer;
import org.laurelbridge.webapp.session.Administrators;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.NamelessId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The endpoint as it runs, on a free port, with an empty SQLite database: sources lms, hook and locker (open envelopes), and other. */
final class XapiEndpoint implements AutoCloseable {
    static final int MOST_BYTES = 200_000;
    static final int MOST_STATEMENTS = 600;

    private final TestDatabase database = TestDatabase.sqlite();
    private final StatementStore store = new StatementStore(database.database());
    private final Recorder recorder =
            new Recorder(store, (source, authority) -> VoidReach.OWN, InstantSource.system(), 1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebServer server;

    XapiEndpoint() {
        this(null);
    }

    /** @param intake in the recorder's place; null for the recorder */
    XapiEndpoint(@Nullable Intake intake) {
        Json json = new Json();
        List<LaurelConfig.Source> sources = List.of(
                source("lms", new LaurelConfig.Push("lms", "secret", true, false)),
                source("hook", new LaurelConfig.Push("hook", "s:ö", false, true)),
                source("locker", new LaurelConfig.Push("locker", "t0ken", false, true)),
                source("other", new LaurelConfig.Push("other", "secret", true, false)));
        Senders senders = new Senders(() -> sources);
        ShownStatements shown = new ShownStatements(
                store, InstantSource.system(), URI.create("https://laurel.example/base/"), "lms"::equals, json);
        PushReader reader = new PushReader(json, new NamelessId(UUID::randomUUID), MOST_STATEMENTS);
        StatementsServlet statements = new StatementsServlet(
                senders, reader, intake == null ? recorder : intake, shown, MOST_BYTES, new Allowance(0));
        server = new WebServer(
                "127.0.0.1",
                0,
                List.of(
                        Route.of(Access.OWN_CREDENTIALS, statements, "/xapi/statements")
                                .taking(),
                        Route.of(Access.PUBLIC, new AboutServlet(), "/xapi/about")
                                .taking()),
                new Sessions(
                        new BrowserSessionStore(database.database()),
                        new AccountStore(database.database()),
                        Administrators.NOBODY,
                        new Sessions.Terms(Duration.ofHours(1), Duration.ofHours(1), false),
                        new SecretBox(new byte[32]),
                        InstantSource.system()),
                new Pages());
        server.start();
    }

    private static LaurelConfig.Source source(String name, LaurelConfig.Push push) {
        return new LaurelConfig.Source(name, push, null);
    }

    int port() {
        return server.port();
    }

    StatementStore store() {
        return store;
    }

    /** A request of the source lms that speaks 1.0.3, to be changed. */
    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + pathAndQuery))
                .header("Authorization", basic("lms", "secret"))
                .header("X-Experience-API-Version", "1.0.3")
                .header("Content-Type", "application/json");
    }

    Answer post(String body) {
        return send(request("/xapi/statements").POST(BodyPublishers.ofString(body)));
    }

    Answer post(byte[] body) {
        return send(request("/xapi/statements").POST(BodyPublishers.ofByteArray(body)));
    }

    Answer put(UUID id, String body) {
        return send(request("/xapi/statements?statementId=" + id).PUT(BodyPublishers.ofString(body)));
    }

    Answer get(String query) {
        return send(request("/xapi/statements" + query).GET());
    }

    /** As the source other. */
    Answer getAsOther(String query) {
        return send(request("/xapi/statements" + query)
                .setHeader("Authorization", basic("other", "secret"))
                .GET());
    }

    /** As another source; {@code version} is left out when it is empty. */
    Answer postAs(String key, String secret, String version, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port() + "/xapi/statements"))
                .header("Authorization", basic(key, secret))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(version.isEmpty() ? request : request.header("X-Experience-API-Version", version));
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        return send((headers.length == 0 ? request : request.headers(headers)).method(method, body));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static String basic(String key, String secret) {
        byte[] pair = (key + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Ada passed; {@code more} is put behind the members. */
    static String passed(UUID id, String... more) {
        return """
                {"id":"%s","actor":{"mbox":"mailto:ada@example.org"},\
                "verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},\
                "object":{"id":"https://lms.example/quiz"}%s}""".formatted(id, String.join("", more));
    }

    @Override
    public void close() {
        server.close();
        recorder.close();
        database.close();
    }

    /** An answer as its reader sees it. */
    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(http.body());
        }

        @Override
        public String toString() {
            return status() + " " + http.body();
        }
    }
}
