package org.laurelbridge.webapp.site;

import static org.laurelbridge.webapp.server.Access.PUBLIC;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.Mailing;
import org.laurelbridge.bridge.Stores;
import org.laurelbridge.bridge.account.PasswordSignIn;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.account.SignInLimits;
import org.laurelbridge.bridge.account.oidc.ClaimedRoles;
import org.laurelbridge.bridge.account.oidc.OidcAccounts;
import org.laurelbridge.bridge.account.oidc.OidcProvider;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.webapp.admin.NewWindowServlet;
import org.laurelbridge.webapp.admin.SignInElsewhereServlet;
import org.laurelbridge.webapp.admin.SignInForm;
import org.laurelbridge.webapp.admin.SignInServlet;
import org.laurelbridge.webapp.mail.OffServlet;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Elsewhere;
import org.laurelbridge.webapp.session.Sessions;

/** The addresses where people sign in. */
record SignInRoutes(Bridge bridge, Sessions sessions, Pages pages) {

    List<Route> list() {
        Stores stores = bridge.stores();
        Map<String, OidcProvider> providers = providers();
        SignInForm form = new SignInForm(sessions, pages, List.copyOf(providers.keySet()));
        SignInLimits limits = new SignInLimits(stores.signInTries(), bridge.clock());
        PasswordSignIn passwords = new PasswordSignIn(stores.accounts(), stores.passwords(), limits);
        SignInElsewhereServlet elsewhere = new SignInElsewhereServlet(
                providers,
                new OidcAccounts(stores.accounts(), stores.people(), bridge.clock()),
                elsewhere(),
                form,
                bridge.config().publicUrl());
        return List.of(
                Route.of(PUBLIC, new SignInServlet(passwords, limits, form, stores.audit()), "/sign-in")
                        .taking("GET", "POST"),
                Route.of(PUBLIC, elsewhere, "/sign-in/oidc/*"),
                Route.of(PUBLIC, mailOff(), "/mail/off/*").taking("GET", "POST"),
                Route.of(PUBLIC, new NewWindowServlet(sessions, bridge.config().publicUrl()), "/sign-in/window")
                        .taking("POST"));
    }

    private OffServlet mailOff() {
        Mailing mailing = bridge.telling().mailing();
        return new OffServlet(mailing.offLinks(), mailing.book(), pages, bridge.clock());
    }

    private Map<String, OidcProvider> providers() {
        Map<String, OidcProvider> providers = new LinkedHashMap<>();
        for (LaurelConfig.SignIn one : bridge.config().signIn()) {
            providers.put(
                    one.name(),
                    new OidcProvider(one.issuer(), one.clientId(), one.clientSecret(), roles(one), bridge.clock()));
        }
        return providers;
    }

    private static ClaimedRoles roles(LaurelConfig.SignIn one) {
        return one.rolesClaim() == null
                ? ClaimedRoles.NONE
                : new ClaimedRoles(
                        one.rolesClaim(),
                        one.roles().entrySet().stream()
                                .collect(Collectors.toMap(role -> Role.of(role.getKey()), Map.Entry::getValue)));
    }

    private Elsewhere elsewhere() {
        boolean isSecure = "https".equals(bridge.config().publicUrl().getScheme());
        return new Elsewhere(Site.box(bridge), isSecure, bridge.clock());
    }
}
