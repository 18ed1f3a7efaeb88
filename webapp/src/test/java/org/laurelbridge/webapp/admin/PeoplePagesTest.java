package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.webapp.Course.badge;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Showing;
import org.laurelbridge.bridge.deliver.Deliveries;
import org.laurelbridge.bridge.deliver.Deliveries.Filter;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.AccountStore;
import org.laurelbridge.bridge.store.LtiPlatformStore;
import org.laurelbridge.bridge.store.ReturnStore;
import org.laurelbridge.bridge.store.WaitingStore;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.review.ReviewDesk;
import org.laurelbridge.webapp.review.ReviewServlet;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.webapp.teach.Approvals;
import org.laurelbridge.webapp.teach.Cases;
import org.laurelbridge.webapp.teach.Deciding;

/** People and their badges, from real decisions. */
class PeoplePagesTest {
    private final Course course = new Course();
    private final Deliveries deliveries = mock(Deliveries.class);
    private final Site site = new Site(this::routes);
    private final String ada = "/admin/people/" + course.ada;

    private List<Route> routes(Sessions sessions, Pages pages) {
        Names names = new Names(
                course.people,
                course.awards,
                new AccountStore(course.database),
                course.rules,
                mock(LtiPlatforms.class));
        Standings standings = new Standings(
                course.awards, course.explanations, course.standings, course.attesting, course.rules, course.addresses);
        return List.of(
                Route.of(
                        Access.ADMINISTRATOR,
                        new DeliveriesServlet(deliveries, mock(Outbox.class), names, sessions, pages, Site.CLOCK),
                        "/admin/deliveries"),
                Route.of(
                        Access.ADMINISTRATOR,
                        new PeopleServlet(course.people, course.awards, sessions, pages, Site.CLOCK),
                        "/admin/people"),
                Route.of(
                        Access.ADMINISTRATOR,
                        new PersonServlet(course.people, standings, sessions, pages, Site.CLOCK),
                        "/admin/people/*"),
                Route.of(Access.ADMINISTRATOR, new ReviewServlet(review(), sessions, pages), "/admin/review")
                        .taking("GET", "POST"),
                Route.of(
                                Access.ADMINISTRATOR,
                                new ShowServlet(course.awards, new Showing(course.awards, Site.CLOCK)),
                                "/admin/show")
                        .taking("POST"));
    }

    private ReviewDesk review() {
        ReturnStore returns = new ReturnStore(course.database);
        return new ReviewDesk(
                course.awards,
                new WaitingStore(course.database, new LtiPlatformStore(course.database)),
                course.people,
                course.rules,
                new Cases(course.explanations, new Approvals(course.explanations, course.attesting, returns)),
                new Deciding(course.verdicts, returns, Site.CLOCK));
    }

    @AfterEach
    void close() {
        site.close();
        course.close();
    }

