package org.laurelbridge.webapp.command;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.server.WebServer;
import org.laurelbridge.webapp.session.Sessions;

/** How fast people come in from a platform, from its login to their first page, beside the check of a signature alone. */
final class BenchLaunches {
    private static final int A_SECOND = 100;

    private final Bridge bridge;
    private final PrintWriter out;
    private final BenchPlatform platform = new BenchPlatform();
    private final BenchBrowser browser;
    private final ConcurrentLinkedQueue<Long> launches = new ConcurrentLinkedQueue<>();

    BenchLaunches(Bridge bridge, URI address, PrintWriter out) {
        this.bridge = bridge;
        this.out = out;
        this.browser = new BenchBrowser(address, platform);
    }

    /** @param sessions of nobody, for the platform's own server */
    void measure(int seconds, Sessions sessions) throws InterruptedException, ExecutionException {
        List<Route> routes = List.of(Route.of(Access.PUBLIC, platform, "/keys"));
        try (WebServer keys = new WebServer("127.0.0.1", 0, routes, sessions, new Pages())) {
            keys.start();
            bridge.lti()
                    .platforms()
                    .add(
                            BenchPlatform.registered(URI.create("http://127.0.0.1:" + keys.port() + "/keys")),
                            bridge.clock().instant());
            SteadyLoad load = new SteadyLoad(A_SECOND, seconds);
            for (int warm = 0; warm < 3; warm++) {
                round(load, "warm-" + warm);
            }
            print("first launches, an account is made", round(load, "new"));
            print("launches of who came before", round(load, "new"));
            print("the signature alone, RS256", signatures(seconds));
        }
    }

    private Load.Measured round(SteadyLoad load, String who) throws InterruptedException, ExecutionException {
        launches.clear();
        return load.run(number -> {
            BenchBrowser.Times times = browser.comeIn(who + "-" + number);
            launches.add(times.launch());
            return times.own();
        });
    }

    private void print(String what, Load.Measured whole) {
        out.printf(
                "%-36s %5.0f/s  to the first page: p50 %.2f ms, p99 %.2f ms%s%n",
                what, whole.perSecond(), whole.millis(0.5), whole.millis(0.99), launches.isEmpty() ? "" : post());
        out.flush();
    }

    private String post() {
        Load.Measured post = new Load.Measured(0, List.copyOf(launches));
        return "; the launch itself: p50 %.2f ms, p99 %.2f ms".formatted(post.millis(0.5), post.millis(0.99));
    }

    private Load.Measured signatures(int seconds) throws InterruptedException, ExecutionException {
        launches.clear();
        String token = platform.token("1", "a nonce", "https://badges.example.org/lti/open");
        return Load.run(1, seconds, () -> isSigned(token));
    }

    private boolean isSigned(String token) throws IOException {
        try {
            return SignedJWT.parse(token)
                    .verify(new RSASSAVerifier(platform.key().toRSAPublicKey()));
        } catch (ParseException | JOSEException e) {
            throw new IOException(e);
        }
    }
}
