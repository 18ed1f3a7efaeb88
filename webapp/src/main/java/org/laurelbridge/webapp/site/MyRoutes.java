package org.laurelbridge.webapp.site;

import static org.laurelbridge.webapp.server.Access.LEARNER;

import java.util.List;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.webapp.learner.MyServlet;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** The addresses of a learner. */
record MyRoutes(Bridge bridge, Sessions sessions, Pages pages) {

    List<Route> list() {
        MyServlet badges = new MyServlet(
                bridge.awards(), bridge.rules(), bridge.issuer().addresses(), sessions, pages, bridge.clock());
        return List.of(Route.of(LEARNER, badges, "/my"));
    }
}
