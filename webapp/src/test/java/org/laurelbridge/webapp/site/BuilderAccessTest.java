package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.lti.Classes;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.build.Posted;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.document.Problems;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.teach.CourseAddress;

/** Who may look at, keep and put in force which rules. */
class BuilderAccessTest {
    private static final String ONE = "{member: {cohort: one}}";
    private static final String EITHER = "{any: [{member: {cohort: one}}, {member: {cohort: two}}]}";
    private static final String HERE = "deliver: [{to: campus, course: \"1\"}]";
    private static final String THERE = "deliver: [{to: campus, course: \"2\"}]";
    private static final List<String> WISHES = List.of("look", "take", "draft", "save", "accept", "add:r");
    private static final String BASE = CourseAddress.rules(new Classes.Course(TwoCourses.SYSTEM, "1"));

    private final Account teacher = Account.made("Grace", null, Set.of(Role.INSTRUCTOR), null);
    private final Account colleague = Account.made("Barbara", null, Set.of(Role.INSTRUCTOR), null);
    private final Account other = Account.made("Alan", null, Set.of(Role.INSTRUCTOR), null);
    private @Nullable TwoCourses courses;

    private static String yaml(String id, String when, String more) {
        return "brl: 1\nkind: badge\nid: %s\nversion: 1\ntitle: \"The %s\"\nwhen: %s\nsettle: {gain: 0, lose: 0}\n%s\n"
                .formatted(id, id, when, more);
    }

    @BeforeEach
    void open(TestDatabase opened) {
        courses = new TwoCourses(opened);
        courses.teaches(teacher, "1");
        courses.teaches(colleague, "1");
        courses.teaches(other, "2");
        courses.inForce(
                yaml("basics", ONE, HERE),
                yaml("alien", ONE, THERE),
                yaml("shared", ONE, "deliver: [{to: campus, course: \"1\"}, {to: campus, course: \"2\"}]"),
                yaml("joint", "{any: [{enrolled: course-1}, {enrolled: course-2}]}", ""));
        courses.isIn("two");
    }

    @AfterEach
    void close() {
        if (courses != null) {
            courses.close();
        }
    }

    private TwoCourses courses() {
        return Objects.requireNonNull(courses);
    }

    private Bridge bridge() {
        return courses().bridge;
    }

    private Site site() {
        return courses().site;
    }

    private void signIn(Account account) {
        site().signIn(account);
    }

    /** A form as a browser would send it, with the token of whoever is signed in. */
    private Map<String, String> form(String text, String wish) {
        Map<String, String> form =
                new HashMap<>(Posted.write(Sheet.read("x", text, new Problems()).orElseThrow()));
        form.putAll(Map.of("do", wish, "yaml", text, "csrf", site().csrf("/teach")));
        return form;
    }

    private HttpResponse<String> send(String address, String text, String wish) {
        return site().post(address, form(text, exactly(wish)));
    }

    private Badge badge(String id) {
        return bridge().rules().current().find(id).orElseThrow();
    }

    /** What is accepted is the newest plan. */
    private String exactly(String wish) {
        return wish.equals("accept") && !bridge().stores().plans().list(1).isEmpty() ? "accept:" + plan() : wish;
    }

    private long plan() {
        return bridge().stores().plans().list(1).get(0).id();
    }

    private boolean isThere(String id) {
        return bridge().rules().current().find(id).isPresent();
    }

    @OnEveryDatabase
    void instructorOfAnotherCourse_findsNothingThere_whateverTheyPost() {
        signIn(other);
        assertThat(site().get(BASE).statusCode()).isEqualTo(404);
        assertThat(site().get(BASE + "/basics").statusCode()).isEqualTo(404);
        for (String wish : WISHES) {
            assertThat(send(BASE, yaml("fresh", ONE, HERE), wish).statusCode())
                    .as(wish)
                    .isEqualTo(404);
            assertThat(send(BASE + "/basics", yaml("basics", EITHER, HERE), wish)
                            .statusCode())
                    .as(wish)
                    .isEqualTo(404);
        }
        assertThat(isThere("fresh")).isFalse();
        assertThat(badge("basics").version()).isEqualTo(1);
        assertThat(bridge().teaching().workshop().list(other.id())).isEmpty();
    }

    @OnEveryDatabase
    void badgeOfAnotherCourse_isNotThereUnderOnesOwn() {
        signIn(teacher);
        assertThat(site().get(BASE).body()).contains(BASE + "/basics").doesNotContain(BASE + "/alien");
        assertThat(site().get(BASE + "/basics").statusCode()).isEqualTo(200);
        assertThat(Site.plain(site().get(BASE + "/alien"))).isEqualTo(Site.plain(site().get(BASE + "/none")));
        for (String wish : WISHES) {
            assertThat(send(BASE + "/alien", yaml("alien", EITHER, HERE), wish).statusCode())
                    .as(wish)
                    .isEqualTo(404);
        }
        assertThat(badge("alien").version()).isEqualTo(1);
    }

