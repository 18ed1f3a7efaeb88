package org.laurelbridge.webapp.site;

import static org.laurelbridge.webapp.server.Access.ADMINISTRATOR;

import java.util.List;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.map.SeenPairs;
import org.laurelbridge.webapp.admin.ConnectionDesk;
import org.laurelbridge.webapp.admin.ConnectionServlet;
import org.laurelbridge.webapp.admin.ConnectionsServlet;
import org.laurelbridge.webapp.admin.Errands;
import org.laurelbridge.webapp.admin.MappingDesk;
import org.laurelbridge.webapp.admin.MappingServlet;
import org.laurelbridge.webapp.admin.MoodleDesk;
import org.laurelbridge.webapp.admin.MoodleServlet;
import org.laurelbridge.webapp.admin.MoodlesServlet;
import org.laurelbridge.webapp.admin.MovingDesk;
import org.laurelbridge.webapp.admin.MovingServlet;
import org.laurelbridge.webapp.admin.SetupFileServlet;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** The addresses where administrators connect Laurel with where statements come from. */
record SetUpRoutes(Bridge bridge, Sessions sessions, Pages pages) {

    List<Route> list() {
        String xapi = bridge.config().publicUrl().toString().replaceFirst("/+$", "") + "/xapi";
        ConnectionDesk desk =
                new ConnectionDesk(bridge.connecting(), bridge.stores().figures(), xapi);
        ConnectionServlet connection = new ConnectionServlet(desk, sessions, pages, bridge.clock());
        MoodleDesk moodles = new MoodleDesk(bridge.stores().deliveries(), bridge.clock());
        MoodleServlet moodle =
                new MoodleServlet(bridge.stores().moodles(), moodles, bridge.rules(), sessions, pages, bridge.clock());
        return List.of(
                Route.of(
                                ADMINISTRATOR,
                                new ConnectionsServlet(desk, connection, sessions, pages, bridge.clock()),
                                "/admin/connections")
                        .taking("GET", "POST"),
                Route.of(ADMINISTRATOR, connection, "/admin/connections/*").taking("GET", "POST"),
                Route.of(ADMINISTRATOR, new MappingServlet(mapping(), sessions, pages), "/admin/mapping")
                        .taking("GET", "POST"),
                Route.of(
                                ADMINISTRATOR,
                                new MoodlesServlet(
                                        bridge.stores().moodles(),
                                        moodles,
                                        moodle,
                                        this::isTaken,
                                        sessions,
                                        pages,
                                        bridge.clock()),
                                "/admin/moodles")
                        .taking("GET", "POST"),
                Route.of(ADMINISTRATOR, moodle, "/admin/moodles/*").taking("GET", "POST"),
                Route.of(
                                ADMINISTRATOR,
                                new MovingServlet(moving(), sessions, pages),
                                "/admin/moving",
                                "/admin/moving/*")
                        .taking("GET", "POST")
                        .uploading(MovingServlet.MOST_UPLOAD),
                Route.of(ADMINISTRATOR, new SetupFileServlet(moving(), sessions, pages), "/admin/moving/export"));
    }

    /** Whether a gradebook of the configuration, or a platform, has a name. */
    private boolean isTaken(String name) {
        return bridge.config().targets().stream()
                        .anyMatch(target -> target.name().equals(name))
                || bridge.lti().platforms().list().stream()
                        .anyMatch(platform -> platform.name().equals(name));
    }

    private MappingDesk mapping() {
        return new MappingDesk(
                new SeenPairs(bridge.stores().facts()),
                bridge.stores().statements(),
                bridge.rules(),
                bridge.planner(),
                new Errands(bridge.background()),
                bridge.clock());
    }

    private MovingDesk moving() {
        return new MovingDesk(
                bridge.moving(),
                bridge.connecting(),
                bridge.stores().people(),
                new Errands(bridge.background()),
                bridge.clock());
    }
}
