package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.deliver.Deliveries;
import org.laurelbridge.bridge.deliver.Deliveries.Filter;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.deliver.OwnGrades.Grade;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.health.Figures.Brought;
import org.laurelbridge.bridge.health.Figures.Count;
import org.laurelbridge.bridge.health.Figures.SourceFigures;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.listen.Unreadable;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.AccountStore;
import org.laurelbridge.bridge.store.CourseStore;
import org.laurelbridge.bridge.store.OwnGradeStore;
import org.laurelbridge.bridge.store.PeopleStore;
import org.laurelbridge.bridge.store.RuleDocumentStore;
import org.laurelbridge.bridge.store.StatementStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.mapping.VoidReach;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.AssetServlet;
import org.laurelbridge.webapp.server.Assets;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;
import org.laurelbridge.xapi.Problem;

/** The pages of an administrator on a real server and a real database. */
class AdminPagesTest {
    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final String ESCAPED = "&lt;script&gt;";

    private final TestDatabase database = TestDatabase.sqlite();
    private final PeopleStore people = new PeopleStore(database.database());
    private final CourseStore courses = new CourseStore(database.database());
    private final OwnGradeStore grades = new OwnGradeStore(database.database());
    private final StatementStore statements = new StatementStore(database.database());
    private final Outbox outbox = mock(Outbox.class);
    private final Deliveries deliveries = mock(Deliveries.class);
    private final Awards awards = mock(Awards.class);
    private final Site site = new Site(this::routes);

    private List<Route> routes(Sessions sessions, Pages pages) {
        when(outbox.by(any())).thenReturn(outbox);
        Names names = new Names(
                people,
                awards,
                new AccountStore(database.database()),
                new RuleBook(new RuleDocumentStore(database.database()), Site.CLOCK),
                mock(LtiPlatforms.class));
        Figures.Snapshot figures = new Figures.Snapshot(
                7950,
                2,
                Site.NOW.minusSeconds(180),
                300,
                12,
                40,
                3,
                1,
                4,
                90,
                1,
                List.of(new Count("valid", 50), new Count("review", 2), new Count("proposed", 4)),
                5,
                List.of(new Count("delivered", 40), new Count("stuck", 3)),
                List.of(
                        new SourceFigures(
                                HOSTILE, Site.NOW.minusSeconds(90), false, null, "no answer", new Brought(0, 0L, 0, 0)),
                        new SourceFigures(
                                "lrs:00000000-0000-0000-0000-000000000001:campus",
                                Site.NOW.minusSeconds(700),
                                true,
                                Instant.parse("2026-02-28T08:15:00Z"),
                                "it is busy",
                                new Brought(5_120, 20L, 88, 12)),
                        new SourceFigures(
                                "sender:app", Site.NOW.minusSeconds(70), true, null, null, new Brought(9, null, 2, 0)),
                        new SourceFigures(
                                "file:lms:course.jsonl:0a1b2c", Site.NOW.minusSeconds(9000), true, null, null, null)));
        return List.of(
                Route.of(Access.PUBLIC, new AssetServlet(), "/assets/*"),
                Route.of(Access.SIGNED_IN, new SignOutServlet(sessions), "/sign-out")
                        .taking("POST"),
                Route.of(
                        Access.ADMINISTRATOR,
                        new HealthServlet(
                                new HealthDesk(
                                        () -> figures,
                                        awards,
                                        courses,
                                        List::of,
                                        () -> new FirstSteps.Done(true, true, true, true, true),
                                        () -> new Disk(500_000_000, 80_000_000_000L)),
                                sessions,
                                pages,
                                Site.CLOCK),
                        "/admin"),
                Route.of(
                                Access.ADMINISTRATOR,
                                new UnknownServlet(people, Mapping::standard, sessions, pages, Site.CLOCK),
                                "/admin/unknown")
                        .taking("GET", "POST"),
                Route.of(
                        Access.ADMINISTRATOR,
                        new GradebookServlet(grades, names, sessions, pages, Site.CLOCK),
                        "/admin/gradebook"),
                Route.of(Access.ADMINISTRATOR, new GradebookCsvServlet(grades), "/admin/gradebook.csv"),
                Route.of(
                                Access.ADMINISTRATOR,
                                new DeliveriesServlet(deliveries, outbox, names, sessions, pages, Site.CLOCK),
                                "/admin/deliveries")
                        .taking("GET", "POST"),
                Route.of(
                        Access.ADMINISTRATOR,
                        new QuarantineServlet(statements, sessions, pages, Site.CLOCK),
                        "/admin/quarantine"));
    }