    @OnEveryDatabase
    void newBadge_isTheCoursesOwn_ofWhoBuiltItThere() {
        signIn(teacher);
        assertThat(send(BASE, yaml("fresh", ONE, ""), "save").statusCode()).isEqualTo(303);
        assertThat(bridge().teaching().workshop().course("fresh")).contains(new Classes.Course(TwoCourses.SYSTEM, "1"));
        signIn(other);
        String theirs = CourseAddress.rules(new Classes.Course(TwoCourses.SYSTEM, "2"));
        assertThat(site().get(theirs + "/fresh").statusCode()).isEqualTo(404);
    }

    @OnEveryDatabase
    void gradesForOthers_areNotBroughtByAnInstructor() {
        signIn(teacher);
        for (String deliver : List.of(
                THERE, "deliver: [{to: elsewhere, course: \"1\"}]", "deliver: [{to: campus, course: evidence}]")) {
            assertThat(send(BASE, yaml("fresh", ONE, deliver), "save").statusCode())
                    .as(deliver)
                    .isEqualTo(400);
            assertThat(send(BASE + "/basics", yaml("basics", ONE, deliver), "accept")
                            .statusCode())
                    .as(deliver)
                    .isEqualTo(400);
        }
        assertThat(isThere("fresh")).isFalse();
        assertThat(badge("basics").version()).isEqualTo(1);
    }

    @OnEveryDatabase
    void idOfAnotherBadge_isNotTaken_evenOfOneThatIsOutOfForce() {
        RuleBook.Outcome out = bridge().rules()
                .apply(bridge().rules().export().stream()
                        .filter(text -> !text.file().contains("shared"))
                        .toList());
        assertThat(out).isInstanceOf(RuleBook.Outcome.Changed.class);
        signIn(teacher);
        for (String id : List.of("alien", "shared", "basics")) {
            assertThat(send(BASE, yaml(id, EITHER, HERE), "save").statusCode())
                    .as(id)
                    .isEqualTo(400);
        }
        assertThat(isThere("shared")).isFalse();
        assertThat(badge("alien").version()).isEqualTo(1);
    }

    @OnEveryDatabase
    void badgeOfMoreThanOneCourse_isLookedAtOnly() {
        signIn(teacher);
        send(BASE, yaml("fresh", ONE, HERE), "save");
        List<RuleText> texts = bridge().rules().export().stream()
                .map(text -> text.file().contains("fresh")
                        ? new RuleText(text.file(), yaml("fresh", ONE, THERE).replace("version: 1", "version: 2"))
                        : text)
                .toList();
        assertThat(bridge().rules().apply(texts)).isInstanceOf(RuleBook.Outcome.Changed.class);
        for (String id : List.of("shared", "joint", "fresh")) {
            assertThat(site().get(BASE + "/" + id).body())
                    .as(id)
                    .contains("but not change it")
                    .doesNotContain("value=\"save\"");
            int version = badge(id).version();
            for (String wish : List.of("save", "accept")) {
                assertThat(send(BASE + "/" + id, yaml(id, EITHER, HERE), wish).statusCode())
                        .as(id)
                        .isEqualTo(404);
            }
            assertThat(badge(id).version()).isEqualTo(version);
        }
    }

    @OnEveryDatabase
    void drafts_areSeenByTheirAccountAlone() {
        signIn(teacher);
        assertThat(send(BASE, yaml("plan", ONE, HERE), "draft").statusCode()).isEqualTo(303);
        assertThat(site().get(BASE + "/plan").body()).contains("This is a draft, yours alone");
        assertThat(site().get(BASE).body()).contains(BASE + "/plan");
        signIn(colleague);
        assertThat(site().get(BASE).body()).contains(BASE + "/basics").doesNotContain(BASE + "/plan");
        assertThat(site().get(BASE + "/plan").statusCode()).isEqualTo(404);
        site().signIn();
        assertThat(site().get("/admin/rules/plan").statusCode()).isEqualTo(404);
        assertThat(isThere("plan")).isFalse();
    }

