package org.laurelbridge.webapp.site;

import java.net.URI;
import java.security.SecureRandom;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.webapp.lti.PlatformFraming;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.WebServer;
import org.laurelbridge.webapp.session.Sessions;

/** The web server of a bridge, running. */
public final class Site implements AutoCloseable {
    private final WebServer server;
    private final String host;

    private Site(WebServer server, String host) {
        this.server = server;
        this.host = host;
    }

    /** Starts answering. */
    public static Site open(Bridge bridge) {
        LaurelConfig config = bridge.config();
        Sessions sessions = sessions(bridge);
        Pages pages = new Pages();
        LaurelConfig.Http http = config.http();
        WebServer server = new WebServer(
                http.host(),
                http.port(),
                new Routes(bridge, sessions, pages).list(),
                sessions,
                pages,
                WebServer.Terms.of(new PlatformFraming(bridge.lti().platforms())));
        server.behind(http.proxies()).start();
        return new Site(server, http.host());
    }

    /** Who is signed in to a bridge. */
    static Sessions sessions(Bridge bridge) {
        LaurelConfig config = bridge.config();
        Sessions.Terms terms = new Sessions.Terms(
                config.sessions().idle(),
                config.sessions().absolute(),
                "https".equals(config.publicUrl().getScheme()));
        return new Sessions(
                bridge.stores().sessions(),
                bridge.stores().accounts(),
                new TokenHolders(bridge.stores().tokens()),
                terms,
                bridge.clock());
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
        return URI.create("http://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + server.port());
    }

    @Override
    public void close() {
        server.close();
    }
}
