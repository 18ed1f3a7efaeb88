package org.laurelbridge.webapp.site;

import static org.laurelbridge.webapp.server.Access.ADMINISTRATOR;
import static org.laurelbridge.webapp.server.Access.SIGNED_IN;
import static org.laurelbridge.webapp.server.Access.VIEWER;

import java.util.ArrayList;
import java.util.List;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.award.Showing;
import org.laurelbridge.bridge.issue.framework.AlignedBadges;
import org.laurelbridge.webapp.admin.AuditCsvServlet;
import org.laurelbridge.webapp.admin.AuditServlet;
import org.laurelbridge.webapp.admin.DeliveriesServlet;
import org.laurelbridge.webapp.admin.ErasuresServlet;
import org.laurelbridge.webapp.admin.FrameworksServlet;
import org.laurelbridge.webapp.admin.GradebookCsvServlet;
import org.laurelbridge.webapp.admin.GradebookServlet;
import org.laurelbridge.webapp.admin.HealthDesk;
import org.laurelbridge.webapp.admin.HealthServlet;
import org.laurelbridge.webapp.admin.Names;
import org.laurelbridge.webapp.admin.PeopleServlet;
import org.laurelbridge.webapp.admin.PersonDataServlet;
import org.laurelbridge.webapp.admin.PersonServlet;
import org.laurelbridge.webapp.admin.QuarantineServlet;
import org.laurelbridge.webapp.admin.RostersServlet;
import org.laurelbridge.webapp.admin.ShowServlet;
import org.laurelbridge.webapp.admin.SignOutServlet;
import org.laurelbridge.webapp.admin.Standings;
import org.laurelbridge.webapp.admin.UnknownCsvServlet;
import org.laurelbridge.webapp.admin.UnknownServlet;
import org.laurelbridge.webapp.review.ReviewServlet;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** The addresses where an administrator sees what goes on and decides about people. */
record AdminRoutes(Bridge bridge, Sessions sessions, Pages pages) {

    List<Route> list() {
        List<Route> routes = new ArrayList<>(stages());
        routes.addAll(people());
        routes.addAll(unknown());
        routes.addAll(audit());
        return routes;
    }

    /** Who is who, and who is where. */
    private List<Route> unknown() {
        var clock = bridge.clock();
        return List.of(
                Route.of(
                                VIEWER,
                                new UnknownServlet(
                                        bridge.stores().people(),
                                        () -> bridge.rules().current().mapping(),
                                        sessions,
                                        pages,
                                        clock),
                                "/admin/unknown",
                                "/admin/unknown/*")
                        .taking("GET", "POST")
                        .uploading(UnknownServlet.MOST_UPLOAD),
                Route.of(VIEWER, new UnknownCsvServlet(bridge.stores().people()), "/admin/unknown.csv"),
                Route.of(VIEWER, new RostersServlet(bridge.courses(), sessions, pages, clock), "/admin/rosters")
                        .taking("GET", "POST"));
    }

    private List<Route> stages() {
        var clock = bridge.clock();
        return List.of(
                Route.of(SIGNED_IN, new SignOutServlet(sessions), "/sign-out").taking("POST"),
                Route.of(VIEWER, new HealthServlet(HealthDesk.of(bridge), sessions, pages, clock), "/admin"),
                Route.of(
                        VIEWER,
                        new GradebookServlet(bridge.stores().ownGrades(), names(), sessions, pages, clock),
                        "/admin/gradebook"),
                Route.of(VIEWER, new GradebookCsvServlet(bridge.stores().ownGrades()), "/admin/gradebook.csv"),
                Route.of(
                                VIEWER,
                                new DeliveriesServlet(
                                        bridge.stores().deliveries(), bridge.outbox(), names(), sessions, pages, clock),
                                "/admin/deliveries",
                                "/admin/deliveries/*")
                        .taking("GET", "POST"),
                Route.of(
                                VIEWER,
                                new FrameworksServlet(
                                        bridge.stores().frameworks(),
                                        bridge.rules(),
                                        AlignedBadges.of(bridge.achievements()),
                                        sessions,
                                        pages,
                                        clock),
                                "/admin/frameworks")
                        .taking("GET", "POST")
                        .uploading(FrameworksServlet.MOST_UPLOAD),
                Route.of(
                        VIEWER,
                        new QuarantineServlet(bridge.stores().statements(), sessions, pages, clock),
                        "/admin/quarantine"));
    }

    private Names names() {
        return new Names(
                bridge.stores().people(),
                bridge.awards(),
                bridge.stores().accounts(),
                bridge.rules(),
                bridge.lti().platforms());
    }

    private List<Route> audit() {
        return List.of(
                Route.of(
                        ADMINISTRATOR,
                        new AuditServlet(bridge.stores().audit(), names(), sessions, pages, bridge.clock()),
                        "/admin/audit"),
                Route.of(
                        ADMINISTRATOR,
                        new AuditCsvServlet(bridge.stores().audit(), names(), pages),
                        "/admin/audit.csv"));
    }

    private List<Route> people() {
        var clock = bridge.clock();
        Standings standings = new Standings(
                bridge.awards(),
                bridge.explanations(),
                bridge.teaching().standings(),
                bridge.attesting(),
                bridge.rules(),
                bridge.issuer().addresses());
        return List.of(
                Route.of(
                        VIEWER,
                        new PeopleServlet(bridge.stores().people(), bridge.awards(), sessions, pages, clock),
                        "/admin/people"),
                Route.of(
                                VIEWER,
                                new PersonDataServlet(
                                        new PersonServlet(bridge.stores().people(), standings, sessions, pages, clock),
                                        bridge.dataSubjects(),
                                        bridge.stores().people(),
                                        sessions,
                                        pages,
                                        clock),
                                "/admin/people/*")
                        .taking("GET", "POST"),
                Route.of(
                        VIEWER,
                        new ErasuresServlet(bridge.dataSubjects().erasing(), sessions, pages, clock),
                        "/admin/erasures"),
                Route.of(VIEWER, new ReviewServlet(TeachRoutes.review(bridge), sessions, pages), "/admin/review")
                        .taking("GET", "POST"),
                Route.of(
                                ADMINISTRATOR,
                                new ShowServlet(bridge.awards(), new Showing(bridge.awards(), clock)),
                                "/admin/show")
                        .taking("POST"));
    }
}
