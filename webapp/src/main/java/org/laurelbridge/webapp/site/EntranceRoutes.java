package org.laurelbridge.webapp.site;

import static org.laurelbridge.webapp.server.Access.ADMINISTRATOR;
import static org.laurelbridge.webapp.server.Access.PUBLIC;

import java.util.List;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.Entrance;
import org.laurelbridge.bridge.Stores;
import org.laurelbridge.webapp.admin.KeysServlet;
import org.laurelbridge.webapp.admin.PasswordLinkServlet;
import org.laurelbridge.webapp.admin.PlatformServlet;
import org.laurelbridge.webapp.admin.PlatformsServlet;
import org.laurelbridge.webapp.admin.TokensServlet;
import org.laurelbridge.webapp.admin.UserDesk;
import org.laurelbridge.webapp.admin.UserServlet;
import org.laurelbridge.webapp.admin.UsersServlet;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** The addresses where administrators manage who may come in, and the one where somebody let in chooses a password. */
record EntranceRoutes(Bridge bridge, Sessions sessions, Pages pages) {

    List<Route> list() {
        var clock = bridge.clock();
        Stores stores = bridge.stores();
        Entrance entrance = bridge.entrance();
        UserDesk desk = new UserDesk(
                entrance,
                stores.accounts(),
                stores.sessions(),
                stores.people(),
                bridge.lti().platforms(),
                bridge.config().publicUrl(),
                clock);
        return List.of(
                Route.of(
                                ADMINISTRATOR,
                                new PlatformsServlet(
                                        bridge.lti().platforms(),
                                        bridge.lti().invitations(),
                                        entrance,
                                        sessions,
                                        pages,
                                        clock),
                                "/admin/platforms")
                        .taking("GET", "POST"),
                Route.of(
                                ADMINISTRATOR,
                                new PlatformServlet(
                                        bridge.lti().platforms(), entrance.platformFigures(), sessions, pages, clock),
                                "/admin/platforms/*")
                        .taking("GET", "POST"),
                Route.of(ADMINISTRATOR, new UsersServlet(desk, sessions, pages), "/admin/users")
                        .taking("GET", "POST"),
                Route.of(ADMINISTRATOR, new UserServlet(desk, sessions, pages), "/admin/users/*")
                        .taking("GET", "POST"),
                Route.of(
                                ADMINISTRATOR,
                                new TokensServlet(stores.tokens(), stores.accounts(), sessions, pages, clock),
                                "/admin/tokens")
                        .taking("GET", "POST"),
                Route.of(ADMINISTRATOR, new KeysServlet(bridge.issuer().keys(), sessions, pages, clock), "/admin/keys")
                        .taking("GET", "POST"),
                Route.of(
                                PUBLIC,
                                new PasswordLinkServlet(desk, stores.passwords(), sessions.strangersForm(), pages),
                                "/sign-in/password")
                        .taking("GET", "POST"));
    }
}
