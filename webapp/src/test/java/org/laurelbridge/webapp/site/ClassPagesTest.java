package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.Learning;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.Attesting;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardIds;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awarder;
import org.laurelbridge.bridge.award.GradeOrders;
import org.laurelbridge.bridge.award.Questions;
import org.laurelbridge.bridge.award.Questions.Line;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.lti.Classes;
import org.laurelbridge.bridge.lti.CourseRoles.CourseRole;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.Courses.Course;
import org.laurelbridge.bridge.record.Courses.Listed;
import org.laurelbridge.bridge.record.Courses.Member;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.CourseRoleStore;
import org.laurelbridge.bridge.store.CourseStore;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.rule.Topic;
import org.laurelbridge.rule.Truth;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.teach.CourseAddress;

/** Two instructors of two courses, and their pages. */
class ClassPagesTest {
    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final URI LMS = URI.create("https://lms.example");
    private static final String SYSTEM = LMS + "#1";
    private static final String BADGE = """
            brl: 1
            kind: badge
            id: %s
            version: 1
            title: "%s"
            when: %s
            settle: {gain: 0, lose: 0}
            %s
            """;
    private static final String TWO = "{all: [{member: {cohort: one}}, {member: {cohort: two}}]}";

    private final UUID platform = UUID.randomUUID();
    private @Nullable TestDatabase database;
    private @Nullable Bridge bridge;
    private @Nullable Site site;
    private @Nullable CourseStore courses;
    private PersonId ada = new PersonId(UUID.randomUUID());
    private PersonId bob = ada;
    private PersonId eve = ada;
    private Account teacher = Account.made("Grace", null, Set.of(Role.INSTRUCTOR), null);
    private final Account other = Account.made("Alan", null, Set.of(Role.INSTRUCTOR), null);

    @BeforeEach
    void open(TestDatabase opened) {
        database = opened;
        opened.database();
        bridge = Bridge.open(
                Objects.requireNonNull(ConfigReader.read(null, opened.environment("target/class-pages"))
                        .config()),
                Site.CLOCK);
        courses = new CourseStore(opened.database());
        site = new Site(
                TestDatabase.sqlite(),
                (sessions, pages) -> new TeachRoutes(bridge(), sessions, pages).list(),
                Site.CLOCK,
                false);
        bridge().lti()
                .platforms()
                .add(
                        new LtiPlatform(platform, "campus", LMS + "/", "1", LMS, LMS, LMS + "", LMS, true, Set.of("1")),
                        Site.NOW);
        ada = person("Ada", "ada@example.org");
        bob = person("=HYPERLINK(1) " + HOSTILE, "bob@example.org");
        eve = person("Evelyn", "eve@example.org");
        teaches(teacher, "1", "Networks " + HOSTILE);
        teaches(other, "2", "Alan's course");
        roster("1", List.of(new Member(ada, false, true), new Member(bob, false, true)));
        roster("2", List.of(new Member(eve, false, true)));
        RuleBook.Outcome outcome = bridge().rules()
                .apply(List.of(
                        badge("basics", HOSTILE, "{member: {cohort: one}}", "deliver: [{to: campus, course: \"1\"}]"),
                        badge("both", "Both halves", TWO, "deliver: [{to: campus, course: \"1\"}]"),
                        badge(
                                "asked",
                                "With approval",
                                "{member: {cohort: one}}",
                                "award: approve\ndeliver: [{to: campus, course: \"1\"}]"),
                        badge("alien", "Of the other course", TWO, "deliver: [{to: campus, course: \"2\"}]")));
        assertThat(outcome).isInstanceOf(RuleBook.Outcome.Changed.class);
        say(ada, "one");
    }

    private static RuleText badge(String id, String title, String when, String more) {
        return new RuleText(id + ".yaml", BADGE.formatted(id, title, when, more));
    }

    private Bridge bridge() {
        return Objects.requireNonNull(bridge);
    }

    private Site site() {
        return Objects.requireNonNull(site);
    }

    private CourseStore courses() {
        return Objects.requireNonNull(courses);
    }