    @Test
    void people_areListedWithTheirBadges() {
        assertThat(site.signIn().get("/admin/people").body())
                .contains(">ada@example.org<", ada, ">1</td>", "Ada &lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void deliveries_sayWhoseTheyAre() {
        Outbox.Listed delivery = new Outbox.Listed(
                7,
                course.award().id(),
                "quiz",
                "own",
                "",
                1,
                Outbox.State.DELIVERED,
                1,
                Site.NOW,
                null,
                Site.NOW,
                Site.NOW);
        when(deliveries.list(new Filter(null, null, null), 0, 51))
                .thenReturn(List.of(new Deliveries.Line(delivery, course.ada.value(), "Ada <script>")));

        assertThat(site.signIn().get("/admin/deliveries").body())
                .contains("Ada &lt;script&gt;", "Kubernetes fundamentals", "Laurel's own gradebook", "It arrived on")
                .contains("1 Mar 2026, 12:00 UTC");
    }

    @Test
    void people_areSortedByName_aPageAtATime_andFoundByPartsOfWhatTheyAreCalled() {
        for (int i = 0; i < 55; i++) {
            Identifier id = new Identifier("username", "", "u%02d".formatted(54 - i));
            course.people.add((i % 2 == 0 ? "bea %02d" : "Bob %02d").formatted(54 - i), List.of(id), Site.NOW);
        }
        String first = site.signIn().get("/admin/people").body();
        String last = site.get("/admin/people?page=2").body();

        assertThat(first.indexOf(">Ada")).isBetween(0, first.indexOf(">bea 00"));
        assertThat(first).containsSubsequence(">bea 00", ">bea 02", ">Bob 01").contains("/admin/people?page=2");
        assertThat(last).contains(">Bob 53", "/admin/people?page=1").doesNotContain(">bea");
        assertThat(site.get("/admin/people?name=BOB+07").body())
                .contains(">Bob 07")
                .doesNotContain(">bea", ">Bob 09");
        assertThat(site.get("/admin/people?name=u09").body())
                .contains(">Bob 09")
                .doesNotContain(">Bob 07");
        assertThat(site.get("/admin/people?name=%25").body()).contains("Nobody is called so.");
        assertThat(site.get("/admin/people?page=0").statusCode()).isEqualTo(400);
    }

    @Test
    void whatCannotBeTakenBackLightly_asksFirst_andSaysWhatFollows() {
        String body = site.signIn().get(ada).body();

        assertThat(body)
                .containsSubsequence("<summary", "Separate", "wait again", "Separate</button>")
                .containsSubsequence("<summary", "Make public", "theirs to decide", "Make public</button>");
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
                .contains(
                        "Ada &lt;script&gt;",
                        award,
                        "its evidence no longer supports it",
                        "about Kubernetes fundamentals",
                        "class=\"why\"",
                        "Note (required)")
                .doesNotContain("<script>");

        HttpResponse<String> kept = site.post(
                "/admin/review", Map.of("csrf", csrf, "award", award, "verdict", "keep", "why", "seen on paper"));

        assertThat(kept.headers().firstValue("Location").orElseThrow()).endsWith("/admin/review?done=kept");
        assertThat(course.award().status()).isEqualTo(AwardStatus.VALID);
        assertThat(site.get("/admin/review").body()).contains("No award waits for a decision.");
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

    private HttpResponse<String> decide(String badge, String verdict) {
        String csrf = site.signIn().csrf("/admin/review");
        String award = course.award(badge).id().toString();
        return site.post("/admin/review", Map.of("csrf", csrf, "award", award, "verdict", verdict, "why", "seen"));
    }

    private static String done(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*done=", "");
    }

    @Test
    void review_listsWhatWaitsForApproval_andApprovesIt() {
        course.apply(badge("thesis", "award: approve"));
        assertThat(site.signIn().get("/admin/review").body())
                .contains("Waits for approval", "Approve", "Send back", "Decline", "about The thesis")
                .doesNotContain("Under review");

        assertThat(done(decide("thesis", "approve"))).isEqualTo("approved");
        course.settle();

        assertThat(course.award("thesis").status()).isEqualTo(AwardStatus.VALID);
        assertThat(site.get("/admin/review").body()).contains("No award waits for a decision.");
    }

    @Test
    void review_sendsBack_withANoteAlone_andItWaitsForItsLearnerThen() {
        course.apply(badge("thesis", "award: approve"));
        String csrf = site.signIn().csrf("/admin/review");
        String award = course.award("thesis").id().toString();
        Map<String, String> wordless = Map.of("csrf", csrf, "award", award, "verdict", "return", "why", " ");
        assertThat(site.post("/admin/review", wordless).statusCode()).isEqualTo(400);

        assertThat(done(decide("thesis", "return"))).isEqualTo("returned");

        assertThat(new ReturnStore(course.database)
                        .find(course.ada, "thesis")
                        .orElseThrow()
                        .note())
                .isEqualTo("seen");
        assertThat(site.get("/admin/review").body())
                .contains("1 that was sent back to its learner", "sent back, waits for the learner");
    }

    @Test
    void review_declines() {
        course.apply(badge("thesis", "award: approve"));

        assertThat(done(decide("thesis", "decline"))).isEqualTo("declined");

        assertThat(course.award("thesis").status()).isEqualTo(AwardStatus.WITHDRAWN);
    }

    @Test
    void review_listsWhatIsSuspended_andKeepsIt() {
        course.apply(badge("exam", "unsupported: suspend", "settle: 0"));
        course.voidAll();
        assertThat(site.signIn().get("/admin/review").body())
                .contains("Under review", "Suspended", course.award("exam").id().toString());

        assertThat(done(decide("exam", "keep"))).isEqualTo("kept");

        assertThat(course.award("exam").status()).isEqualTo(AwardStatus.VALID);
    }

    @Test
    void review_ofAnotherVerdict_isRefused() {
        course.apply(badge("thesis", "award: approve"));

        assertThat(decide("thesis", "forget").statusCode()).isEqualTo(400);
        assertThat(course.award("thesis").status()).isEqualTo(AwardStatus.PROPOSED);
    }

    @Test
    void person_showsExpiry_whatTheyWereTold_andWhatIsSaidOfThem() {
        course.hear(Course.scored("ada@example.org", "quiz", "0.9").replace("2026-03", "2026-02"));
        course.apply(
                badge("short", "valid: {until: 2026-03-20}", "remind: [30d]"),
                badge("over", "valid: {for: 1d}", "repeat: cycles"),
                badge("gone", "valid: {for: 1d}"));
        course.say("competency", "k8s", "proficient", Course.HOSTILE);

        assertThat(site.signIn().get(ada).body())
                .contains("valid until", "20 March 2026<", "Expired", "2 February 2026<", "cycle 2")
                .contains("The short: it is valid until", "The gone: it was valid until")
                .contains("competency", "k8s", "proficient", "&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void person_whatIsNotGiven_leadsToItsBadge_andCannotBeShown() {
        course.apply(badge("offer", "award: claim"));

        String body = site.signIn().get(ada).body();

        assertThat(body)
                .contains("Not claimed yet", "/badges/offer/1")
                .doesNotContain("/awards/" + course.award("offer").id());
        assertThat(body.split("action=\"/admin/show\"")).hasSize(2);
    }

    @Test
    void people_countWhatTheyHold_andNotWhatIsOver() {
        course.hear(Course.scored("ada@example.org", "quiz", "0.9").replace("2026-03", "2026-02"));
        course.apply(badge("over", "valid: {for: 1d}"), badge("offer", "award: claim"));

        assertThat(site.signIn().get("/admin/people").body()).contains(">1</td>");
    }
}
