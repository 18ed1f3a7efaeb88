package org.laurelbridge.webapp.site;

import static org.laurelbridge.webapp.server.Access.PUBLIC;
import static org.laurelbridge.webapp.server.Access.SIGNED_IN;

import java.util.List;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.Lti;
import org.laurelbridge.webapp.lti.Arrivals;
import org.laurelbridge.webapp.lti.ChooseServlet;
import org.laurelbridge.webapp.lti.DeepLinkingDesk;
import org.laurelbridge.webapp.lti.Landing;
import org.laurelbridge.webapp.lti.LaunchServlet;
import org.laurelbridge.webapp.lti.LoginServlet;
import org.laurelbridge.webapp.lti.OpenServlet;
import org.laurelbridge.webapp.lti.RefusedLaunches;
import org.laurelbridge.webapp.lti.RegisterServlet;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** The addresses that learning platforms and their users come to. */
record LtiRoutes(Bridge bridge, Sessions sessions, Pages pages) {

    List<Route> list() {
        Lti lti = bridge.lti();
        DeepLinkingDesk desk = new DeepLinkingDesk(
                lti, bridge.rules(), bridge.achievements(), bridge.issuer().addresses(), bridge.clock());
        Arrivals arrivals = new Arrivals(
                lti.arriving(),
                desk,
                new Landing(bridge.rules(), bridge.issuer().addresses()),
                sessions,
                pages);
        RefusedLaunches refusals = new RefusedLaunches(bridge.stores().audit(), bridge.clock());
        boolean isSecure = "https".equals(bridge.config().publicUrl().getScheme());
        return List.of(
                Route.of(PUBLIC, new JwksServlet(bridge.toolKey()), "/lti/jwks"),
                Route.of(PUBLIC, new LoginServlet(lti.launching(), refusals, isSecure, pages), "/lti/login")
                        .taking("GET", "POST"),
                Route.of(PUBLIC, new LaunchServlet(lti.launching(), arrivals, refusals, isSecure, pages), "/lti/launch")
                        .taking("POST")
                        .dear(),
                Route.of(PUBLIC, new ChooseServlet(desk, pages), "/lti/choose").taking("POST"),
                Route.of(
                                PUBLIC,
                                new RegisterServlet(
                                        lti.invitations(), lti.registering(), lti.platforms(), pages, bridge.clock()),
                                "/lti/register")
                        .taking("GET", "POST")
                        .dear(),
                Route.of(SIGNED_IN, new OpenServlet(sessions, pages), "/lti/open"));
    }
}
