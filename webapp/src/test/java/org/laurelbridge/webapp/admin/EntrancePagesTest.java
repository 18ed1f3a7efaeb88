package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.Entrance;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.lti.CourseRoles.CourseRole;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.register.Invitation;
import org.laurelbridge.bridge.lti.register.Inviting;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.AccessTokenStore;
import org.laurelbridge.bridge.store.AccountChangeStore;
import org.laurelbridge.bridge.store.AccountDirectoryStore;
import org.laurelbridge.bridge.store.AccountStore;
import org.laurelbridge.bridge.store.BrowserSessionStore;
import org.laurelbridge.bridge.store.CourseRoleStore;
import org.laurelbridge.bridge.store.InvitationStore;
import org.laurelbridge.bridge.store.LtiPlatformStore;
import org.laurelbridge.bridge.store.PasswordLinkStore;
import org.laurelbridge.bridge.store.PasswordStore;
import org.laurelbridge.bridge.store.PeopleStore;
import org.laurelbridge.bridge.store.PlatformFiguresStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** The pages where administrators manage who may come in, and the one where somebody let in chooses a password. */
class EntrancePagesTest {
    private static final String HOSTILE = "\"><script>alert(1)</script>";
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern ADDRESS = Pattern.compile("id=\"once-value\" value=\"([^\"]+)\"");

    private final AtomicReference<Instant> now = new AtomicReference<>(Site.NOW);
    private final TestDatabase database = TestDatabase.sqlite();
    private final LtiPlatformStore platforms = new LtiPlatformStore(database.database());
    private final InvitationStore invitations = new InvitationStore(database.database());
    private final AccountStore accounts = new AccountStore(database.database());
    private final PeopleStore people = new PeopleStore(database.database());
    private final Site site = new Site(database, this::routes, now::get, false);

    private List<Route> routes(Sessions sessions, Pages pages) {
        URI root = URI.create("https://laurel.example/");
        Entrance entrance = new Entrance(
                new AccountDirectoryStore(database.database()),
                new AccountChangeStore(database.database()),
                new PasswordLinkStore(database.database()),
                new PlatformFiguresStore(database.database()),
                new Inviting(platforms, invitations, root, now::get));
        UserDesk desk = new UserDesk(
                entrance, accounts, new BrowserSessionStore(database.database()), people, platforms, root, now::get);
        return List.of(
                Site.signInRoute(sessions, pages, database, now::get),
                route(
                        new PlatformsServlet(platforms, invitations, entrance, sessions, pages, now::get),
                        "/admin/platforms"),
                route(
                        new PlatformServlet(platforms, entrance.platformFigures(), sessions, pages, now::get),
                        "/admin/platforms/*"),
                route(new UsersServlet(desk, sessions, pages), "/admin/users"),
                route(new UserServlet(desk, sessions, pages), "/admin/users/*"),
                route(
                        new TokensServlet(
                                new AccessTokenStore(database.database()), accounts, sessions, pages, now::get),
                        "/admin/tokens"),
                Route.of(
                                Access.PUBLIC,
                                new PasswordLinkServlet(
                                        desk, new PasswordStore(database.database()), sessions.strangersForm(), pages),
                                "/sign-in/password")
                        .taking("GET", "POST"));
    }

    private static Route route(HttpServlet servlet, String path) {
        return Route.of(Access.ADMINISTRATOR, servlet, path).taking("GET", "POST");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> send(String path, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("csrf", site.csrf(path)));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return site.post(path, form);
    }

