package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.store.FrameworkStore;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** The page of frameworks on a real server and a real database. */
class FrameworksPageTest {
    private static final String PATH = "/admin/frameworks";

    private final Course course = new Course();
    private final FrameworkStore frameworks = new FrameworkStore(course.database);
    private final Site site = new Site(this::routes);

    private List<Route> routes(Sessions sessions, Pages pages) {
        return List.of(Route.of(
                        Access.ADMINISTRATOR,
                        new FrameworksServlet(
                                frameworks,
                                course.rules,
                                (badge, version, framework) -> List.of(),
                                sessions,
                                pages,
                                Site.CLOCK),
                        PATH)
                .taking("GET", "POST")
                .uploading(FrameworksServlet.MOST_UPLOAD));
    }

    @AfterEach
    void close() {
        site.close();
        course.close();
    }

    private HttpResponse<String> send(Map<String, String> fields, String file) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("csrf", site.csrf(PATH));
        return site.upload(PATH, all, "ropes.csv", file);
    }

    @Test
    void upload_isTakenIn_searched_andItsUpdateNamesTheBadges() {
        course.apply(Course.badge("knots", "align: [{framework: Ropes, code: K1}]"));
        site.signIn();
        assertThat(site.get(PATH).body()).contains("No framework was imported yet.", "Take in a file");

        HttpResponse<String> taken = send(
                Map.of("name", "Ropes", "version", "1"),
                "code,name,url\nK1," + Course.HOSTILE + ",https://k.example/1\nK2,Sails,\n");

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body())
                .contains("Ropes was taken in: 2 items, of which 2 are new", "plain CSV", "role=\"status\"")
                .doesNotContain("point to what is not there");
        long id = frameworks.list(Site.NOW).get(0).id();
        assertThat(site.get(PATH + "?framework=" + id + "&query=script+ALERT").body())
                .contains("&lt;script&gt;", "href=\"https://k.example/1\"")
                .contains("{framework: \"Ropes\", code: \"K1\"}")
                .doesNotContain("<script>", "Sails");
        assertThat(site.get(PATH + "?framework=" + id + "&query=zebra").body()).contains("No item has these words.");

        assertThat(send(Map.of("name", "ROPES"), "code,name\nK2,Sails\n").body())
                .contains(
                        "1 are retired now",
                        "Badges that point to what is not there any more",
                        "/badges/knots/1",
                        "is retired since 1 March 2026");
        assertThat(site.get(PATH + "?framework=" + id + "&query=K1").body()).contains("Retired");
    }

    @Test
    void upload_withMistakes_tellsThem() {
        site.signIn();

        HttpResponse<String> refused = send(Map.of("name", "Ropes"), "code,name\nK1,\n,\"" + Course.HOSTILE + "\"\n");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "Nothing was taken in",
                        "line 2/name: found nothing",
                        "line 3/code: found nothing",
                        "role=\"alert\"")
                .doesNotContain("<script>");
        assertThat(frameworks.list(Site.NOW)).isEmpty();
    }

    @Test
    void upload_withoutTheSessionsToken_orTooLarge_isRefused() {
        site.signIn();

        assertThat(send(Map.of("csrf", "guess", "name", "Ropes"), "code,name\nA,B\n")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(Map.of("name", "Ropes"), "x".repeat(FrameworksServlet.MOST_UPLOAD))
                        .statusCode())
                .isEqualTo(413);
        assertThat(site.post(PATH, Map.of("csrf", site.csrf(PATH))).statusCode())
                .isEqualTo(400);
        assertThat(frameworks.list(Site.NOW)).isEmpty();
    }

    @Test
    void search_pageByPage() {
        site.signIn();
        StringBuilder rows = new StringBuilder("code,name\n");
        for (int i = 0; i < 60; i++) {
            rows.append("K").append(i).append(",Knot ").append(i).append('\n');
        }
        send(Map.of("name", "Ropes"), rows.toString());
        long id = frameworks.list(Site.NOW).get(0).id();

        String first = site.get(PATH + "?framework=" + id + "&query=knot").body();
        String next =
                first.replaceAll("(?s).*href=\"([^\"]+)\">Next page.*", "$1").replace("&amp;", "&");

        assertThat(first).contains(">K49\n").doesNotContain(">K50\n");
        assertThat(site.get(next).body()).contains(">K50\n", ">K59\n").doesNotContain("Next page", ">K49\n");
        assertThat(site.get(PATH + "?framework=" + id + "&after=x").statusCode())
                .isEqualTo(400);
        assertThat(site.get(PATH + "?framework=99").statusCode()).isEqualTo(200);
    }
}
