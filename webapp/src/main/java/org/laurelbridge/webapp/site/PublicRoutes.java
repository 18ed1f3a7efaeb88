package org.laurelbridge.webapp.site;

import static org.laurelbridge.webapp.server.Access.PUBLIC;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.Stores;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.form.AwardFiles;
import org.laurelbridge.bridge.issue.ob3.CheckedProofs;
import org.laurelbridge.webapp.server.AssetServlet;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.verify.AwardForms;
import org.laurelbridge.webapp.verify.AwardPages;
import org.laurelbridge.webapp.verify.AwardServlet;
import org.laurelbridge.webapp.verify.BadgeServlet;
import org.laurelbridge.webapp.verify.HomeServlet;
import org.laurelbridge.webapp.verify.IssuerServlet;
import org.laurelbridge.webapp.verify.RefreshServlet;
import org.laurelbridge.webapp.verify.StatusServlet;
import org.laurelbridge.webapp.verify.VerifyDesk;
import org.laurelbridge.webapp.verify.VerifyManyServlet;
import org.laurelbridge.webapp.verify.VerifyServlet;

/** The addresses that anyone may ask. */
final class PublicRoutes {
    private static final int MOST_LINKS = 200_000;

    private final Bridge bridge;
    private final Stores stores;
    private final IssuerIdentity issuer;
    private final VerifyDesk desk;
    private final Sessions sessions;
    private final Pages pages;

    PublicRoutes(Bridge bridge, VerifyDesk desk, Sessions sessions, Pages pages) {
        this.desk = desk;
        this.bridge = bridge;
        this.stores = bridge.stores();
        this.issuer = bridge.issuer();
        this.sessions = sessions;
        this.pages = pages;
    }

    List<Route> list() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(badges());
        routes.addAll(verification());
        routes.addAll(new SignInRoutes(bridge, sessions, pages).list());
        routes.addAll(rest());
        return routes;
    }

    private List<Route> badges() {
        AwardFiles files = bridge.files();
        AwardPages awardPages = new AwardPages(
                bridge.earnings(),
                stores.credentials(),
                stores.people(),
                issuer,
                new CheckedProofs(issuer),
                files,
                bridge.pictures(),
                pages,
                bridge.clock());
        AwardServlet awards = new AwardServlet(
                bridge.awards(),
                bridge.earnings(),
                stores.sharing(),
                new AwardForms(files, issuer, bridge.dataSubjects().withdrawn()),
                awardPages,
                sessions);
        BadgeServlet badges = new BadgeServlet(
                bridge.achievements(), this::newest, issuer, pages, bridge.pictures(), stores.endorsements());
        return List.of(
                Route.of(PUBLIC, new HomeServlet(() -> bridge.rules().current().badges(), issuer, pages), ""),
                Route.of(PUBLIC, badges, "/badges/*"),
                Route.of(PUBLIC, awards, "/awards/*"),
                Route.of(PUBLIC, new IssuerServlet(issuer, bridge.revoked(), pages), "/issuer", "/issuer/*"),
                Route.of(PUBLIC, new StatusServlet(bridge.statusLists()), "/status/*"),
                Route.of(
                        PUBLIC,
                        new RefreshServlet(bridge.refreshing(), stores.credentials(), this::isWithdrawn),
                        "/refresh/*"));
    }

    private boolean isWithdrawn(UUID refresh) {
        return stores.statusLists()
                .findRefreshed(refresh)
                .filter(credential -> bridge.dataSubjects().withdrawn().isOne(credential.value()))
                .isPresent();
    }

    /** 0 when no version of it is in force. */
    private int newest(String badge) {
        return bridge.rules()
                .current()
                .find(badge)
                .map(known -> known.version())
                .orElse(0);
    }

    private List<Route> verification() {
        return List.of(
                Route.of(PUBLIC, new VerifyServlet(desk, issuer.addresses(), pages, bridge.clock()), "/verify")
                        .taking("GET", "POST")
                        .uploading(VerifyServlet.MOST_UPLOAD)
                        .dear(),
                Route.of(PUBLIC, new VerifyManyServlet(desk, pages), "/verify/many")
                        .taking("GET", "POST")
                        .uploading(MOST_LINKS)
                        .dear());
    }

    private List<Route> rest() {
        return List.of(
                Route.of(PUBLIC, new SchemaServlet(), "/schemas/brl-1.json"),
                Route.of(PUBLIC, new AssetServlet(), "/assets/*"),
                Route.of(PUBLIC, new LiveServlet(), "/health/live"),
                Route.of(PUBLIC, new ReadyServlet(stores::check, bridge::failing), "/health/ready"));
    }
}
