package org.laurelbridge.webapp.site;

import static org.laurelbridge.webapp.server.Access.BEARER;
import static org.laurelbridge.webapp.server.Access.OWN_CREDENTIALS;
import static org.laurelbridge.webapp.server.Access.PUBLIC;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.Stores;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.issue.Endorsables;
import org.laurelbridge.bridge.issue.ob3.Endorsing;
import org.laurelbridge.bridge.listen.push.PushReader;
import org.laurelbridge.webapp.endpoint.AboutServlet;
import org.laurelbridge.webapp.endpoint.Senders;
import org.laurelbridge.webapp.endpoint.ShownStatements;
import org.laurelbridge.webapp.endpoint.StatementsServlet;
import org.laurelbridge.webapp.endpoint.api.ApiRoutes;
import org.laurelbridge.webapp.endpoint.api.EndorsementsApi;
import org.laurelbridge.webapp.endpoint.api.ErasuresApi;
import org.laurelbridge.webapp.endpoint.api.MetricsServlet;
import org.laurelbridge.webapp.endpoint.api.WebhooksApi;
import org.laurelbridge.webapp.server.Allowance;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.verify.VerifyDesk;
import org.laurelbridge.xapi.Json;
import org.laurelbridge.xapi.NamelessId;

/** Every address, what answers it, who may ask and with which methods. */
final class Routes {
    private final Bridge bridge;
    private final Stores stores;
    private final Sessions sessions;
    private final Pages pages;
    private final VerifyDesk desk;

    Routes(Bridge bridge, Sessions sessions, Pages pages) {
        this.bridge = bridge;
        this.stores = bridge.stores();
        this.sessions = sessions;
        this.pages = pages;
        this.desk = new VerifyDesk(bridge.verifying(), stores.matchTries(), bridge.clock());
    }

    List<Route> list() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(statements());
        routes.addAll(new PublicRoutes(bridge, desk, sessions, pages).list());
        routes.addAll(new AdminRoutes(bridge, sessions, pages).list());
        routes.addAll(new AdminBadgeRoutes(bridge, sessions, pages).list());
        routes.addAll(new EntranceRoutes(bridge, sessions, pages).list());
        routes.addAll(new SetUpRoutes(bridge, sessions, pages).list());
        routes.addAll(new TeachRoutes(bridge, sessions, pages).list());
        routes.addAll(new MyRoutes(bridge, sessions, pages).list());
        routes.addAll(new LtiRoutes(bridge, sessions, pages).list());
        routes.addAll(new ProviderRoutes(bridge, desk, sessions, pages).list());
        routes.addAll(programs());
        return routes;
    }

    private List<Route> statements() {
        LaurelConfig config = bridge.config();
        Json json = new Json();
        PushReader reader = new PushReader(
                json, new NamelessId(UUID::randomUUID), config.http().mostStatements());
        Predicate<String> pushes = name -> bridge.connecting().sources().stream()
                .anyMatch(source -> source.push() != null && source.name().equals(name));
        ShownStatements shown =
                new ShownStatements(stores.statements(), bridge.clock(), config.publicUrl(), pushes, json);
        StatementsServlet statements = new StatementsServlet(
                new Senders(bridge.connecting()::sources),
                reader,
                bridge.intake(),
                shown,
                config.http().mostBytes(),
                new Allowance(config.http().guarding().requests().ofSource()));
        return List.of(
                Route.of(OWN_CREDENTIALS, statements, "/xapi/statements").taking(),
                Route.of(PUBLIC, new AboutServlet(), "/xapi/about").taking());
    }

    private EndorsementsApi endorsements() {
        return new EndorsementsApi(
                new Endorsables(bridge.issuer(), bridge.achievements()),
                new Endorsing(bridge.issuer(), stores.endorsements(), bridge.clock()),
                stores.endorsements());
    }

    private List<Route> programs() {
        List<Route> routes = new ArrayList<>(new ApiRoutes(
                        stores.people(),
                        bridge.awards(),
                        bridge.verdicts(),
                        bridge.explanations(),
                        bridge.attesting(),
                        bridge.rules(),
                        bridge.outbox(),
                        stores.figures(),
                        bridge.issuer().addresses(),
                        stores.plans(),
                        bridge.planner(),
                        desk,
                        stores.sharing(),
                        stores.frameworks(),
                        endorsements(),
                        new ErasuresApi(bridge.dataSubjects().erasing()),
                        new WebhooksApi(
                                bridge.telling().announcements(),
                                bridge.telling().webhooks(),
                                bridge.clock()),
                        bridge.clock())
                .list());
        routes.add(Route.of(
                bridge.config().http().openMetrics() ? PUBLIC : BEARER,
                new MetricsServlet(stores.figures(), bridge.clock()),
                "/metrics"));
        return routes;
    }
}