    private PersonId person(String name, String email) {
        return bridge().stores().people().add(name, List.of(new Identifier("email", "", email)), Site.NOW);
    }

    private void teaches(Account account, String course, String title) {
        new CourseRoleStore(Objects.requireNonNull(database).database())
                .see(new CourseRole(account.id(), platform, course, Optional.of(title), true), Site.NOW);
    }

    private void roster(String id, List<Member> members) {
        Course course = new Course(SYSTEM, id);
        courses().list("campus " + id, List.of(new Listed(course, "course-" + id, null)), Site.NOW, Site.NOW);
        courses().replace(course, members, Site.NOW, Site.NOW);
    }

    private void say(PersonId person, String cohort) {
        bridge().attesting().say(person, new Attesting.Saying(Topic.MEMBER, cohort, "", "", "lms", null, null));
        Awarder awarder = new Awarder(
                bridge().awards(),
                bridge().rules(),
                new AwardIds(new byte[32]),
                new GradeOrders(id -> LMS),
                Site.CLOCK);
        while (awarder.awardDue() > 0) {
            continue;
        }
    }

    @AfterEach
    void close() {
        if (site != null) {
            site.close();
        }
        if (bridge != null) {
            bridge.close();
        }
    }

    private static String of(String course) {
        return CourseAddress.of(new Classes.Course(SYSTEM, course));
    }

    @OnEveryDatabase
    void questions_areThereForWhoTeachesTheLearner_andAnsweredByThemAlone() {
        Questions questions = Learning.of(bridge().stores()).questions();
        Line line = new Line(0, Truth.OPEN, "1 of 2 " + HOSTILE);
        assertThat(questions.ask(ada, "both", "Why " + HOSTILE, List.of(line), Site.NOW))
                .isTrue();
        String id = questions.newest(ada, "both").orElseThrow().id().toString();
        Map<String, String> answer = Map.of("question", id, "answer", "Because.");

        site().signIn(other);
        assertThat(site().get("/teach/questions").body()).doesNotContain("Ada", "Both halves");
        HttpResponse<String> refused = site().post("/teach/questions", withForm("/teach/questions", answer));
        assertThat(refused.statusCode()).isEqualTo(404);

        site().signIn(teacher);
        assertThat(site().get("/teach/questions").body())
                .contains("Ada", "Both halves", "Why &lt;script", "1 of 2 &lt;script")
                .doesNotContain(HOSTILE);
        site().post("/teach/questions", withForm("/teach/questions", answer));
        assertThat(questions.newest(ada, "both").orElseThrow().answer()).isEqualTo("Because.");
        assertThat(bridge().teaching().classes().isTaught(ada)).isTrue();
        assertThat(bridge().teaching().classes().isTaught(person("Solo", "solo@example.org")))
                .isFalse();
    }

    private Map<String, String> withForm(String page, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", site().csrf(page));
        return all;
    }

