package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.record.Courses.Listed;
import org.laurelbridge.bridge.record.Courses.Member;
import org.laurelbridge.bridge.record.Courses.Standing;
import org.laurelbridge.bridge.record.RosterDoubt;
import org.laurelbridge.bridge.store.CourseStore;
import org.laurelbridge.bridge.store.FiguresStore;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.mapping.Mapping;
import org.laurelbridge.webapp.Course;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.server.Access;
import org.laurelbridge.webapp.server.Pages;
import org.laurelbridge.webapp.server.Route;
import org.laurelbridge.webapp.session.Sessions;

/** Who is who and who is where, as administrators see and change it. */
class RosterPagesTest {
    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final org.laurelbridge.bridge.record.Courses.Course MATHS =
            new org.laurelbridge.bridge.record.Courses.Course("https://lms.example", "2");

    private final Course course = new Course();
    private final CourseStore courses = new CourseStore(course.database);
    private final Site site = new Site(this::routes);
    private final String ada = "/admin/people/" + course.ada;

    private List<Route> routes(Sessions sessions, Pages pages) {
        Standings standings = new Standings(
                course.awards, course.explanations, course.standings, course.attesting, course.rules, course.addresses);
        return List.of(
                Route.of(
                        Access.VIEWER,
                        new HealthServlet(
                                new HealthDesk(
                                        new FiguresStore(course.database, Site.CLOCK),
                                        course.awards,
                                        courses,
                                        List::of,
                                        () -> new FirstSteps.Done(false, false, false, false, false),
                                        () -> new Disk(-1, 0)),
                                sessions,
                                pages,
                                Site.CLOCK),
                        "/admin"),
                Route.of(Access.VIEWER, new RostersServlet(courses, sessions, pages, Site.CLOCK), "/admin/rosters")
                        .taking("GET", "POST"),
                Route.of(
                                Access.VIEWER,
                                new UnknownServlet(course.people, Mapping::standard, sessions, pages, Site.CLOCK),
                                "/admin/unknown")
                        .taking("GET", "POST")
                        .uploading(UnknownServlet.MOST_UPLOAD),
                Route.of(Access.VIEWER, new UnknownCsvServlet(course.people), "/admin/unknown.csv"),
                Route.of(
                                Access.VIEWER,
                                new PersonServlet(course.people, standings, sessions, pages, Site.CLOCK),
                                "/admin/people/*")
                        .taking("GET", "POST"));
    }

    @AfterEach
    void close() {
        site.close();
        course.close();
    }

    @Test
    void rosters_withoutAny_sayHowOneComes() {
        assertThat(site.signIn().get("/admin/rosters").body()).contains("No roster is read yet");
        assertThat(site.get("/admin").body()).doesNotContain("/admin/rosters\">1");
    }

    @Test
    void rosters_showHowItStands_andWhatTroublesThem() {
        courses.list("moodle campus", List.of(new Listed(MATHS, "https://lms.example/2", HOSTILE)), Site.NOW, Site.NOW);
        courses.replace(MATHS, List.of(new Member(course.ada, false, true)), Site.NOW, Site.NOW);
        courses.troubled(MATHS, "answered 500", Site.NOW, Site.NOW.plusSeconds(300));
        courses.unlisted("lti other", "invalidtoken", Site.NOW);

        assertThat(site.signIn().get("/admin/rosters").body())
                .contains("&lt;script&gt;", "Used in rules as https://lms.example/2", "moodle campus", ">1</td>")
                .contains("Trouble</span> answered 500", "The courses of lti other cannot be listed: invalidtoken")
                .doesNotContain("<script>");
        assertThat(site.get("/admin").body()).contains("2 rosters cannot be read.");
    }

    @Test
    void roster_isReadNow_whenAnAdministratorWantsIt() {
        courses.list("moodle campus", List.of(new Listed(MATHS, "https://lms.example/2", "M")), Site.NOW, Site.NOW);
        courses.replace(MATHS, List.of(), Site.NOW, Site.NOW.plusSeconds(3_600));
        Map<String, String> form = new HashMap<>(Map.of("system", "https://lms.example", "course", "2"));
        form.put("csrf", site.signIn().csrf("/admin/rosters"));

        assertThat(site.post("/admin/rosters", form).statusCode()).isEqualTo(303);

        assertThat(courses.listDue("moodle campus", Site.NOW))
                .extracting(Standing::course)
                .containsExactly(MATHS);
        form.put("course", "3");
        assertThat(site.post("/admin/rosters", form).statusCode()).isEqualTo(404);
    }

    @Test
    void roster_thatIsDoubted_isBelieved_byAnAdministratorsWord() {
        courses.list("moodle campus", List.of(new Listed(MATHS, "https://lms.example/2", "M")), Site.NOW, Site.NOW);
        courses.replace(MATHS, List.of(), Site.NOW, Site.NOW.plusSeconds(3_600));
        Map<String, String> form =
                new HashMap<>(Map.of("system", "https://lms.example", "course", "2", "believe", "yes"));
        form.put("csrf", site.signIn().csrf("/admin/rosters"));
        assertThat(site.get("/admin/rosters").body()).doesNotContain("Believe it now");
        assertThat(site.post("/admin/rosters", form).statusCode()).isEqualTo(404);

        courses.troubled(MATHS, RosterDoubt.FEW.words(), Site.NOW, Site.NOW.plusSeconds(3_600));
        assertThat(site.get("/admin/rosters").body()).contains("Believe it now", "more than half");
        assertThat(site.post("/admin/rosters", form).statusCode()).isEqualTo(303);
        assertThat(courses.listDue("moodle campus", Site.NOW)).hasSize(1);
        form.put("csrf", "forged");
        assertThat(site.post("/admin/rosters", form).statusCode()).isEqualTo(403);
    }

    @Test
    void unknown_areTakenAsAFile_filledIn_andBroughtBack() {
        String csv = site.signIn().get("/admin/unknown.csv").body();
        assertThat(csv).startsWith("kind,scope,value,name,statements,person\r\n");
        Map<String, String> fields = Map.of("csrf", site.csrf("/admin/unknown"));
        String file = "kind,scope,value,person\naccount,https://lms.example,7,ada@example.org\n"
                + "account,https://lms.example,8," + HOSTILE + "\n";

        HttpResponse<String> answer = site.upload("/admin/unknown", fields, "actors.csv", file);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("1 actor was joined.", "line 3/person")
                .doesNotContain("<script>");
        assertThat(course.people.find(new Identifier("account", "https://lms.example", "7")))
                .contains(course.ada);
        HttpResponse<String> good = site.upload(
                "/admin/unknown",
                fields,
                "actors.csv",
                file.lines().limit(2).reduce("", (all, line) -> all + line + "\n"));
        assertThat(good.statusCode()).isEqualTo(200);
    }

    @Test
    void person_isUnjoined_andWhatItSupportedIsWithdrawn() {
        assertThat(course.award().status()).isEqualTo(AwardStatus.VALID);
        Map<String, String> form = new HashMap<>(Map.of("kind", "email", "scope", "", "value", "ada@example.org"));
        form.put("csrf", site.signIn().csrf("/admin/rosters"));

        HttpResponse<String> answer = site.post(ada, form);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(ada + "?done=unjoined");
        course.settle();
        assertThat(course.people.find(new Identifier("email", "", "ada@example.org")))
                .isEmpty();
        assertThat(course.people.listUnknown(5)).isNotEmpty();
        assertThat(site.post(ada, form).headers().firstValue("Location").orElseThrow())
                .endsWith("?done=not-joined");
        assertThat(site.get(ada).body()).doesNotContain("ada@example.org");
    }
}