    private static String shown(HttpResponse<String> answer) {
        Matcher matcher = ADDRESS.matcher(answer.body());
        assertThat(matcher.find()).as("something is shown once").isTrue();
        return matcher.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private UUID addPlatform(String name) {
        UUID id = UUID.randomUUID();
        URI lms = URI.create("https://lms.example/" + id);
        platforms.add(
                new LtiPlatform(id, name, lms + "", "client", lms, lms, lms + "", lms, true, Set.of("1")), Site.NOW);
        return id;
    }

    private Account addAccount(String name, Role... roles) {
        Account account = Account.made(name, name + "@example.org", Set.of(roles), null);
        accounts.add(account, Login.byPassword(name), Site.NOW);
        return account;
    }

    @Test
    void invitation_isShownOnce_listed_andEnded() {
        site.signIn();
        HttpResponse<String> answer = send("/admin/platforms", "name", "Campus", "trusts-email", "on");

        String address = shown(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(address).startsWith("https://laurel.example/lti/register?invitation=");
        String token = address.substring(address.indexOf('=') + 1);
        assertThat(invitations.find(token, Site.NOW)).contains(new Invitation("Campus", true));

        String page = site.get("/admin/platforms").body();
        assertThat(page).contains("Campus", "2 March 2026, 12:00 UTC").doesNotContain(token);
        String id = invitations.list(Site.NOW).get(0).id();
        assertThat(location(send("/admin/platforms", "end", id))).endsWith("?done=invitation-ended");
        assertThat(location(send("/admin/platforms", "end", id))).endsWith("?done=invitation-gone");
        assertThat(invitations.find(token, Site.NOW)).isEmpty();
    }

    @Test
    void invitation_withAWrongName_isToldWhy() {
        addPlatform("Campus");
        site.signIn();

        HttpResponse<String> taken = send("/admin/platforms", "name", "Campus");
        assertThat(taken.statusCode()).isEqualTo(400);
        assertThat(taken.body()).contains("there is a platform called Campus already", "aria-invalid=\"true\"");
        HttpResponse<String> hostile = send("/admin/platforms", "name", HOSTILE + "x".repeat(60));
        assertThat(hostile.body()).contains("a name has 1 to 60 characters").doesNotContain("<script>alert");
        assertThat(invitations.list(Site.NOW)).isEmpty();
    }

    @Test
    void platform_isShownWithWhatItDid_allowed_andRemoved() {
        UUID id = addPlatform(HOSTILE);
        Account teacher = addAccount("teacher", Role.INSTRUCTOR);
        CourseRoleStore roles = new CourseRoleStore(database.database());
        roles.see(new CourseRole(teacher.id(), id, "1", Optional.empty(), true), Site.NOW);
        roles.see(new CourseRole(teacher.id(), id, "2", Optional.empty(), true), Site.NOW.plusSeconds(60));
        site.signIn();

        assertThat(site.get("/admin/platforms").body())
                .contains("2 courses, 1 person", "1 Mar 2026, 12:01 UTC", "&lt;script&gt;")
                .doesNotContain(HOSTILE);
        String path = "/admin/platforms/" + id;
        assertThat(send(path, "do", "allow", "deployment", " ").statusCode()).isEqualTo(400);
        assertThat(location(send(path, "do", "allow", "deployment", "d-2"))).endsWith("?done=deployment-allowed");
        assertThat(platforms.find(id).orElseThrow().deployments()).containsExactlyInAnyOrder("1", "d-2");
        assertThat(send(path, "do", "nothing").statusCode()).isEqualTo(400);

        String csrf = site.csrf(path);
        assertThat(location(send(path, "do", "remove"))).endsWith("/admin/platforms?done=platform-removed");
        assertThat(platforms.find(id)).isEmpty();
        assertThat(site.get(path).statusCode()).isEqualTo(404);
        assertThat(site.post(path, Map.of("csrf", csrf, "do", "remove")).statusCode())
                .isEqualTo(404);
        assertThat(site.get("/admin/platforms/x").statusCode()).isEqualTo(404);
    }

    @Test
    void somebodyAdded_choosesTheirPassword_once() {
        site.signIn();
        HttpResponse<String> added = send("/admin/users", "name", "Grace", "role", "viewer");
        String link = shown(added).substring("https://laurel.example".length());
        assertThat(added.body()).contains("Grace", "viewer", "password, user name grace");

        site.carry("");
        HttpResponse<String> form = site.get(link);
        assertThat(form.body()).contains("You sign in as", "grace");
        assertThat(form.headers().firstValue("Cache-Control")).contains("no-store");
        site.carry(form.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]);
        String csrf = form.body().replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        String token = link.substring(link.indexOf('=') + 1);
        Map<String, String> right = Map.of("csrf", csrf, "link", token, "password", PASSWORD, "again", PASSWORD);

        assertThat(choose(right, "password", "short", "again", "short").body())
                .contains("The password has 5 characters");
        assertThat(choose(right, "again", "another horse").body()).contains("The two passwords are not the same");
        assertThat(choose(right, "csrf", "x").statusCode()).isEqualTo(403);
        assertThat(choose(right, "link", "x").statusCode()).isEqualTo(404);
        assertThat(choose(right).body()).contains("Your password is saved.");
        assertThat(choose(right, "password", "another horse battery", "again", "another horse battery")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.get(link).body()).contains("This link was used already");
        String never = "A".repeat(43);
        assertThat(site.get(PasswordLinkServlet.HERE + "?link=" + never).body().replace(never, token))
                .as("never given, told as used")
                .isEqualTo(site.get(link).body());
        site.carry("");
        assertThat(location(site.signInBy(Map.of("name", "Grace", "password", PASSWORD))))
                .endsWith("/admin");
    }

    private HttpResponse<String> choose(Map<String, String> form, String... instead) {
        Map<String, String> all = new HashMap<>(form);
        for (int i = 0; i < instead.length; i += 2) {
            all.put(instead[i], instead[i + 1]);
        }
        return site.post("/sign-in/password", all);
    }

    @Test
    void passwordLink_endsAfterADay_andWhenTheAccountIsDisabled() {
        Account bob = addAccount("bob", Role.VIEWER);
        site.signIn();
        String link =
                shown(send("/admin/users/" + bob.id(), "do", "link")).substring("https://laurel.example".length());
        assertThat(site.get(link).statusCode()).isEqualTo(200);
        accounts.disable(bob.id(), true);
        assertThat(site.get(link).statusCode()).isEqualTo(404);
        assertThat(send("/admin/users/" + bob.id(), "do", "link").statusCode()).isEqualTo(409);
        accounts.disable(bob.id(), false);
        now.set(Site.NOW.plus(Duration.ofDays(1)));
        assertThat(site.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void somebodyWrong_isNotAdded_andAllIsTold() {
        addAccount("ada", Role.VIEWER);
        site.signIn();

        assertThat(send("/admin/users", "name", HOSTILE, "role", "learner", "person", "no@example.org")
                        .body())
                .contains("Nobody, or more than one, is known by this name, e-mail or id", "Nobody was added.")
                .doesNotContain(HOSTILE);
        assertThat(send("/admin/users", "name", " ", "role", "instructor").body())
                .contains("The name has 0 characters", "No role is chosen.");
        assertThat(send("/admin/users", "name", "ADA", "role", "viewer").body())
                .contains("Somebody signs in by this name already.");
        assertThat(send("/admin/users", "name", "x", "role", "viewer", "person", "y")
                        .body())
                .contains("Badges are a learner&#39;s".replace("&#39;", "'"));
        assertThat(accounts.list()).hasSize(1);
    }

    @Test
    void roles_areChanged_withThePerson() {
        PersonId person = people.add("Ada L", List.of(new Identifier("email", "", "ada@example.org")), Site.NOW);
        Account ada = addAccount("ada", Role.INSTRUCTOR);
        site.signIn();
        String path = "/admin/users/" + ada.id();

        assertThat(location(send(path, "do", "roles", "learner", "on"))).endsWith("?done=no-such-learner");
        assertThat(location(send(path, "do", "roles", "learner", "on", "person", "ADA@example.org")))
                .endsWith("?done=roles-saved");
        Account changed = accounts.find(ada.id()).orElseThrow();
        assertThat(changed.roles()).containsExactlyInAnyOrder(Role.INSTRUCTOR, Role.LEARNER);
        assertThat(changed.learner()).isEqualTo(person);
        assertThat(site.get(path).body()).contains("Ada L", "instructor too");
        send(path, "do", "roles", "viewer", "on");
        assertThat(accounts.find(ada.id()).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.INSTRUCTOR, Role.VIEWER);
        assertThat(accounts.find(ada.id()).orElseThrow().learner()).isNull();
    }

    @Test
    void theLastAdministrator_cannotLeaveThemselvesOut() {
        Account boss = Account.made("boss", null, Set.of(Role.ADMINISTRATOR), null);
        site.signIn(boss);
        String path = "/admin/users/" + boss.id();

        assertThat(location(send(path, "do", "disable"))).endsWith("?done=last-administrator");
        assertThat(location(send(path, "do", "roles", "viewer", "on"))).endsWith("?done=last-administrator");
        assertThat(site.get(path).statusCode()).isEqualTo(200);

        addAccount("next", Role.ADMINISTRATOR);
        assertThat(location(send(path, "do", "disable"))).endsWith("?done=account-disabled");
        assertThat(site.get(path).statusCode()).as("signed out at once").isEqualTo(302);
    }

    @Test
    void somebodyDisabled_orSignedOut_isOutAtOnce_andComesBack() {
        Account bob = Account.made("bob", null, Set.of(Role.ADMINISTRATOR), null);
        site.signIn(bob);
        String bobs = site.carried();
        site.signIn();
        String path = "/admin/users/" + bob.id();
        assertThat(site.get("/admin/users").body()).contains("bob", "1 Mar 2026, 12:00 UTC");

        assertThat(location(send(path, "do", "sign-out"))).endsWith("?done=signed-out");
        String ours = site.carried();
        site.carry(bobs);
        assertThat(site.get("/admin/users").statusCode()).isEqualTo(302);
        site.carry(ours);
        addAccount("other", Role.ADMINISTRATOR);
        send(path, "do", "disable");
        assertThat(accounts.find(bob.id()).orElseThrow().isDisabled()).isTrue();
        assertThat(location(send(path, "do", "enable"))).endsWith("?done=account-enabled");
        assertThat(accounts.find(bob.id()).orElseThrow().isDisabled()).isFalse();
        assertThat(send(path, "do", "dance").statusCode()).isEqualTo(400);
    }

    @Test
    void users_areSought_andShownPageByPage() {
        for (int i = 0; i < 60; i++) {
            addAccount(String.format("user %02d", i), i == 7 ? Role.VIEWER : Role.LEARNER);
        }
        accounts.add(
                Account.made(HOSTILE, HOSTILE, Set.of(), null),
                new Login("lti", addPlatform("Campus").toString(), "7"),
                Site.NOW);
        site.signIn();

        String first = site.get("/admin/users").body();
        assertThat(first).contains("user 48", "Next page", "platform Campus").doesNotContain("user 49", HOSTILE);
        Matcher next = Pattern.compile("href=\"(/admin/users\\?role=&amp;q=&amp;after=[^\"]+)\"")
                .matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(site.get(next.group(1).replace("&amp;", "&")).body())
                .contains("user 49", "user 59")
                .doesNotContain("user 48", "Next page");
        assertThat(site.get("/admin/users?q=USER+07").body())
                .contains("user 07")
                .doesNotContain("user 08");
        assertThat(site.get("/admin/users?role=viewer").body())
                .contains("user 07")
                .doesNotContain("user 08");
        assertThat(site.get("/admin/users?role=king").statusCode()).isEqualTo(200);
        assertThat(site.get("/admin/users/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void token_isShownOnce_andRevoked() {
        AccessTokenStore tokens = new AccessTokenStore(database.database());
        site.signIn();
        String token = shown(send("/admin/tokens", "name", "ci"));

        assertThat(tokens.find(token).orElseThrow().role()).isEqualTo("administrator");
        assertThat(site.get("/admin/tokens").body()).contains("ci").doesNotContain(token);
        assertThat(send("/admin/tokens", "name", "ci").body()).contains("There is a token of this name already");
        assertThat(send("/admin/tokens", "name", "").statusCode()).isEqualTo(400);
        assertThat(location(send("/admin/tokens", "revoke", "ci"))).endsWith("?done=token-revoked");
        assertThat(location(send("/admin/tokens", "revoke", "ci"))).endsWith("?done=token-gone");
        assertThat(tokens.find(token)).isEmpty();
    }

    @Test
    void nothingOfIt_isForOthers() {
        Account bob = addAccount("bob", Role.VIEWER);
        site.signIn(Role.VIEWER, Role.INSTRUCTOR);
        for (String path : List.of("/admin/platforms", "/admin/users", "/admin/users/" + bob.id(), "/admin/tokens")) {
            assertThat(site.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }
}
