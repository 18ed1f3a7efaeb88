package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.account.oidc.ClaimedRoles;
import org.laurelbridge.bridge.account.oidc.OidcAccounts;
import org.laurelbridge.bridge.account.oidc.OidcProvider;
import org.laurelbridge.bridge.record.PersonId;
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

/** Signing in at an OpenID provider: who comes back as they went is in, and every lie is refused. */
class SignInElsewhereTest {
    private static final String PATH = "/sign-in/oidc/campus";
    private static final URI PUBLIC = URI.create("http://127.0.0.1:1");

    private final AtomicReference<Instant> now = new AtomicReference<>(Site.NOW);
    private final FakeProvider provider = new FakeProvider();
    private final TestDatabase database = TestDatabase.sqlite();
    private final PeopleStore people = new PeopleStore(database.database());
    private final Site site = new Site(database, this::routes, now::get, false);
    private PersonId ada = new PersonId(new UUID(0, 0));

    private List<Route> routes(Sessions sessions, Pages pages) {
        AccountStore accounts = new AccountStore(database.database());
        SignInElsewhereServlet elsewhere = new SignInElsewhereServlet(
                Map.of("campus", provider(), "other", provider()),
                new OidcAccounts(accounts, people, now::get),
                new Elsewhere(new SecretBox(new byte[32]), false, now::get),
                new SignInForm(sessions, pages, List.of("campus")),
                PUBLIC);
        return List.of(Route.of(Access.PUBLIC, elsewhere, "/sign-in/oidc/*"));
    }

    private OidcProvider provider() {
        return new OidcProvider(
                provider.issuer(),
                FakeProvider.CLIENT,
                FakeProvider.SECRET,
                new ClaimedRoles("groups", Map.of(Role.ADMINISTRATOR, "badge-admins", Role.VIEWER, "auditors")),
                now::get);
    }

    @BeforeEach
    void takeAdaIn() {
        ada = people.add("Ada Lovelace", List.of(new Identifier("email", "", "ada@example.org")), Site.NOW);
    }

    @AfterEach
    void close() {
        site.close();
        provider.close();
    }

    /** Goes to the provider; what it was asked. */
    private Map<String, String> go(String query) {
        HttpResponse<String> answer = site.get(PATH + query);
        assertThat(answer.statusCode()).isEqualTo(302);
        site.take(answer);
        URI address = URI.create(answer.headers().firstValue("Location").orElseThrow());
        assertThat(address.toString()).startsWith(provider.issuer() + "/authorize?");
        Map<String, String> asked = Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        provider.nonce = asked.getOrDefault("nonce", "");
        return asked;
    }

