package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.account.oidc.ClaimedRoles;
import org.laurelbridge.bridge.account.oidc.OidcAccounts;
import org.laurelbridge.bridge.account.oidc.OidcProvider;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.store.AccountStore;
import org.laurelbridge.bridge.store.PeopleStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Elsewhere;
import org.laurelbridge.webapp.session.Sessions;

/** Signing in at an OpenID provider that others wrote. */
class RealProviderTest {
    private static final String PATH = "/sign-in/oidc/campus";
    private static final URI PUBLIC = URI.create("http://127.0.0.1:1");

    private final InstantSource clock = InstantSource.system();
    private final TestDatabase database = TestDatabase.sqlite();
    private final PeopleStore people = new PeopleStore(database.database());
    private NpmProvider provider;
    private Site site;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        provider = new NpmProvider(URI.create(PUBLIC + PATH + "/back"));
        site = new Site(database, this::routes, clock, false);
        people.add("Ada Lovelace", List.of(new Identifier("email", "", "ada@example.org")), Instant.now());
    }

    private List<Route> routes(Sessions sessions, Pages pages) {
        OidcProvider campus = new OidcProvider(
                provider.issuer(),
                NpmProvider.CLIENT,
                NpmProvider.SECRET,
                new ClaimedRoles("groups", Map.of(Role.ADMINISTRATOR, "badge-admins")),
                clock);
        SignInElsewhereServlet elsewhere = new SignInElsewhereServlet(
                Map.of("campus", campus),
                new OidcAccounts(new AccountStore(database.database()), people, clock),
                new Elsewhere(new SecretBox(new byte[32]), false, clock),
                new SignInForm(sessions, pages, List.of("campus")),
                PUBLIC);
        return List.of(Route.of(Access.PUBLIC, elsewhere, "/sign-in/oidc/*"));
    }

    @AfterEach
    void close() throws InterruptedException {
        site.close();
        provider.close();
    }

    /** Where Laurel sends a browser. */
    private String go() {
        site.carry("");
        HttpResponse<String> answer = site.get(PATH);
        site.take(answer);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> back(String query) {
        return site.get(PATH + "/back?" + query);
    }

    private HttpResponse<String> signIn(String who) {
        return back(provider.signIn(URI.create(go()), who));
    }

    @Test
    void whoSignsInThere_isWhomTheProviderVouchesFor() {
        HttpResponse<String> ada = signIn("ada");
        assertThat(ada.statusCode()).as(ada.body()).isEqualTo(303);
        assertThat(ada.headers().firstValue("Location")).contains("/my");
        assertThat(signIn("grace").headers().firstValue("Location")).contains("/admin");
        assertThat(signIn("eve").statusCode()).as("nobody here knows them").isEqualTo(401);
        assertThat(site.accounts().list())
                .extracting(
                        known -> known.account().name() + " " + known.account().roles())
                .containsExactly("Ada Lovelace [LEARNER]", "grace of the campus [ADMINISTRATOR]");
    }

    @Test
    void whatIsOfAnotherSignIn_isRefused() {
        String asked = go();
        String query = provider.signIn(URI.create(asked), "ada");
        assertThat(back(query.replaceFirst("state=[^&]+", "state=another")).statusCode())
                .isEqualTo(401);
        for (String changed : List.of("nonce", "state", "code_challenge")) {
            String other =
                    go().replaceFirst("([?&]" + changed + "=)[^&]+", "$1abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
            HttpResponse<String> answer = back(provider.signIn(URI.create(other), "ada"));
            assertThat(answer.statusCode()).as(changed).isEqualTo(401);
        }
        String first = provider.signIn(URI.create(go()), "ada");
        assertThat(back(first).statusCode()).isEqualTo(303);
        String second = go();
        String code = first.replaceFirst(".*code=([^&]+).*", "$1");
        String state = second.replaceFirst(".*state=([^&]+).*", "$1");
        assertThat(back("code=" + code + "&state=" + state + "&iss=" + provider.issuer())
                        .statusCode())
                .as("a code that was used")
                .isEqualTo(401);
    }

    @Test
    void keyThatWasTurned_isFetched_andAnAbsentProviderIsToldInWords() throws IOException, InterruptedException {
        assertThat(signIn("ada").statusCode()).isEqualTo(303);
        provider.startAnew();
        assertThat(signIn("ada").statusCode()).isEqualTo(303);
        String query = provider.signIn(URI.create(go()), "ada");
        provider.close();
        assertThat(back(query).statusCode()).isEqualTo(503);
    }
}
