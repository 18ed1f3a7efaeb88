package org.laurelbridge.webapp.site;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.webapp.lti.PlatformFraming;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.RequestLimits;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.server.WebServer;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.tls.TlsConnector;
import org.laurelbridge.webapp.tls.TlsFiles;

/** The web server of a bridge, running. */
public final class Site implements AutoCloseable {
    private static final Duration LOOKING = Duration.ofSeconds(5);

    private final WebServer server;
    private final String host;
    private final boolean speaksTls;
    private final List<Route> routes;

    private Site(WebServer server, List<Route> routes, String host, boolean speaksTls) {
        this.server = server;
        this.routes = routes;
        this.host = host;
        this.speaksTls = speaksTls;
    }

    /** Starts answering. */
    public static Site open(Bridge bridge) {
        LaurelConfig config = bridge.config();
        Sessions sessions = sessions(bridge).counting(TeachRoutes.waiting(bridge));
        Pages pages = new Pages();
        LaurelConfig.Http http = config.http();
        LaurelConfig.Guarding guarding = http.guarding();
        Duration strict = isHttps(config) ? guarding.strictTransport() : Duration.ZERO;
        List<Route> routes = new Routes(bridge, sessions, pages).list();
        WebServer server = new WebServer(
                        http.host(),
                        http.port(),
                        routes,
                        sessions,
                        pages,
                        WebServer.Terms.of(
                                new PlatformFraming(bridge.lti().platforms()),
                                strict,
                                new RequestLimits(guarding.requests())))
                .behind(http.proxies());
        LaurelConfig.Tls tls = guarding.tls();
        if (tls != null) {
            speak(server, tls, bridge);
        }
        server.start();
        return new Site(server, routes, http.host(), tls != null);
    }

    private static void speak(WebServer server, LaurelConfig.Tls tls, Bridge bridge) {
        TlsFiles files = new TlsFiles(tls.certificate(), tls.key(), tls.password());
        server.speaking(new TlsConnector(files, bridge.clock()), LOOKING);
        if (tls.redirectPort() > 0) {
            server.leadingToHttps(tls.redirectPort(), bridge.config().publicUrl());
        }
    }

    private static boolean isHttps(LaurelConfig config) {
        return "https".equals(config.publicUrl().getScheme());
    }

    /** Who is signed in to a bridge. */
    static Sessions sessions(Bridge bridge) {
        LaurelConfig config = bridge.config();
        Sessions.Terms terms =
                Sessions.Terms.of(config.sessions().idle(), config.sessions().absolute(), config.publicUrl());
        return new Sessions(
                bridge.stores().sessions(),
                bridge.stores().accounts(),
                new TokenHolders(bridge.stores().tokens()),
                terms,
                box(bridge),
                bridge.clock());
    }

    /** Seals what browsers carry of a sign-in that is under way. */
    static SecretBox box(Bridge bridge) {
        return new SecretBox(bridge.stores().secrets().getOrMake("sign-in", Site::random));
    }

    /** A secret of this installation. */
    static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** Where it listens. */
    public URI address() {
        String shown = host.equals("0.0.0.0") || host.isEmpty() ? "127.0.0.1" : host;
        return URI.create((speaksTls ? "https://" : "http://") + (shown.contains(":") ? "[" + shown + "]" : shown) + ":"
                + server.port());
    }

    /** What it answers. */
    public List<Route> routes() {
        return routes;
    }

    @Override
    public void close() {
        server.close();
    }
}
