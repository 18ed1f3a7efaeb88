package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.store.SharingStore;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** What others see of an award is chosen for its learner: story L3. */
class SharingPagesTest {
    private final Course course = new Course();
    private final Sharing.Choices choices = new SharingStore(course.database);
    private final Site site = new Site(this::routes).signIn();
    private final Award award = course.award();
    private final String sharing = "/admin/awards/" + award.id() + "/sharing";
    private final String hosted = "/admin/awards/" + award.id() + "/hosted";

    private List<Route> routes(Sessions sessions, Pages pages) {
        Choosing choosing = new Choosing(course.awards, choices, course.rules, course.addresses, Site.CLOCK);
        Standings standings = new Standings(
                course.awards, course.explanations, course.standings, course.attesting, course.rules, course.addresses);
        return List.of(
                Route.of(
                        Access.ADMINISTRATOR,
                        new PersonServlet(course.people, standings, sessions, pages, Site.CLOCK),
                        "/admin/people/*"),
                Route.of(
                                Access.ADMINISTRATOR,
                                new SharingServlet(
                                        course.awards,
                                        choosing,
                                        new AdminSharing(course.awards, course.people, sessions, Site.CLOCK),
                                        pages),
                                "/admin/awards/*")
                        .taking("GET", "POST"));
    }

    @AfterEach
    void close() {
        site.close();
        course.close();
    }

    private HttpResponse<String> choose(String... on) {
        Map<String, String> form = new HashMap<>(Map.of("csrf", site.csrf(sharing)));
        for (String name : on) {
            form.put(name, "yes");
        }
        return site.post(sharing, form);
    }

    @Test
    void page_saysWhatEachOpens_andHowItStands() {
        String body = site.get(sharing).body();

        assertThat(body)
                .contains(
                        "What is shown of Kubernetes fundamentals", "Ada &lt;script&gt;", "/admin/people/" + course.ada)
                .contains("Anyone who has its address sees", "name=\"evidence\" value=\"yes\" checked")
                .doesNotContain(
                        "<script>", "name=\"public\" value=\"yes\" checked", "name=\"score\" value=\"yes\" checked");
        assertThat(site.get("/admin/people/" + course.ada).body()).contains("href=\"" + sharing + "\"");
    }

    @Test
    void choices_areKeptAsTicked() {
        assertThat(choose("public", "score", "hosted")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith(sharing + "?done=sharing-saved");
        assertThat(course.award().isPublic()).isTrue();
        assertThat(choices.find(award.id())).isEqualTo(new Sharing(false, true, false, true));
        assertThat(site.get(sharing).body()).contains("name=\"score\" value=\"yes\" checked");

        choose("evidence", "plain");
        assertThat(course.award().isPublic()).isFalse();
        assertThat(choices.find(award.id())).isEqualTo(new Sharing(true, false, true, false));
    }

    @Test
    void hosted_isOpenedOnceSomebodySaidYes_andNothingElseChanges() {
        choose("evidence", "score");
        assertThat(site.get(hosted).body())
                .contains(
                        "anyone who has its address can read it as a file for programs",
                        "The learner agrees",
                        "Ada &lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(choices.find(award.id()).hosted()).isFalse();

        HttpResponse<String> answer = site.post(hosted, Map.of("csrf", site.csrf(hosted)));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("done=hosted-opened");
        assertThat(choices.find(award.id())).isEqualTo(new Sharing(true, true, false, true));
        assertThat(course.award().isPublic()).isFalse();
    }

    @Test
    void forms_withoutTheSessionsToken_areRefused() {
        assertThat(site.post(sharing, Map.of("public", "yes")).statusCode()).isEqualTo(403);
        assertThat(site.post(hosted, Map.of()).statusCode()).isEqualTo(403);
        assertThat(choices.find(award.id())).isEqualTo(Sharing.UNCHOSEN);
    }

    @Test
    void otherAddresses_areNotThere() {
        for (String path : List.of(
                "/admin/awards/x/sharing",
                "/admin/awards/" + UUID.randomUUID() + "/sharing",
                sharing + "/x",
                "/admin/awards/" + award.id(),
                "/admin/awards/" + award.id() + "/else")) {
            assertThat(site.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
