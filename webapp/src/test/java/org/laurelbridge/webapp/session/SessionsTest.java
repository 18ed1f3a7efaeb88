package org.laurelbridge.webapp.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.admin.SignOutServlet;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;

/** Who is signed in, for how long, and where they may go. */
class SessionsTest {
    private static final PersonId LEARNER = new PersonId(UUID.fromString("11111111-2222-4333-8444-555555555555"));
    private static final Duration IDLE = Duration.ofHours(2);

    private final AtomicReference<Instant> now = new AtomicReference<>(Site.NOW);
    private final TestDatabase database = TestDatabase.sqlite();
    private final Site site = new Site(database, this::routes, now::get, false);

    private List<Route> routes(Sessions sessions, Pages pages) {
        return List.of(
                Site.signInRoute(sessions, pages, database, now::get),
                Route.of(Access.SIGNED_IN, new SignOutServlet(sessions), "/sign-out")
                        .taking("POST"),
                echo(Access.PUBLIC, sessions, "/open"),
                echo(Access.SIGNED_IN, sessions, "/in"),
                echo(Access.LEARNER, sessions, "/my/*"),
                echo(Access.INSTRUCTOR, sessions, "/teach"),
                echo(Access.VIEWER, sessions, "/look"),
                echo(Access.ADMINISTRATOR, sessions, "/admin"));
    }

    private static Route echo(Access access, Sessions sessions, String path) {
        return Route.of(access, new Echo(sessions), path).taking("GET", "POST");
    }

    /** Says who asks, with a form. */
    private static final class Echo extends HttpServlet {
        private final transient Sessions sessions;

