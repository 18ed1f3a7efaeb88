package org.laurelbridge.webapp.site;

import static org.laurelbridge.webapp.server.Access.INSTRUCTOR;

import java.util.List;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.Learning;
import org.laurelbridge.webapp.build.BuildDesk;
import org.laurelbridge.webapp.build.BuilderServlet;
import org.laurelbridge.webapp.build.Building;
import org.laurelbridge.webapp.build.CopyServlet;
import org.laurelbridge.webapp.build.PlansServlet;
import org.laurelbridge.webapp.build.RunServlet;
import org.laurelbridge.webapp.build.Skills;
import org.laurelbridge.webapp.review.ReviewDesk;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.RememberedWaiting;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.session.Waiting;
import org.laurelbridge.webapp.teach.Approvals;
import org.laurelbridge.webapp.teach.Cases;
import org.laurelbridge.webapp.teach.ClassDesk;
import org.laurelbridge.webapp.teach.ClassServlet;
import org.laurelbridge.webapp.teach.CoursesServlet;
import org.laurelbridge.webapp.teach.Deciding;
import org.laurelbridge.webapp.teach.InboxServlet;
import org.laurelbridge.webapp.teach.MenuCounts;
import org.laurelbridge.webapp.teach.QuestionsServlet;
import org.laurelbridge.webapp.teach.WatchDesk;
import org.laurelbridge.webapp.teach.WatchServlet;

/** The addresses of an instructor. */
record TeachRoutes(Bridge bridge, Sessions sessions, Pages pages) {

    /** Where rules are built, of courses and of all. */
    static Building building(Bridge bridge) {
        return new Building(
                new BuildDesk(
                        bridge.rules(), bridge.planner(), bridge.stores().plans(), bridge.teaching(), bridge.awards()),
                new Skills(bridge.stores().frameworks()),
                bridge.clock());
    }

    private static ClassDesk desk(Bridge bridge) {
        return new ClassDesk(
                bridge.teaching(),
                bridge.awards(),
                bridge.explanations(),
                bridge.verdicts(),
                bridge.rules(),
                bridge.issuer().addresses(),
                bridge.clock());
    }

    /** What menus tell of work that waits. */
    static Waiting waiting(Bridge bridge) {
        return new RememberedWaiting(new MenuCounts(desk(bridge)), bridge.clock());
    }

    private static Approvals approvals(Bridge bridge) {
        return new Approvals(
                bridge.explanations(),
                bridge.attesting(),
                Learning.of(bridge.stores()).returns());
    }

    /** Where administrators decide about awards. */
    static ReviewDesk review(Bridge bridge) {
        Approvals approvals = approvals(bridge);
        return new ReviewDesk(
                bridge.awards(),
                bridge.teaching().waiting(),
                bridge.stores().people(),
                bridge.rules(),
                new Cases(bridge.explanations(), approvals),
                new Deciding(bridge.verdicts(), approvals.returns(), bridge.clock()));
    }

    /** What is watched of classes, by who teaches and who learns there. */
    static WatchDesk watching(Bridge bridge) {
        return new WatchDesk(desk(bridge), bridge.stores().statements());
    }

    List<Route> list() {
        ClassDesk desk = desk(bridge);
        WatchServlet watch = new WatchServlet(watching(bridge), sessions, pages);
        Approvals approvals = approvals(bridge);
        Building building = building(bridge);
        return List.of(
                Route.of(
                        INSTRUCTOR,
                        new InboxServlet(desk, approvals, building::plansWaiting, sessions, pages),
                        "/teach/inbox"),
                Route.of(INSTRUCTOR, new CoursesServlet(desk, sessions, pages), "/teach"),
                Route.of(
                                INSTRUCTOR,
                                new QuestionsServlet(
                                        desk, Learning.of(bridge.stores()).questions(), sessions, pages),
                                "/teach/questions")
                        .taking("GET", "POST"),
                Route.of(INSTRUCTOR, new ClassServlet(desk, approvals, sessions, pages), "/teach/courses/*")
                        .taking("GET", "POST"),
                Route.of(INSTRUCTOR, watch, "/teach/charts/*", "/teach/statements/*"),
                Route.of(INSTRUCTOR, watch, "/teach/board/*").taking("GET", "POST"),
                Route.of(
                                INSTRUCTOR,
                                new BuilderServlet(building(bridge), bridge.background(), sessions, pages),
                                "/teach/rules/*")
                        .taking("GET", "POST"),
                Route.of(
                                INSTRUCTOR,
                                new PlansServlet(
                                        building(bridge), bridge.stores().people(), sessions, pages),
                                "/teach/plans",
                                "/teach/plans/*")
                        .taking("GET", "POST"),
                Route.of(INSTRUCTOR, new CopyServlet(building, bridge.background(), sessions, pages), "/teach/copy/*")
                        .taking("GET", "POST"),
                Route.of(
                        INSTRUCTOR,
                        new RunServlet(building(bridge), bridge.background(), sessions, pages),
                        "/teach/runs/*"));
    }
}