    @OnEveryDatabase
    void instructor_seesTheirOwnClass_andNoOther() {
        site().signIn(teacher);
        HttpResponse<String> list = site().get("/teach");
        assertThat(list.body()).contains("Networks", of("1")).doesNotContain(HOSTILE, "Alan's", of("2"));

        HttpResponse<String> table = site().get(of("1"));
        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.body())
                .contains("Ada", "<caption", "earned", "1 of 2", "waits for approval", "1–2 of 2", "&lt;script&gt;")
                .contains("1 decision waits")
                .doesNotContain(HOSTILE, "Evelyn", "Of the other course");
        assertThat(table.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors");
        String adas = of("1") + "/people/" + ada;
        assertThat(site().get(adas).body())
                .contains("Ada", "Both halves", "class=\"why\"", "Waits for approval", "/teach/inbox?person=")
                .doesNotContain(HOSTILE);

        site().signIn(other);
        for (String path : List.of(of("1"), of("1") + "/class.csv", adas)) {
            assertThat(site().get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(site().get(of("2")).body()).contains("Evelyn").doesNotContain("Ada");
        assertThat(site().get(of("2") + "/people/" + ada).statusCode())
                .as("somebody of another class")
                .isEqualTo(404);
        assertThat(site().get(of("2") + "/people/" + eve).statusCode()).isEqualTo(200);
        String nobody = Site.plain(site().get(of("2") + "/people/" + UUID.randomUUID()));
        for (String path : List.of(adas, of("2") + "/people/" + ada, of("1"), of("3"))) {
            assertThat(Site.plain(site().get(path))).as(path + " as nobody").isEqualTo(nobody);
        }
    }

    @OnEveryDatabase
    void addressesThatAreNone_areNotThere() {
        site().signIn(teacher);
        for (String path : List.of(
                "/teach/courses/x",
                "/teach/courses/%20/y",
                "/teach/courses//",
                of("1") + "/",
                of("1") + "/people/x",
                of("1") + "/people/" + UUID.randomUUID(),
                of("3"))) {
            assertThat(site().get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @OnEveryDatabase
    void badgeOfWhicheverCourseItIsEarnedIn_isOneOfTheCourses() {
        RuleBook.Outcome outcome = bridge().rules()
                .apply(List.of(
                        badge(
                                "first",
                                "The basics",
                                "{member: {cohort: one}}",
                                "deliver: [{to: campus, course: \"1\"}]"),
                        badge("any", "Wherever", TWO, "deliver: [{to: campus, course: evidence}]"),
                        badge("else", "Elsewhere", TWO, "deliver: [{to: other, course: evidence}]")));
        assertThat(outcome).isInstanceOf(RuleBook.Outcome.Changed.class);
        site().signIn(teacher);

        assertThat(site().get(of("1")).body())
                .contains("The basics", "Wherever")
                .doesNotContain("Elsewhere", "No badge belongs");
        site().signIn(other);
        assertThat(site().get(of("2")).body()).contains("Wherever").doesNotContain("The basics", "Elsewhere");
    }

    @OnEveryDatabase
    void class_isSought_filtered_andTakenAway() {
        site().signIn(teacher);
        assertThat(site().get(of("1") + "?q=aDA").body())
                .contains("Ada", "1–1 of 1, out of 2 in the class")
                .doesNotContain("HYPERLINK");
        assertThat(site().get(of("1") + "?q=nobody%22%3E%3Cscript%3E").body())
                .contains("Nobody is found.")
                .doesNotContain("<script>");
        assertThat(site().get(of("1") + "?show=near").body())
                .contains("Ada", "class=\"aside sentence\"")
                .doesNotContain("HYPERLINK");
        assertThat(site().get(of("1") + "?show=earned").body()).contains("Ada").doesNotContain("HYPERLINK");
        assertThat(site().get(of("1") + "?show=waiting&badge=asked").body())
                .contains("Ada", "1–1 of 1, out of 2", "class.csv?q=&amp;show=waiting&amp;badge=asked")
                .doesNotContain("HYPERLINK", "<th scope=\"col\">Both halves");
        assertThat(site().get(of("1") + "?show=earned&badge=asked").body()).contains("Nobody is found.");
        assertThat(site().get(of("1") + "/class.csv?show=waiting&badge=asked").body())
                .contains("\nAda,waits for approval,1,");
        assertThat(site().get(of("1") + "?page=99").body()).contains("Nobody is found.");

        HttpResponse<String> sheet = site().get(of("1") + "/class.csv");
        assertThat(sheet.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(sheet.body())
                .contains("'=HYPERLINK(1) " + HOSTILE)
                .contains("Ada,earned,1,1 of 2,,waits for approval,1,");
    }

    @OnEveryDatabase
    void whatWaits_isDecided_byWhoTeachesThere() {
        Award waits = bridge().awards().list("asked", ada, null, 1).get(0);
        Map<String, String> form =
                new HashMap<>(Map.of("award", waits.id().toString(), "verdict", "approve", "why", "seen it in class"));
        site().signIn(other);
        form.put("csrf", site().csrf("/teach"));
        assertThat(site().post(of("1"), form).statusCode()).isEqualTo(404);
        assertThat(site().post(of("2"), form).statusCode()).isEqualTo(404);

        site().signIn(teacher);
        assertThat(site().post(of("1"), form).statusCode()).as("another's form").isEqualTo(403);
        form.put("csrf", site().csrf(of("1")));
        assertThat(site().get(of("1")).body()).contains("1 decision waits");
        assertThat(site().post(of("1") + "/people/" + ada, form).statusCode()).isEqualTo(404);
        form.put("verdict", "return");
        assertThat(status(form, "why", " ")).isEqualTo(400);
        assertThat(location(form)).endsWith("?done=returned");
        assertThat(site().get(of("1")).body())
                .contains("sent back, waits for the learner")
                .doesNotContain("1 decision waits");
        assertThat(site().get(of("1") + "/people/" + ada).body()).contains("sent back, waits for the learner");
        form.putAll(Map.of("verdict", "approve", "why", ""));
        assertThat(status(form, "verdict", "dance")).isEqualTo(400);
        assertThat(status(form, "award", UUID.randomUUID().toString())).isEqualTo(404);
        assertThat(location(form)).endsWith("?done=approved");
        assertThat(bridge().awards()
                        .find(waits.id().value())
                        .orElseThrow()
                        .standing()
                        .consent()
                        .approved())
                .isTrue();
    }

    private int status(Map<String, String> form, String field, String value) {
        Map<String, String> changed = new HashMap<>(form);
        changed.put(field, value);
        return site().post(of("1"), changed).statusCode();
    }

    private String location(Map<String, String> form) {
        return site().post(of("1"), form).headers().firstValue("Location").orElseThrow();
    }

    @OnEveryDatabase
    void whoTeachesAndLearns_doesNotApproveTheirOwn() {
        teacher = Account.made("Ada", null, Set.of(Role.INSTRUCTOR), ada);
        teaches(teacher, "1", "Networks");
        Award waits = bridge().awards().list("asked", ada, null, 1).get(0);
        site().signIn(teacher);

        assertThat(site().get(of("1")).body()).doesNotContain("1 decision waits");
        Map<String, String> form =
                Map.of("csrf", site().csrf(of("1")), "award", waits.id().toString(), "verdict", "approve", "why", "me");
        assertThat(site().post(of("1"), form).statusCode()).isEqualTo(404);
        assertThat(bridge().awards().find(waits.id().value()).orElseThrow().status())
                .isEqualTo(AwardStatus.PROPOSED);
    }

    @OnEveryDatabase
    void withoutARoster_theClassIsWhoCameIn_andARosterNamesItsTeachers() {
        Account learner = Account.made("Evelyn", null, Set.of(Role.LEARNER), eve);
        bridge().stores().accounts().add(learner, new Login("test", "", "evelyn"), Site.NOW);
        site().signIn(learner);
        assertThat(site().get("/teach").statusCode()).as("no instructor").isEqualTo(404);
        teaches(teacher, "3", "New");
        new CourseRoleStore(Objects.requireNonNull(database).database())
                .see(new CourseRole(learner.id(), platform, "3", Optional.empty(), false), Site.NOW);
        site().signIn(teacher);
        assertThat(site().get(of("3")).body()).contains("Evelyn", "No badge belongs to this course yet");

        roster("4", List.of(new Member(bob, true, false), new Member(ada, false, true)));
        site().signIn(Account.made("Bob", null, Set.of(Role.INSTRUCTOR), bob));
        assertThat(site().get("/teach").body()).contains(of("4")).doesNotContain(of("1"));
        assertThat(site().get(of("4")).body()).contains("Ada").doesNotContain("HYPERLINK");
    }

    @OnEveryDatabase
    void manyPeople_havePages() {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            members.add(new Member(person(String.format("P%03d", i), i + "@x.example"), false, true));
        }
        roster("1", members);
        site().signIn(teacher);
        assertThat(site().get(of("1")).body())
                .contains("P039", "1–40 of 120", "Next page")
                .doesNotContain("P040");
        assertThat(site().get(of("1") + "?page=3").body())
                .contains("P119", "81–120")
                .doesNotContain("Next page");
        assertThat(site().get(of("1") + "/class.csv").body().lines()).hasSize(121);
    }
}
