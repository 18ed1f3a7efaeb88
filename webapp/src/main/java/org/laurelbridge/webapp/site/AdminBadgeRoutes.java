package org.laurelbridge.webapp.site;

import static org.laurelbridge.webapp.server.Access.ADMINISTRATOR;

import java.util.List;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.webapp.admin.AdminSharing;
import org.laurelbridge.webapp.admin.BadgesServlet;
import org.laurelbridge.webapp.admin.Choosing;
import org.laurelbridge.webapp.admin.DesignerServlet;
import org.laurelbridge.webapp.admin.Designing;
import org.laurelbridge.webapp.admin.SharingServlet;
import org.laurelbridge.webapp.build.BuilderServlet;
import org.laurelbridge.webapp.build.PlansServlet;
import org.laurelbridge.webapp.build.RunServlet;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** The addresses where an administrator decides how badges look and what is shown of them. */
record AdminBadgeRoutes(Bridge bridge, Sessions sessions, Pages pages) {

    List<Route> list() {
        Designing designing = new Designing(
                bridge.rules(),
                bridge.stores().pictures(),
                bridge.pictures(),
                bridge.issuer().addresses(),
                bridge.clock());
        Choosing choosing = new Choosing(
                bridge.awards(),
                bridge.stores().sharing(),
                bridge.rules(),
                bridge.issuer().addresses(),
                bridge.clock());
        AdminSharing sharing = new AdminSharing(bridge.awards(), bridge.stores().people(), sessions, bridge.clock());
        return List.of(
                Route.of(
                                ADMINISTRATOR,
                                new SharingServlet(bridge.awards(), choosing, sharing, pages),
                                "/admin/awards/*")
                        .taking("GET", "POST"),
                Route.of(
                                ADMINISTRATOR,
                                new BuilderServlet(TeachRoutes.building(bridge), bridge.background(), sessions, pages),
                                "/admin/rules",
                                "/admin/rules/*")
                        .taking("GET", "POST"),
                Route.of(
                                ADMINISTRATOR,
                                new PlansServlet(
                                        TeachRoutes.building(bridge),
                                        bridge.stores().people(),
                                        sessions,
                                        pages),
                                "/admin/plans",
                                "/admin/plans/*")
                        .taking("GET", "POST"),
                Route.of(
                        ADMINISTRATOR,
                        new RunServlet(TeachRoutes.building(bridge), bridge.background(), sessions, pages),
                        "/admin/runs/*"),
                Route.of(ADMINISTRATOR, new BadgesServlet(designing, sessions, pages), "/admin/badges"),
                Route.of(ADMINISTRATOR, new DesignerServlet(designing, sessions, pages), "/admin/badges/*")
                        .taking("GET", "POST")
                        .uploading(DesignerServlet.MOST_UPLOAD));
    }
}
