package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.PasswordHash;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.PasswordStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** Signing in as a browser does it: with a name and a password, or an administrator's token. */
class SignInPagesTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String WRONG = "The user name or the password is not right.";

    private final AtomicReference<Instant> now = new AtomicReference<>(Site.NOW);
    private final TestDatabase database = TestDatabase.sqlite();
    private final Site site = new Site(database, this::routes, now::get, false);

    private List<Route> routes(Sessions sessions, Pages pages) {
        return List.of(Site.signInRoute(sessions, pages, database, now::get));
    }

    @BeforeEach
    void addAda() {
        add("ada", Set.of(Role.LEARNER), new PersonId(UUID.randomUUID()));
        add("ops", Set.of(Role.ADMINISTRATOR), null);
        add("rector", Set.of(Role.VIEWER), null);
        add("tina", Set.of(Role.INSTRUCTOR, Role.LEARNER), new PersonId(UUID.randomUUID()));
    }

    private void add(String name, Set<Role> roles, @Nullable PersonId learner) {
        Account account = Account.made(name, null, roles, learner);
        site.accounts().add(account, Login.byPassword(name), Site.NOW);
        new PasswordStore(database.database()).set(account.id(), new PasswordHash().hash(PASSWORD), Site.NOW);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> signIn(String name, String password) {
        return site.signInBy(Map.of("name", name, "password", password));
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void everybody_startsWhereTheyBelong() {
        assertThat(location(signIn("ada", PASSWORD))).endsWith("/my");
        assertThat(location(signIn("ops", PASSWORD))).endsWith("/admin");
        assertThat(location(signIn("rector", PASSWORD))).endsWith("/admin");
        assertThat(location(signIn("tina", PASSWORD))).endsWith("/teach");
        assertThat(location(site.signInBy(Map.of("token", Site.TOKEN)))).endsWith("/admin");
    }

    @Test
    void wrongTries_areToldTheSame_andNameNobody() {
        HttpResponse<String> wrong = signIn("ada", "wrong horse battery");
        HttpResponse<String> unknown = signIn("eve", PASSWORD);

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains(WRONG).doesNotContain("wrong horse");
        assertThat(unknown.body().replace("eve", "ada").replaceAll("csrf\" value=\"[^\"]+", ""))
                .isEqualTo(wrong.body().replaceAll("csrf\" value=\"[^\"]+", ""));
        assertThat(wrong.headers().map()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void name_isShownAgain_asText() {
        assertThat(signIn("\"><script>alert(1)</script>", PASSWORD).body())
                .contains(WRONG, "&lt;script>")
                .doesNotContain("<script>");
    }

    @Test
    void wrongToken_isRefusedWithASentence() {
        HttpResponse<String> answer = site.signInBy(Map.of("token", "guess"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("This is not an administrator's token.", "<details class=\"again\" open");
    }

    @Test
    void afterTenWrongTries_othersWait_butTheRightTokenAndPasswordGetIn() {
        for (int i = 0; i < 10; i++) {
            assertThat(site.signInBy(Map.of("token", "guess")).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> answer = site.signInBy(Map.of("token", "guess"));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(signIn("eve", PASSWORD).statusCode()).isEqualTo(429);
        assertThat(site.signInBy(Map.of("token", Site.TOKEN)).statusCode()).isEqualTo(303);
        assertThat(signIn("ops", PASSWORD).statusCode()).isEqualTo(303);

        now.updateAndGet(moment -> moment.plusSeconds(60));
        assertThat(site.signInBy(Map.of("token", "guess")).statusCode()).isEqualTo(401);
    }

    @Test
    void accountThatIsGuessedAt_waits_howeverRightTheNextIs() {
        for (int i = 0; i < 5; i++) {
            signIn("ops", "wrong horse battery");
        }

        HttpResponse<String> answer = signIn("ops", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(answer.body()).contains("Too many wrong tries.");
        assertThat(signIn("ada", PASSWORD).statusCode()).isEqualTo(303);

        now.updateAndGet(moment -> moment.plus(Duration.ofSeconds(30)));
        assertThat(signIn("ops", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void formOfAnotherSite_signsNobodyIn() {
        String form = site.get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(form).startsWith("laurel-form=").contains("; HttpOnly", "; SameSite=Lax");

        for (Map<String, String> sent : List.of(
                Map.of("token", Site.TOKEN),
                Map.of("token", Site.TOKEN, "csrf", ""),
                Map.of("token", Site.TOKEN, "csrf", "a".repeat(43)),
                Map.of("name", "ada", "password", PASSWORD, "csrf", "a".repeat(43)))) {
            site.carry("");
            assertThat(site.post("/sign-in", sent).statusCode()).isEqualTo(403);
            site.carry(form.split(";")[0]);
            assertThat(site.post("/sign-in", sent).statusCode()).isEqualTo(403);
        }
        site.carry("laurel-form=");
        assertThat(site.post("/sign-in", Map.of("token", Site.TOKEN, "csrf", ""))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void page_keepsTheFormOfABrowserThatHasOne() {
        String cookie = site.get("/sign-in")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
        site.carry(cookie);

        HttpResponse<String> again = site.get("/sign-in");

        assertThat(again.headers().map()).doesNotContainKey("Set-Cookie");
        // masked: see Packing
        assertThat(again.body()).doesNotContain(cookie.substring("laurel-form=".length()));
        assertThat(again.headers().firstValue("Cache-Control")).contains("no-store");
        site.carry("laurel-form=\"><script>");
        assertThat(site.get("/sign-in").body()).doesNotContain("<script>");

        site.carry(cookie);
        String csrf = again.body().replaceFirst("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        assertThat(site.post("/sign-in", Map.of("token", Site.TOKEN, "csrf", csrf))
                        .statusCode())
                .isEqualTo(303);
    }
}