        Echo(Sessions sessions) {
            this.sessions = sessions;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String who = sessions.visitor(request)
                    .map(visitor -> visitor.name() + " " + new TreeSet<>(visitor.roles()))
                    .orElse("nobody");
            response.getWriter().write(who + " name=\"csrf\" value=\"" + sessions.formToken(request) + "\"");
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void pass(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
    }

    private int status(String path) {
        return site.get(path).statusCode();
    }

    @Test
    void visitor_isWhoSignedIn() {
        assertThat(site.get("/open").body()).startsWith("nobody ");
        assertThat(site.signIn().get("/open").body()).startsWith("first [ADMINISTRATOR]");
        assertThat(site.signIn(LEARNER).get("/open").body()).startsWith("Ada [LEARNER]");
        assertThat(site.signIn(Role.VIEWER, Role.INSTRUCTOR).get("/open").body())
                .startsWith("Grace [INSTRUCTOR, VIEWER]");
    }

    @Test
    void everyRoute_letsInWhomItNames_andTellsOthersNoMore() {
        assertThat(statuses()).containsExactly(302, 302, 302, 302, 302);
        site.signIn(LEARNER);
        assertThat(statuses()).containsExactly(200, 200, 404, 403, 403);
        site.signIn(Role.INSTRUCTOR);
        assertThat(statuses()).containsExactly(200, 404, 200, 403, 403);
        site.signIn(Role.VIEWER);
        assertThat(statuses()).containsExactly(200, 404, 404, 200, 403);
        site.signIn(Role.ADMINISTRATOR);
        assertThat(statuses()).containsExactly(200, 404, 404, 200, 200);
    }

    @Test
    void viewer_changesNothing_whereTheyMayLook() {
        String csrf = site.signIn(Role.VIEWER).csrf("/look");
        assertThat(site.post("/look", Map.of("csrf", csrf)).statusCode()).isEqualTo(403);

        csrf = site.signIn(Role.ADMINISTRATOR).csrf("/look");
        assertThat(site.post("/look", Map.of("csrf", csrf)).statusCode()).isEqualTo(200);
    }

    private List<Integer> statuses() {
        return List.of(status("/in"), status("/my/"), status("/teach"), status("/look"), status("/admin"));
    }

    @Test
    void session_endsWhenNothingIsAskedForAWhile() {
        site.signIn(LEARNER);
        for (int i = 0; i < 3; i++) {
            pass(IDLE.minusSeconds(1));
            assertThat(status("/my/")).isEqualTo(200);
        }

        pass(IDLE);

        assertThat(status("/my/")).isEqualTo(302);
    }

    @Test
    void session_thatIsUsed_isWrittenOnceAMinute() {
        site.signIn(LEARNER);
        pass(Duration.ofSeconds(59));
        status("/my/");
        pass(IDLE.minusSeconds(59));
        assertThat(status("/my/")).as("the first minute was not written").isEqualTo(302);
    }

    @Test
    void session_endsAfterItsWholeTime_howeverBusy() {
        site.signIn(LEARNER);
        for (int hour = 0; hour < 11; hour++) {
            pass(Duration.ofHours(1));
            assertThat(status("/my/")).isEqualTo(200);
        }

        pass(Duration.ofHours(1));

        assertThat(status("/my/")).isEqualTo(302);
    }

    @Test
    void session_endsWithItsAccount() {
        Account ada = Account.made("Ada", null, Set.of(Role.LEARNER), LEARNER);
        site.signIn(ada);
        assertThat(status("/my/")).isEqualTo(200);

        site.accounts().disable(ada.id(), true);

        assertThat(status("/my/")).isEqualTo(302);
    }

    @Test
    void signIn_givesAnotherCookieEachTime_andThePlantedOneIsWorthNothing() {
        site.carry("laurel=planted");
        HttpResponse<String> first = site.signInBy(Map.of("token", Site.TOKEN));
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("planted");
        assertThat(status("/admin")).isEqualTo(302);

        site.take(first);
        String before = site.carried();
        site.take(site.signInBy(Map.of("token", Site.TOKEN)));

        assertThat(site.carried()).isNotEqualTo(before);
        assertThat(status("/admin")).isEqualTo(200);
        site.carry(before);
        assertThat(status("/admin")).as("the session before is over").isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({
        "https://badges.example.org, ''",
        "https://badges.example.org:8443, -8443",
        "http://127.0.0.1:8080, -8080",
        "http://127.0.0.1:8081, -8081",
        "https://example.org/laurel/one, -laurel-one"
    })
    void cookie_isNamedByThePlace_sinceBrowsersTellHostsApartAlone(URI publicUrl, String mark) {
        assertThat(Sessions.Terms.of(Duration.ZERO, Duration.ZERO, publicUrl).mark())
                .isEqualTo(mark);
    }

    @Test
    void cookie_isReadByNoScript_andBroughtByNoForeignForm() {
        String plain = site.signInBy(Map.of("token", Site.TOKEN))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(plain).startsWith("laurel=").contains("; Path=/", "; HttpOnly", "; SameSite=Lax");

        try (Site secure = new Site(TestDatabase.sqlite(), this::routes, now::get, true)) {
            HttpResponse<String> answer = secure.signInBy(Map.of("token", Site.TOKEN));
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-laurel=")
                    .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                    .doesNotContain("Domain");
            secure.take(answer);
            assertThat(secure.get("/admin").statusCode()).isEqualTo(200);
            secure.carry(secure.carried().replace("__Host-laurel", "laurel"));
            assertThat(secure.get("/admin").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void form_isTakenFromItsOwnSessionAlone() {
        String others = site.signIn(LEARNER).csrf("/my/");
        String own = site.signIn(LEARNER).csrf("/my/");

        assertThat(site.post("/my/", Map.of()).statusCode()).isEqualTo(403);
        assertThat(site.post("/my/", Map.of("csrf", others)).statusCode()).isEqualTo(403);
        assertThat(site.post("/my/", Map.of("csrf", "")).statusCode()).isEqualTo(403);
        assertThat(site.post("/my/", Map.of("csrf", own)).statusCode()).isEqualTo(200);
        assertThat(site.post("/admin", Map.of("csrf", own)).statusCode()).isEqualTo(403);

        site.carry("");
        assertThat(site.post("/my/", Map.of("csrf", own)).statusCode()).isEqualTo(401);
        assertThat(site.post("/my/", Map.of("csrf", "")).statusCode()).isEqualTo(401);
    }

    @Test
    void signOut_endsThisBrowserAlone_orAll() {
        Account ada = Account.made("Ada", null, Set.of(Role.LEARNER), LEARNER);
        String library = site.signIn(ada).carried();
        String home = site.signIn(ada).carried();
        String work = site.signIn(ada).carried();

        HttpResponse<String> answer = site.post("/sign-out", Map.of("csrf", site.csrf("/my/")));
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("laurel=;")
                .contains("Expires=Thu, 01 Jan 1970");
        assertThat(status("/my/")).as("the cookie is still carried").isEqualTo(302);

        site.carry(library);
        assertThat(status("/my/")).isEqualTo(200);
        site.post("/sign-out", Map.of("csrf", site.csrf("/my/"), "everywhere", "yes"));
        for (String cookie : List.of(library, home, work)) {
            site.carry(cookie);
            assertThat(status("/my/")).isEqualTo(302);
        }
    }

    @Test
    void page_thatWantsASession_comesBackWithItsQuery() {
        HttpResponse<String> answer = site.get("/my/apps?client=a%20b&to=/x");
        String signIn = answer.headers().firstValue("Location").orElseThrow();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(signIn).endsWith("/sign-in?to=%2Fmy%2Fapps%3Fclient%3Da%2520b%26to%3D%2Fx");

        String page = site.get("/sign-in?to=%2Fmy%2Fapps%3Fclient%3Da%2520b%26to%3D%2Fx")
                .body();
        assertThat(page).contains("name=\"to\" value=\"/my/apps?client=a%20b&amp;to=/x\"");

        HttpResponse<String> in = site.signInBy(Map.of("token", Site.TOKEN, "to", "/my/apps?client=a%20b&to=/x"));
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).contains("/my/apps?client=a%20b&to=/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "/.//evil.example",
                "/my/..//evil.example",
                "/\t/evil.example",
                "https://evil.example",
                "/\r\nLocation: https://evil.example"
            })
    void signIn_neverLeadsElsewhere(String to) {
        HttpResponse<String> in = site.signInBy(Map.of("token", Site.TOKEN, "to", to));
        assertThat(in.headers().firstValue("Location")).contains("/admin");

        site.take(in);
        HttpResponse<String> already = site.get("/sign-in?to=" + ReturnPath.encoded(to));
        assertThat(already.headers().firstValue("Location")).contains("/admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/..%2fmy/", "/my/%2f/evil.example", "/my//evil.example"})
    void page_withAForeignPath_isNotComeBackTo(String path) {
        HttpResponse<String> answer = site.get(path);

        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("evil");
    }

    @Test
    void whoeverIsSignedIn_startsWhereTheyBelong() {
        assertThat(site.signIn(LEARNER).get("/sign-in").headers().firstValue("Location"))
                .contains("/my");
        assertThat(site.signIn(Role.ADMINISTRATOR).get("/sign-in").headers().firstValue("Location"))
                .contains("/admin");
    }
}
