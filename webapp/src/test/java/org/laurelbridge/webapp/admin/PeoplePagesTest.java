package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Showing;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.AdminSessions;

/** People and their badges, from real decisions. */
class PeoplePagesTest {
    private final Course course = new Course();
    private final Outbox outbox = mock(Outbox.class);
    private final Site site = new Site(this::routes);
    private final String ada = "/admin/people/" + course.ada;

    private List<Route> routes(AdminSessions sessions, Pages pages) {
        Standings standings = new Standings(course.awards, course.explanations, course.rules, course.addresses);
        return List.of(
                Route.of(Access.PUBLIC, new SignInServlet(sessions, pages, Site.CLOCK), "/sign-in")
                        .taking("GET", "POST"),
                Route.of(
                        Access.ADMINISTRATOR,
                        new DeliveriesServlet(outbox, course.awards, course.people, sessions, pages, Site.CLOCK),
                        "/admin/deliveries"),
                Route.of(
                        Access.ADMINISTRATOR,
                        new PeopleServlet(course.people, course.awards, sessions, pages, Site.CLOCK),
                        "/admin/people"),
                Route.of(
                        Access.ADMINISTRATOR,
                        new PersonServlet(course.people, standings, sessions, pages, Site.CLOCK),
                        "/admin/people/*"),
                Route.of(
                                Access.ADMINISTRATOR,
                                new ReviewServlet(
                                        course.awards, course.people, course.verdicts, sessions, pages, Site.CLOCK),
                                "/admin/review")
                        .taking("GET", "POST"),
                Route.of(
                                Access.ADMINISTRATOR,
                                new ShowServlet(course.awards, new Showing(course.awards, Site.CLOCK)),
                                "/admin/show")
                        .taking("POST"));
    }

    @AfterEach
    void close() {
        site.close();
        course.close();
    }

    @Test
    void people_areListedWithTheirBadges() {
        assertThat(site.signIn().get("/admin/people").body())
                .contains("email ada@example.org", ada, ">1</td>", "Ada &lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void deliveries_sayWhoseTheyAre() {
        Outbox.Listed delivery = new Outbox.Listed(
                7, course.award().id(), "quiz", "own", "", 1, Outbox.State.DELIVERED, 1, Site.NOW, null);
        when(outbox.list(null, null, 201)).thenReturn(List.of(delivery));

        assertThat(site.signIn().get("/admin/deliveries").body()).contains("Ada &lt;script&gt;");
    }

    @Test
    void people_afterTheLast_areNone() {
        assertThat(site.signIn()
                        .get("/admin/people?after=ffffffff-ffff-ffff-ffff-ffffffffffff")
                        .body())
                .contains("Nobody is known yet");
    }

    @Test
    void merged_leadsToTheOneWhoWasKept_whoShowsBothBadges() {
        PersonId bob = course.people.add("Bob", List.of(new Identifier("email", "", "nobody@example.org")), Site.NOW);
        course.settle();
        course.people.merge(course.ada, bob, "one and the same", Site.NOW);
        course.settle();

        assertThat(site.signIn().get("/admin/people/" + bob).body())
                .contains("Ada &lt;script&gt;", "nobody@example.org", "Replaced", "Valid")
                .doesNotContain("Bob");
        assertThat(site.get("/admin/people").body()).contains(">1</td>").doesNotContain("Bob");
    }

    @Test
    void person_showsWhyAndWhyNotYet() {
        String body = site.signIn().get(ada).body();

        assertThat(body)
                .contains("Kubernetes fundamentals", "Valid", "1 March 2026", "Not earned yet")
                .contains("Score at least 80 % on Kubernetes quiz", "Score at least 80 % on Lab &lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void person_unknown_isNotFound() {
        assertThat(site.signIn()
                        .get("/admin/people/ffffffff-ffff-ffff-ffff-ffffffffffff")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.get("/admin/people/ada").statusCode()).isEqualTo(404);
    }

    @Test
    void review_listsWhatLostItsEvidence_andKeepsItWhenToldSo() {
        course.voidAll();
        String csrf = site.signIn().csrf("/admin/review");
        String award = course.award().id().toString();
        assertThat(site.get("/admin/review").body())
                .contains("Ada &lt;script&gt;", award, "its evidence no longer supports it")
                .doesNotContain("<script>");

        HttpResponse<String> kept = site.post(
                "/admin/review", Map.of("csrf", csrf, "award", award, "verdict", "keep", "why", "seen on paper"));

        assertThat(kept.headers().firstValue("Location").orElseThrow()).endsWith("/admin/review?done=kept");
        assertThat(course.award().status()).isEqualTo(AwardStatus.VALID);
        assertThat(site.get("/admin/review").body()).contains("No award is under review.");
    }

    @Test
    void review_takesBack() {
        course.voidAll();
        String csrf = site.signIn().csrf("/admin/review");
        Map<String, String> form =
                Map.of("csrf", csrf, "award", course.award().id().toString(), "verdict", "revoke", "why", "copied");

        assertThat(site.post("/admin/review", form)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("done=revoked");

        assertThat(course.award().status()).isEqualTo(AwardStatus.REVOKED);
        assertThat(site.post("/admin/review", form)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("done=changed-meanwhile");
    }

    @Test
    void show_makesAnAwardPublicAndPrivateAgain() {
        String csrf = site.signIn().csrf(ada);
        String award = course.award().id().toString();

        HttpResponse<String> shown = site.post("/admin/show", Map.of("csrf", csrf, "award", award, "public", "yes"));

        assertThat(shown.headers().firstValue("Location").orElseThrow()).endsWith(ada + "?done=made-public");
        assertThat(course.award().isPublic()).isTrue();
        site.post("/admin/show", Map.of("csrf", csrf, "award", award, "public", "no"));
        assertThat(course.award().isPublic()).isFalse();
    }
}
