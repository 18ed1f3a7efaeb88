package org.laurelbridge.webapp.site;

import static org.laurelbridge.webapp.server.Access.LEARNER;

import java.util.List;
import java.util.Locale;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.Learning;
import org.laurelbridge.bridge.Teaching;
import org.laurelbridge.bridge.deliver.mail.MailSettings;
import org.laurelbridge.webapp.admin.Choosing;
import org.laurelbridge.webapp.admin.SharingServlet;
import org.laurelbridge.webapp.learner.BackpackDesk;
import org.laurelbridge.webapp.learner.BackpackServlet;
import org.laurelbridge.webapp.learner.BackpacksServlet;
import org.laurelbridge.webapp.learner.LearnerDesk;
import org.laurelbridge.webapp.learner.Listeners;
import org.laurelbridge.webapp.learner.MyBadgeServlet;
import org.laurelbridge.webapp.learner.MyClaimsServlet;
import org.laurelbridge.webapp.learner.MyDataServlet;
import org.laurelbridge.webapp.learner.MyEventsServlet;
import org.laurelbridge.webapp.learner.MyMailServlet;
import org.laurelbridge.webapp.learner.MyServlet;
import org.laurelbridge.webapp.learner.MySharing;
import org.laurelbridge.webapp.learner.MyWalletServlet;
import org.laurelbridge.webapp.oauth.AppsServlet;
import org.laurelbridge.webapp.oauth.WalletForms;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.teach.MyBoardServlet;

/** The addresses of a learner. */
record MyRoutes(Bridge bridge, Sessions sessions, Pages pages) {

    List<Route> list() {
        Teaching teaching = bridge.teaching();
        LearnerDesk wall = new LearnerDesk(
                bridge.awards(),
                bridge.explanations(),
                teaching.standings(),
                teaching.classes(),
                Learning.of(bridge.stores()),
                bridge.rules(),
                bridge.issuer().addresses(),
                bridge.clock());
        Listeners listeners = new Listeners(wall.learning().happenings(), bridge.clock());
        Choosing choosing = new Choosing(
                bridge.awards(),
                bridge.stores().sharing(),
                bridge.rules(),
                bridge.issuer().addresses(),
                bridge.clock());
        SharingServlet sharing = new SharingServlet(bridge.awards(), choosing, new MySharing(sessions), pages);
        BackpackDesk desk = new BackpackDesk(
                bridge.backpacking(),
                bridge.awards(),
                bridge.rules(),
                bridge.issuer().isTrial());
        AppsServlet apps = new AppsServlet(
                bridge.stores().grants(),
                bridge.stores().clients(),
                bridge.stores().backpack(),
                sessions,
                pages,
                bridge.clock());
        return List.of(
                Route.of(LEARNER, new MyServlet(wall, sessions, pages), "/my"),
                Route.of(LEARNER, new MyEventsServlet(listeners, sessions), "/my/events"),
                Route.of(
                                LEARNER,
                                new MyBadgeServlet(wall, bridge.achievements(), bridge.issuer(), sessions, pages),
                                "/my/badges/*")
                        .taking("GET", "POST"),
                Route.of(LEARNER, sharing, "/my/awards/*").taking("GET", "POST"),
                Route.of(LEARNER, new MyClaimsServlet(bridge.awards(), bridge.verdicts(), sessions), "/my/claims/*")
                        .taking("POST"),
                Route.of(LEARNER, new BackpacksServlet(desk, sessions, pages), "/my/backpacks", "/my/backpacks/back")
                        .taking("GET", "POST"),
                Route.of(LEARNER, new BackpackServlet(desk, sessions, pages, bridge.clock()), "/my/backpacks/*")
                        .taking("GET", "POST"),
                Route.of(LEARNER, apps, "/my/apps", "/my/apps/*").taking("GET", "POST"),
                Route.of(LEARNER, wallet(wall), "/my/wallet/*").taking("GET", "POST"),
                Route.of(LEARNER, new MyBoardServlet(TeachRoutes.watching(bridge), sessions, pages), "/my/board"),
                Route.of(LEARNER, mail(), "/my/mail").taking("GET", "POST"),
                Route.of(
                        LEARNER,
                        new MyDataServlet(
                                bridge.dataSubjects().exporting(),
                                bridge.issuer().profile(),
                                sessions,
                                pages),
                        "/my/data",
                        "/my/data/*"));
    }

    private MyWalletServlet wallet(LearnerDesk desk) {
        return new MyWalletServlet(desk, new WalletForms(bridge.files()).ids(), sessions, pages);
    }

    private MyMailServlet mail() {
        MailSettings settings = bridge.telling().mailing().settings();
        Locale usual = settings == null ? Locale.ENGLISH : settings.language();
        return new MyMailServlet(bridge.telling().mailing().book(), usual, sessions, pages, bridge.clock());
    }
}