    @OnEveryDatabase
    void otherRoles_areRefused_evenWhereAPlatformCallsThemInstructor() {
        signIn(teacher);
        Map<String, String> form = form(yaml("fresh", ONE, HERE), "save");
        for (Role role : List.of(Role.LEARNER, Role.VIEWER)) {
            Account account = Account.made("Bob", null, Set.of(role), role == Role.LEARNER ? courses().bob : null);
            courses().teaches(account, "1");
            signIn(account);
            for (String path : List.of(BASE, BASE + "/basics")) {
                assertThat(site().get(path).statusCode()).as(role + path).isEqualTo(404);
                assertThat(site().post(path, form).statusCode()).as(role + path).isEqualTo(404);
            }
            for (String path : List.of("/admin/rules", "/admin/rules/basics")) {
                assertThat(site().get(path).statusCode()).as(role + path).isEqualTo(403);
                assertThat(site().post(path, form).statusCode()).as(role + path).isEqualTo(403);
            }
        }
        signIn(teacher);
        assertThat(site().get("/admin/rules/basics").statusCode()).isEqualTo(403);
        assertThat(isThere("fresh")).isFalse();
    }

    @OnEveryDatabase
    void planThatTouchesTheirOwnBadgeAlone_isAcceptedByTheInstructor() {
        signIn(teacher);
        assertThat(send(BASE + "/basics", yaml("basics", EITHER, HERE), "save").body())
                .contains("value=\"accept:" + plan() + "\"");
        assertThat(badge("basics").version()).isEqualTo(1);
        assertThat(send(BASE + "/basics", yaml("basics", EITHER, HERE), "accept:" + (plan() + 1))
                        .body())
                .as("a plan that was not looked at is shown")
                .contains("value=\"accept:" + plan() + "\"");
        assertThat(badge("basics").version()).isEqualTo(1);
        assertThat(send(BASE + "/basics", yaml("basics", EITHER, HERE), "accept:" + plan())
                        .statusCode())
                .isEqualTo(303);
        assertThat(badge("basics").version()).isEqualTo(2);
    }

    @OnEveryDatabase
    void planThatTouchesAwardsOfAnotherCourse_waitsForAnAdministrator() {
        courses().inForce(yaml("stacked", "{holds: {badge: basics}}", THERE));
        signIn(teacher);
        for (String wish : List.of("save", "accept")) {
            assertThat(send(BASE + "/basics", yaml("basics", EITHER, HERE), wish)
                            .body())
                    .contains("An administrator has to accept")
                    .doesNotContain("value=\"accept:");
        }
        courses().award();
        assertThat(badge("basics").version()).isEqualTo(1);
        assertThat(bridge().awards().list("stacked", courses().bob, null, 1)).isEmpty();

        Plan plan = bridge().stores().plans().list(9).get(0);
        assertThat(bridge().planner().touched(plan)).containsExactlyInAnyOrder("basics", "stacked");
        bridge().planner().accept(plan);
        courses().award();
        assertThat(bridge().awards().list("stacked", courses().bob, null, 1)).hasSize(1);
    }

    @OnEveryDatabase
    void withoutTheToken_nothingIsTaken() {
        signIn(teacher);
        String colleagues = site().csrf("/teach");
        signIn(colleague);
        for (String wish : WISHES) {
            Map<String, String> form = form(yaml("fresh", ONE, HERE), wish);
            form.put("csrf", colleagues);
            assertThat(site().post(BASE, form).statusCode()).as(wish).isEqualTo(403);
            form.remove("csrf");
            assertThat(site().post(BASE, form).statusCode()).as(wish).isEqualTo(403);
        }
        assertThat(isThere("fresh")).isFalse();
        assertThat(bridge().teaching().workshop().list(colleague.id())).isEmpty();
    }

    @OnEveryDatabase
    void anotherIdThanTheAddress_changesNothingElse() {
        signIn(teacher);
        String alien = yaml("alien", ONE, HERE);
        assertThat(send(BASE + "/basics", alien, "take").body())
                .contains("name=\"id\" value=\"basics\"")
                .doesNotContain("id: alien");
        assertThat(send(BASE + "/basics", alien.replace("The alien", "Renamed"), "save")
                        .statusCode())
                .isEqualTo(303);
        assertThat(badge("basics").title()).isEqualTo("Renamed");
        assertThat(badge("alien").title()).isEqualTo("The alien");

        Map<String, String> hidden = form(yaml("x", ONE, HERE), "save");
        for (String kept : List.of("{id: other}", "{id: alien}", "{kind: mapping, name: m}")) {
            hidden.put("kept", kept);
            hidden.put("id", kept.contains("kind") ? "x" : "");
            assertThat(site().post(BASE, hidden).statusCode()).as(kept).isEqualTo(400);
        }
        assertThat(isThere("other")).isFalse();
        assertThat(badge("alien").version()).isEqualTo(1);
        assertThat(bridge().teaching().workshop().badges(new Classes.Course(TwoCourses.SYSTEM, "1")))
                .containsExactly("basics");
    }
}
