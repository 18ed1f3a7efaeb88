package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.admin.NewWindowServlet;
import org.laurelbridge.webapp.admin.SignOutServlet;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** One browser over https with a session in a window and another in a frame: neither is taken for the other, nor ends it. */
class FrameSessionTest {
    private static final String[] FRAME = {"Sec-Fetch-Dest", "iframe"};
    private static final String[] WINDOW = {"Sec-Fetch-Dest", "document"};
    private static final String[] PICTURE = {"Sec-Fetch-Dest", "image"};
    private static final String IN_WINDOW = "__Host-laurel";
    private static final String IN_FRAME = "__Host-laurel-frame";

    private final AtomicReference<Instant> now = new AtomicReference<>(Site.NOW);
    private final TestDatabase database = TestDatabase.sqlite();
    private final Site site = new Site(database, this::routes, now::get, true);
    private final Browser browser = new Browser(URI.create("http://127.0.0.1:" + site.port()));

    private List<Route> routes(Sessions sessions, Pages pages) {
        return List.of(
                Site.signInRoute(sessions, pages, database, now::get),
                Route.of(
                                Access.PUBLIC,
                                new NewWindowServlet(sessions, URI.create("https://laurel.example")),
                                "/sign-in/window")
                        .taking("POST"),
                Route.of(Access.SIGNED_IN, new SignOutServlet(sessions), "/sign-out")
                        .taking("POST"),
                Route.of(Access.SIGNED_IN, new Form(sessions), "/my/*"));
    }

    /** The token of the session's forms, and what would take it to a window. */
    private static final class Form extends HttpServlet {
        private final transient Sessions sessions;

        Form(Sessions sessions) {
            this.sessions = sessions;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .write(sessions.formToken(request) + " "
                            + sessions.ticket(request).orElse(""));
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> get(String path, String... headers) {
        return browser.send(browser.request(path).headers(headers));
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        return browser.send(browser.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .headers(headers)
                .POST(BodyPublishers.ofString(Browser.query(form))));
    }

    private HttpResponse<String> signIn(String... headers) {
        Map<String, String> before = new HashMap<>(browser.cookies);
        browser.cookies.remove(IN_WINDOW);
        String page = get("/sign-in", WINDOW).body();
        browser.cookies.putAll(before);
        String csrf = page.replaceFirst("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        return post("/sign-in", Map.of("csrf", csrf, "token", Site.TOKEN), headers);
    }

    private String session(String... headers) {
        return get("/my/", headers).body().split(" ")[0];
    }

    private String ticket(String... headers) {
        return get("/my/", headers).body().split(" ")[1];
    }

    @Test
    void session_begunInAFrame_isKeptForThePageAroundIt() {
        String set = signIn(FRAME).headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set)
                .startsWith(IN_FRAME + "=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=None", "; Partitioned")
                .doesNotContain("Domain");
        assertThat(signIn(WINDOW).headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith(IN_WINDOW + "=")
                .contains("; SameSite=Lax")
                .doesNotContain("Partitioned");
    }

    @Test
    void frameAndWindow_ofOneSite_whereTheBrowserBringsBoth_haveEachTheirOwn() {
        signIn(WINDOW);
        String ofWindow = session(WINDOW);
        assertThat(get("/my/", FRAME).statusCode())
                .as("nobody in the frame yet")
                .isEqualTo(302);
        signIn(FRAME);
        String ofFrame = session(FRAME);
        assertThat(plain(ofFrame)).isNotEqualTo(plain(ofWindow));
        assertThat(browser.cookies).containsKeys(IN_WINDOW, IN_FRAME);
        assertThat(plain(session(WINDOW))).isEqualTo(plain(ofWindow));
        assertThat(post("/sign-out", Map.of("csrf", ofWindow), FRAME).statusCode())
                .as("a form of the window")
                .isEqualTo(403);

        HttpResponse<String> out = post("/sign-out", Map.of("csrf", ofFrame), FRAME);
        assertThat(Browser.location(out)).endsWith("/sign-in");
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith(IN_FRAME + "=;")
                .contains("; Partitioned");
        assertThat(get("/my/", FRAME).statusCode()).isEqualTo(302);
        assertThat(plain(session(WINDOW))).isEqualTo(plain(ofWindow));
    }

    /** A session's token looks otherwise on each page: random bytes, then the token mixed with them. */
    private static String plain(String token) {
        byte[] masked = Base64.getUrlDecoder().decode(token);
        byte[] plain = new byte[masked.length / 2];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (byte) (masked[i] ^ masked[plain.length + i]);
        }
        return new String(plain, StandardCharsets.US_ASCII);
    }

    @Test
    void picture_inAFrame_isAskedForByItsSession() {
        signIn(FRAME);
        assertThat(plain(session(PICTURE))).isEqualTo(plain(session(FRAME)));
    }

    @Test
    void ticket_opensAWindowWithTheSameSession_butOnlyFromAPageOfOurs() {
        signIn(FRAME);
        Map<String, String> form = Map.of("ticket", ticket(FRAME), "to", "/my/x?y=1");
        for (String[] foreign : new String[][] {
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"},
            {"Origin", "null"},
            {"Origin", "https://evil.example"}
        }) {
            HttpResponse<String> forged = post("/sign-in/window", form, foreign);
            assertThat(forged.statusCode()).as(foreign[1]).isEqualTo(403);
        }
        assertThat(browser.cookies).doesNotContainKey(IN_WINDOW);
        HttpResponse<String> opened =
                post("/sign-in/window", form, "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Dest", "document");
        assertThat(Browser.location(opened)).endsWith("/my/x?y=1");
        assertThat(plain(session(WINDOW))).isNotEqualTo(plain(session(FRAME)));
        assertThat(get("/my/", WINDOW).statusCode()).isEqualTo(200);
    }

    @Test
    void ticket_thatIsOldOrForgedOrOfASessionThatIsOver_signsNobodyIn() {
        signIn(FRAME);
        String old = ticket(FRAME);
        now.set(now.get().plus(Duration.ofMinutes(11)));
        String over = ticket(FRAME);
        assertThat(opens(old)).as("old").isFalse();
        assertThat(opens("")).as("none").isFalse();
        assertThat(opens("é%")).as("no base64").isFalse();
        assertThat(opens(over.replaceFirst("^.", over.startsWith("A") ? "B" : "A")))
                .as("forged")
                .isFalse();
        assertThat(opens(over)).as("good").isTrue();
        post("/sign-out", Map.of("csrf", session(FRAME)), FRAME);
        assertThat(opens(over)).as("over").isFalse();
    }

    @Test
    void ticket_opensNoSessionThatLastsLonger() {
        signIn(FRAME);
        for (int hour = 1; hour < 12; hour++) {
            now.set(now.get().plus(Duration.ofHours(1)));
            get("/my/", FRAME);
        }
        assertThat(opens(ticket(FRAME))).isTrue();
        now.set(now.get().plus(Duration.ofHours(1)));
        assertThat(get("/my/", WINDOW).statusCode()).isEqualTo(302);
    }

    private boolean opens(String ticket) {
        browser.cookies.remove(IN_WINDOW);
        HttpResponse<String> opened = post(
                "/sign-in/window",
                Map.of("ticket", ticket, "to", "//evil.example/"),
                "Origin",
                "https://laurel.example");
        assertThat(Browser.location(opened)).endsWith("/").doesNotContain("evil");
        return get("/my/", WINDOW).statusCode() == 200;
    }
}