    @AfterEach
    void close() {
        site.close();
        database.close();
    }

    @Test
    void page_withoutSession_leadsToSignIn() {
        HttpResponse<String> answer = site.get("/admin");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?to=%2Fadmin");
    }

    @Test
    void session_endsWithItsToken() {
        site.signIn();
        assertThat(site.get("/admin").statusCode()).isEqualTo(200);

        site.revoke();

        assertThat(site.get("/admin").statusCode()).isEqualTo(302);
    }

    @Test
    void signOut_endsTheSession() {
        String csrf = site.signIn().csrf("/admin");

        HttpResponse<String> answer = site.post("/sign-out", Map.of("csrf", csrf));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("laurel=;");
    }

    @Test
    void health_tellsWhatWaitsForAPerson() {
        String body = site.signIn().get("/admin").body();

        assertThat(body)
                .contains("7,950", "2 batches wait, the oldest for 3 min", "3 deliveries are stuck.")
                .contains(
                        "2 awards are under review",
                        "4 awards wait for approval",
                        "1 statement is in quarantine",
                        "no answer",
                        "90 s")
                .contains(ESCAPED)
                .doesNotContain(HOSTILE);
    }

    @Test
    void health_tellsOfAnLrsThatHasNotAnsweredForTenMinutes() {
        assertThat(site.signIn().get("/admin").body())
                .contains("campus has not answered for 11 min: it is busy", "/admin/connections/campus")
                .contains("28 Feb 2026, 08:15 UTC")
                .doesNotContain(ESCAPED + "alert(1)&lt;/script&gt; has not answered")
                .doesNotContain("00000000-0000");
    }

