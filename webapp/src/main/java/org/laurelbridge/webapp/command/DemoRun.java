package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.health.Figures.Snapshot;
import org.laurelbridge.webapp.site.Site;
import org.laurelbridge.xapi.XapiVersion;

/** Pushes the demo's statements to the running server as a sender would, and shows what becomes of them. */
final class DemoRun {
    private static final Duration LOOK = Duration.ofMillis(30);
    /** So that a person sees what a statement did before the next one comes. */
    private static final Duration PAUSE = Duration.ofMillis(350);

    private final Bridge bridge;
    private final Site site;
    private final PrintWriter out;
    private final boolean terminal;

    /** @param terminal whether a person looks on */
    DemoRun(Bridge bridge, Site site, PrintWriter out, boolean terminal) {
        this.bridge = bridge;
        this.site = site;
        this.out = out;
        this.terminal = terminal;
    }

    /** Whether every badge expected, and no other, was issued and delivered. */
    boolean show() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        StageBoard board = new StageBoard(out, terminal);
        board.head();
        for (DemoStatements.Request request : new DemoStatements(bridge.clock().instant()).requests()) {
            HttpResponse<String> answer = client.send(post(request.body()), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new LaurelCommand.NotDone(
                        request.what() + ": answered with " + answer.statusCode() + " " + answer.body());
            }
            board.begin(request.what());
            if (!Settling.await(bridge.stores().figures(), LOOK, board::show)) {
                throw new LaurelCommand.NotDone(request.what() + ": it stands still on its way");
            }
            board.end();
            if (terminal) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE.toMillis()));
            }
        }
        aside(bridge.stores().figures().read());
        List<String> missing = new DemoResult(bridge, out).tell();
        missing.forEach(one -> out.println("Missing: " + one));
        out.println();
        out.flush();
        return missing.isEmpty();
    }

    private HttpRequest post(String body) {
        String basic = DemoConfig.SOURCE + ":" + DemoConfig.SECRET;
        return HttpRequest.newBuilder(URI.create(site.address() + "/xapi/statements"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .header(XapiVersion.HEADER, XapiVersion.V1_0.header())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private void aside(Snapshot figures) {
        out.printf(
                "Set aside: %d voided, %d parked until its actor is known, %d quarantined.%n%n",
                figures.voided(), figures.parked(), figures.quarantined());
    }

    /** Says what can be opened, while the server goes on. */
    void invite() {
        out.println("Open in a browser:");
        line("The badges", "/");
        for (Award award : bridge.awards().list(null, null, null, 100)) {
            line("An award, as employers see it", "/awards/" + award.credential());
        }
        line("The administrator's pages", "/admin");
        out.printf(
                "  %-30s %s%n",
                "… sign in with this token", FirstToken.make(bridge).orElse(""));
        out.println("Everything of this demo is deleted when you stop it (Ctrl-C).");
        out.flush();
    }

    private void line(String what, String path) {
        out.printf("  %-30s %s%s%n", what, site.address(), path);
    }
}
