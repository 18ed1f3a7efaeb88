package org.laurelbridge.webapp.site;

import static org.laurelbridge.webapp.server.Access.OWN_CREDENTIALS;
import static org.laurelbridge.webapp.server.Access.PUBLIC;
import static org.laurelbridge.webapp.server.Access.SIGNED_IN;

import java.util.ArrayList;
import java.util.List;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.Learning;
import org.laurelbridge.bridge.Stores;
import org.laurelbridge.bridge.grant.WalletOffers;
import org.laurelbridge.webapp.oauth.AuthorizeServlet;
import org.laurelbridge.webapp.oauth.LegalServlet;
import org.laurelbridge.webapp.oauth.MetadataServlet;
import org.laurelbridge.webapp.oauth.OAuthPlaces;
import org.laurelbridge.webapp.oauth.RegisterServlet;
import org.laurelbridge.webapp.oauth.RevokeServlet;
import org.laurelbridge.webapp.oauth.TokenServlet;
import org.laurelbridge.webapp.oauth.WalletForms;
import org.laurelbridge.webapp.oauth.WalletMetadataServlet;
import org.laurelbridge.webapp.oauth.WalletServlet;
import org.laurelbridge.webapp.provider.AssertionsServlet;
import org.laurelbridge.webapp.provider.CredentialsServlet;
import org.laurelbridge.webapp.provider.DiscoveryServlet;
import org.laurelbridge.webapp.provider.Door;
import org.laurelbridge.webapp.provider.LearnerProfile;
import org.laurelbridge.webapp.provider.ManifestServlet;
import org.laurelbridge.webapp.provider.Profile2Servlet;
import org.laurelbridge.webapp.provider.ProfileServlet;
import org.laurelbridge.webapp.provider.Shelf;
import org.laurelbridge.webapp.provider.Takings;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.verify.VerifyDesk;

/** The addresses of applications: where they register and ask for leave, and the Open Badges APIs. */
record ProviderRoutes(Bridge bridge, VerifyDesk desk, Sessions sessions, Pages pages) {

    List<Route> list() {
        List<Route> routes = new ArrayList<>(leave());
        routes.addAll(apis());
        return routes;
    }

    private OAuthPlaces places() {
        return new OAuthPlaces(bridge.issuer().addresses());
    }

    private WalletOffers wallets() {
        return Learning.of(bridge.stores()).wallets();
    }

    private WalletForms forms() {
        return new WalletForms(bridge.files());
    }

    private List<Route> leave() {
        Stores stores = bridge.stores();
        var clock = bridge.clock();
        return List.of(
                Route.of(
                        PUBLIC,
                        new MetadataServlet(places()),
                        "/.well-known/oauth-authorization-server",
                        "/.well-known/oauth-authorization-server/*"),
                Route.of(PUBLIC, new RegisterServlet(stores.clients(), clock), "/oauth/register")
                        .taking("POST", "OPTIONS")
                        .dear(),
                Route.of(
                                SIGNED_IN,
                                new AuthorizeServlet(
                                        stores.clients(), stores.grants(), places(), sessions, pages, clock),
                                "/oauth/authorize")
                        .taking("GET", "POST"),
                Route.of(
                                OWN_CREDENTIALS,
                                new TokenServlet(stores.clients(), stores.grants(), wallets(), forms(), clock),
                                "/oauth/token")
                        .taking("POST", "OPTIONS"),
                Route.of(
                        PUBLIC,
                        new WalletMetadataServlet(
                                places(), forms(), bridge.issuer().profile()),
                        "/.well-known/openid-credential-issuer",
                        "/.well-known/openid-credential-issuer/*"),
                Route.of(
                                OWN_CREDENTIALS,
                                new WalletServlet(wallets(), forms(), bridge.earnings(), bridge.files(), clock),
                                "/oauth/credential")
                        .taking("POST", "OPTIONS"),
                Route.of(OWN_CREDENTIALS, new RevokeServlet(stores.clients(), stores.grants(), clock), "/oauth/revoke")
                        .taking("POST", "OPTIONS"),
                Route.of(PUBLIC, new LegalServlet(bridge.issuer().profile(), pages), "/terms", "/privacy"));
    }

    // which methods they take these say themselves, as each API says it
    private List<Route> apis() {
        Stores stores = bridge.stores();
        Door door = new Door(stores.grants(), bridge.clock());
        Shelf shelf = new Shelf(
                stores.backpack(),
                stores.awards(),
                bridge.earnings(),
                stores.credentials(),
                stores.sharing(),
                bridge.files(),
                bridge.issuer());
        Takings takings = new Takings(bridge.receiving(), desk);
        LearnerProfile profiles =
                new LearnerProfile(stores.people(), stores.toldProfiles(), bridge::profile, bridge.clock());
        return List.of(
                Route.of(
                                PUBLIC,
                                new DiscoveryServlet(
                                        door, places(), bridge.issuer().profile()),
                                "/ims/ob/v3p0/discovery")
                        .taking(),
                Route.of(
                                PUBLIC,
                                new ManifestServlet(
                                        door, places(), bridge.issuer().profile()),
                                "/.well-known/badgeconnect.json")
                        .taking(),
                Route.of(
                                OWN_CREDENTIALS,
                                new CredentialsServlet(door, shelf, takings, places()),
                                "/ims/ob/v3p0/credentials")
                        .taking(),
                Route.of(OWN_CREDENTIALS, new ProfileServlet(door, profiles), "/ims/ob/v3p0/profile")
                        .taking(),
                Route.of(
                                OWN_CREDENTIALS,
                                new AssertionsServlet(door, shelf, takings, places()),
                                "/ims/ob/v2p1/assertions")
                        .taking(),
                Route.of(OWN_CREDENTIALS, new Profile2Servlet(door, profiles), "/ims/ob/v2p1/profile")
                        .taking());
    }
}