    @Test
    void health_tellsOfEachSourceWhatItBrought_andOfTheDisk() {
        String body = site.signIn().get("/admin").body();
        assertThat(body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .contains("Trouble it is busy", "5,120 5,012 88 12", "app sends", "Good", "9 under way 2 0", "never")
                .contains("Only 0.5 GB are free", "0.5 GB free of 80 GB");
    }

    @Test
    void health_countsWhatWasGivenAlone() {
        assertThat(site.signIn().get("/admin").body()).containsPattern("52</[^>]+>\\s*<[^>]+>awards");
    }

    @Test
    void health_namesAReplayedFileByItsName() {
        assertThat(site.signIn().get("/admin").body())
                .contains("course.jsonl", "a file, replayed as lms")
                .doesNotContain("0a1b2c");
    }

    @Test
    void health_tellsWhichRulesAreSwitchedOff() {
        when(awards.listTroubles()).thenReturn(List.of(new Awards.Trouble("quiz", 3, "it failed", Site.NOW, Site.NOW)));

        assertThat(site.signIn().get("/admin").body()).contains("The rule quiz@3 is switched off: it failed");
    }

    @Test
    void unknown_joinedToAPerson_isThatPerson() {
        PersonId ada = people.add("Ada", List.of(new Identifier("email", "", "ada@example.org")), Site.NOW);
        Map<String, String> form = new HashMap<>(Map.of("kind", "account", "scope", "https://lms.example"));
        form.put("value", "42");
        form.put("person", " Ada@example.org ");
        form.put("csrf", site.signIn().csrf("/admin"));

        HttpResponse<String> answer = site.post("/admin/unknown", form);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(people.find(new Identifier("account", "https://lms.example", "42")))
                .contains(ada);
        assertThat(site.get("/admin/unknown?done=joined").body()).contains("The actor was joined.");
    }

    @Test
    void unknown_joinedByName_saysWho_andAsksWhereThatIsNotSure() {
        PersonId ada = people.add("Ada Archer", List.of(new Identifier("email", "", "ada@example.org")), Site.NOW);
        Map<String, String> form = new HashMap<>(Map.of("kind", "account", "scope", "https://lms.example"));
        form.put("value", "42");
        form.put("person", "ada");
        form.put("csrf", site.signIn().csrf("/admin"));
        assertThat(site.post("/admin/unknown", form).body()).contains("Who is meant by", "Ada Archer", ada.toString());
        form.put("person", "ada archer");

        HttpResponse<String> answer = site.post("/admin/unknown", form);

        String there = answer.headers().firstValue("Location").orElseThrow();
        assertThat(there).endsWith("done=joined&person=" + ada);
        assertThat(site.get(there.substring(there.indexOf("/admin"))).body())
                .contains("The actor is", ">Ada Archer</a> now.");
    }

    @Test
    void unknown_joinedToNobody_saysSo() {
        Map<String, String> form = new HashMap<>(Map.of("kind", "account", "scope", "", "value", "42"));
        form.put("person", UUID.randomUUID().toString());
        form.put("csrf", site.signIn().csrf("/admin"));

        assertThat(site.post("/admin/unknown", form)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/admin/unknown?done=no-such-person");
    }

    @Test
    void form_withoutTheSessionsToken_isRefused() {
        assertThat(site.signIn()
                        .post("/admin/deliveries", Map.of("delivery", "all"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void notice_ofAnotherWord_showsNothing() {
        assertThat(site.signIn().get("/admin?done=%3Cscript%3E").body()).doesNotContain("<script>");
    }

    @Test
    void gradebook_showsGradesWithNamesEscaped() {
        PersonId person = people.add(HOSTILE, List.of(new Identifier("email", "", "x@example.org")), Site.NOW);
        AwardId award = new AwardId(UUID.randomUUID());
        grades.save(
                new Grade("quiz", person, award, new BigDecimal("80"), new BigDecimal("100"), "well done", Site.NOW));

        String body = site.signIn().get("/admin/gradebook").body();

        assertThat(body).contains("80 of 100", "well done", ESCAPED).doesNotContain(HOSTILE);
        assertThat(site.get("/admin/gradebook.csv").body())
                .startsWith("badge,person,name")
                .contains("80,100");
    }

    @Test
    void deliveries_inAnUnknownState_areNotFound() {
        assertThat(site.signIn().get("/admin/deliveries?state=lost").statusCode())
                .isEqualTo(404);
    }

    @Test
    void deliveries_showWhyOneIsStuck() {
        Filter filter = new Filter(Outbox.State.STUCK, "campus-moodle", null);
        when(deliveries.list(filter, 0, 51)).thenReturn(Collections.nCopies(51, stuck()));
        when(deliveries.countStuck(filter)).thenReturn(73L);

        String body = site.signIn()
                .get("/admin/deliveries?state=stuck&target=campus-moodle")
                .body();

        assertThat(body)
                .contains("campus-moodle", "course 2", "Send again", ESCAPED, "Send the 73 stuck ones of these again")
                .contains("/admin/deliveries?state=stuck&amp;target=campus-moodle&amp;learner=&amp;before=7")
                .doesNotContain(HOSTILE);
    }

    @Test
    void delivery_thatIsStuck_isSentAgain() {
        when(outbox.sendAgain(7, Site.NOW)).thenReturn(true);
        String csrf = site.signIn().csrf("/admin/deliveries");

        HttpResponse<String> answer = site.post("/admin/deliveries", Map.of("delivery", "7", "csrf", csrf));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("done=sent-again");
        verify(outbox).sendAgain(7, Site.NOW);
    }

    @Test
    void quarantine_showsWhyAndTheBeginningOfWhatWasSent() {
        Problem problem = new Problem("/actor", HOSTILE, "an agent", "1.0.3 Data 2.4.2");
        String raw = HOSTILE + "x".repeat(5_000);
        Unreadable unreadable = new Unreadable(null, raw, List.of(problem));
        statements.append(
                List.of(new Submission("lrs", Submission.Manner.TAKEN, List.of(), List.of(unreadable))),
                (source, authority) -> VoidReach.ANYTHING,
                Site.NOW);

        String body = site.signIn().get("/admin/quarantine").body();

        assertThat(body)
                .contains("/actor: found &lt;script&gt;", "expected an agent")
                .doesNotContain(HOSTILE);
        assertThat(body).contains("xxx …").doesNotContain("x".repeat(700));
    }

    private static Deliveries.Line stuck() {
        Outbox.Listed delivery = new Outbox.Listed(
                7,
                new AwardId(UUID.randomUUID()),
                "quiz",
                "campus-moodle",
                "2",
                1,
                Outbox.State.STUCK,
                9,
                Site.NOW,
                HOSTILE,
                Site.NOW,
                null);
        return new Deliveries.Line(delivery, UUID.randomUUID(), "Ada");
    }

    @Test
    void delivery_thatIsNotStuck_isNotSentAgain() {
        String csrf = site.signIn().csrf("/admin/deliveries");

        HttpResponse<String> answer = site.post("/admin/deliveries", Map.of("delivery", "7", "csrf", csrf));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("done=not-stuck");
    }

    @Test
    void asset_packed_isKnownByItsTag() {
        HttpResponse<String> first = site.get(Assets.at("laurel.css"), "Accept-Encoding", "gzip");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(site.get(Assets.at("laurel.css"), "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(site.get(Assets.at("bootstrap.css"), "Accept", "text/css").body())
                .contains("Bootstrap");
    }
}