    private HttpResponse<String> comeBack(String state) {
        return site.get(PATH + "/back?code=c&state=" + state);
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("laurel="));
        assertThat(site.accounts().list()).isEmpty();
    }

    @Test
    void whoeverIsKnownByTheirAddress_isThatLearner_andGoesOn() {
        Map<String, String> asked = go("?to=%2Fmy%2Fapps%3Fa%3Db");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", PUBLIC + PATH + "/back");

        HttpResponse<String> answer = comeBack(asked.get("state"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/my/apps?a=b");
        assertThat(answer.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("laurel="));
        assertThat(provider.tokenForm)
                .containsEntry("grant_type", "authorization_code")
                .containsKey("code_verifier");
        assertThat(site.accounts().list()).singleElement().satisfies(known -> {
            assertThat(known.account().learner()).isEqualTo(ada);
            assertThat(known.account().roles()).containsExactly(Role.LEARNER);
            assertThat(known.account().name()).isEqualTo("Ada Lovelace");
        });
        assertThat(comeBack(go("").get("state")).statusCode()).isEqualTo(303);
        assertThat(site.accounts().list()).as("the same, the second time").hasSize(1);
        assertThat(provider.discovered).isEqualTo(1);
    }

    @Test
    void whoeverIsNotKnown_isToldWhatToDo() {
        for (UnaryOperator<JWTClaimsSet.Builder> who : List.<UnaryOperator<JWTClaimsSet.Builder>>of(
                claims -> claims.claim("email", "eve@example.org"),
                claims -> claims.claim("email_verified", false),
                claims -> claims.claim("email_verified", null),
                claims -> claims.claim("email", null))) {
            provider.lie = who;
            HttpResponse<String> answer = comeBack(go("").get("state"));
            assertRefused(answer);
            assertThat(answer.body()).contains("nobody here is known by the e-mail address");
        }
    }

    @Test
    void roles_followTheClaim_atEachSignIn() {
        provider.lie = claims -> claims.claim("email", null).claim("groups", List.of("badge-admins", "others"));
        assertThat(comeBack(go("").get("state")).headers().firstValue("Location"))
                .contains("/admin");
        assertThat(roles()).containsExactly(Role.ADMINISTRATOR);

        provider.lie = claims -> claims.claim("groups", "auditors");
        assertThat(comeBack(go("").get("state")).statusCode()).isEqualTo(303);
        assertThat(roles()).containsExactly(Role.VIEWER);

        provider.lie = claims -> claims;
        assertThat(comeBack(go("").get("state")).statusCode()).isEqualTo(303);
        assertThat(roles()).isEmpty();
    }

    @Test
    void learner_whomTheProviderMakesAnAdministrator_isBoth() {
        provider.lie = claims -> claims.claim("groups", List.of("badge-admins"));
        comeBack(go("").get("state"));
        assertThat(roles()).containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.LEARNER);
        provider.lie = claims -> claims.claim("groups", List.of());
        comeBack(go("").get("state"));
        assertThat(roles()).containsExactly(Role.LEARNER);
    }

    private java.util.Set<Role> roles() {
        return site.accounts().list().get(0).account().roles();
    }

    @Test
    void everyWrongClaim_isRefused() {
        Instant past = Instant.now().minusSeconds(3_600);
        for (UnaryOperator<JWTClaimsSet.Builder> wrong : List.<UnaryOperator<JWTClaimsSet.Builder>>of(
                claims -> claims.claim("nonce", "another"),
                claims -> claims.claim("nonce", null),
                claims -> claims.audience("another"),
                claims ->
                        claims.audience(List.of(FakeProvider.CLIENT, "another")).claim("azp", "another"),
                claims -> claims.claim("azp", "another"),
                claims -> claims.audience(List.of(FakeProvider.CLIENT, "another")),
                claims -> claims.issuer("https://evil.example"),
                claims -> claims.issuer(null),
                claims -> claims.subject(null),
                claims -> claims.expirationTime(Date.from(past)),
                claims -> claims.expirationTime(null),
                claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(3_600))),
                claims -> claims.issueTime(null))) {
            provider.lie = wrong;
            assertRefused(comeBack(go("").get("state")));
        }
    }

    @ParameterizedTest
    @EnumSource(value = FakeProvider.Signing.class, mode = EnumSource.Mode.EXCLUDE, names = "WITH_ITS_KEY")
    void everyWrongSignature_isRefused(FakeProvider.Signing signing) {
        provider.signing = signing;

        assertRefused(comeBack(go("").get("state")));
    }

    @Test
    void state_ofAnotherBrowser_orTooOld_isRefused() {
        String state = go("").get("state");
        String cookie = site.carried();
        assertRefused(comeBack("another"));
        assertRefused(site.get(PATH + "/back?code=c"));
        assertRefused(site.get(PATH + "/back"));
        assertRefused(site.get(PATH + "/back?error=access_denied&state=" + state));

        site.carry("");
        assertRefused(comeBack(state));
        int middle = cookie.length() / 2;
        char changed = cookie.charAt(middle) == 'A' ? 'B' : 'A';
        site.carry(cookie.substring(0, middle) + changed + cookie.substring(middle + 1));
        assertRefused(comeBack(state));
        site.carry("laurel-elsewhere=AAAA");
        assertRefused(comeBack(state));

        site.carry(cookie);
        now.updateAndGet(moment -> moment.plusSeconds(600));
        assertRefused(comeBack(state));
    }

    @Test
    void signInAtOneProvider_isEndedByNoOther() {
        String state = go("").get("state");
        assertRefused(site.get("/sign-in/oidc/other/back?code=c&state=" + state));
    }

    @Test
    void whatABrowserKept_isTakenFromIt_whetherItGotInOrNot() {
        for (String state : List.of("another", go("").get("state"))) {
            site.take(site.get(PATH));
            assertThat(comeBack(state).headers().allValues("Set-Cookie"))
                    .anyMatch(cookie ->
                            cookie.startsWith("laurel-elsewhere=;") && cookie.contains("Expires=Thu, 01 Jan 1970"));
        }
    }

    @Test
    void answerOfAnotherIssuer_isRefused() {
        String root = provider.issuer().toString();
        assertRefused(comeBack(go("").get("state") + "&iss=https://evil.example"));
        assertThat(comeBack(go("").get("state") + "&iss=" + root).statusCode()).isEqualTo(303);
    }

    @Test
    void answerOfNobody_isRefused_whereTheProviderSaysWhoAnswers() {
        provider.saysWhoAnswers = true;
        assertRefused(comeBack(go("").get("state")));
    }

    @Test
    void userInfoOfSomebodyElse_isRefused() {
        provider.lie = claims -> claims.claim("email", null);
        provider.userInfo = "{\"sub\":\"666\",\"email\":\"ada@example.org\",\"email_verified\":true}";
        assertRefused(comeBack(go("").get("state")));
        provider.userInfo = provider.userInfo.replace("666", "248289761001");
        assertThat(comeBack(go("").get("state")).statusCode()).isEqualTo(303);
    }

    @Test
    void providerThatIsAway_isToldInWords() {
        provider.close();

        HttpResponse<String> answer = site.get(PATH);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("campus does not answer as it should now.");
    }

    @Test
    void otherAddresses_areNotThere() {
        for (String path :
                List.of("", "/", "/campus/", "/campus/x", "/campus/back/x", "/back", "/third", "/third/back")) {
            assertThat(site.get("/sign-in/oidc" + path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
