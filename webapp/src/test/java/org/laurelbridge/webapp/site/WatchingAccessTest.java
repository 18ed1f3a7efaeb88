package org.laurelbridge.webapp.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.lti.Classes;
import org.laurelbridge.bridge.map.CoursePlaces;
import org.laurelbridge.bridge.map.FoundActivities.Found;
import org.laurelbridge.bridge.map.FoundActivities.Placed;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.build.Posted;
import org.laurelbridge.build.Sheet;
import org.laurelbridge.document.Problems;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.Site;
import org.laurelbridge.webapp.teach.CourseAddress;

/** What is offered to who builds, and what they do not put in force alone. */
class WatchingAccessTest {
    private static final String HERE = "deliver: [{to: campus, course: \"1\"}]";
    private static final Classes.Course COURSE = new Classes.Course(TwoCourses.SYSTEM, "1");
    private static final String BASE = CourseAddress.rules(COURSE);
    private static final String LAB = "https://lms.example/mod/lab/view.php?id=7";
    /** Of the address: activities of one name are told apart by it, whichever of them are known. */
    private static final String MARK = "04df13";

    private static final String OF_LAB = "{completed: first-lab-" + MARK + "}";

    private final Account teacher = Account.made("Grace", null, Set.of(Role.INSTRUCTOR), null);
    private @Nullable TwoCourses courses;

    @BeforeEach
    void open(TestDatabase opened) {
        courses = new TwoCourses(opened);
        courses.teaches(teacher, "1");
        courses.inForce(yaml("basics", "{member: {cohort: two}}"));
        courses.isIn("one");
        finds("1", new Found(LAB, "First <lab>", "lab"));
        finds("2", new Found("https://lms.example/secret", "Of the other course", null));
    }

    private void finds(String course, Found found) {
        bridge().teaching()
                .found()
                .keep(List.of(new Placed(CoursePlaces.of(TwoCourses.SYSTEM, course), found)), Site.NOW, "test", 1);
    }

    @AfterEach
    void close() {
        courses().close();
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

    private static String yaml(String id, String when) {
        return "brl: 1\nkind: badge\nid: %s\nversion: 1\ntitle: \"The %s\"\nwhen: %s\nsettle: {gain: 0, lose: 0}\n%s\n"
                .formatted(id, id, when, HERE);
    }

    private HttpResponse<String> send(String address, String text, String wish) {
        Map<String, String> form =
                new HashMap<>(Posted.write(Sheet.read("x", text, new Problems()).orElseThrow()));
        form.putAll(Map.of("do", exactly(wish), "yaml", text, "csrf", site().csrf("/teach")));
        return site().post(address, form);
    }

    /** What is accepted is the newest plan. */
    private String exactly(String wish) {
        List<Plan> newest = bridge().stores().plans().list(1);
        return wish.equals("accept") && !newest.isEmpty()
                ? "accept:" + newest.get(0).id()
                : wish;
    }

    private Plan plan() {
        return bridge().stores().plans().list(1).get(0);
    }

    private Badge badge(String id) {
        return bridge().rules().current().find(id).orElseThrow();
    }

    @OnEveryDatabase
    void activityThatTheMappingLacks_isOfferedToItsCourseAlone_andWaitsWithTheMapping() {
        site().signIn(teacher);
        assertThat(site().get(BASE).body())
                .contains("value=\"first-lab-" + MARK + "\"", "First &lt;lab", "Not in the mapping yet")
                .doesNotContain("Of the other course");
        assertThat(send(BASE, yaml("labs", OF_LAB), "look").body()).contains("Complete First &lt;lab&gt;.");

        for (String wish : List.of("save", "accept")) {
            assertThat(send(BASE, yaml("labs", OF_LAB), wish).body())
                    .contains("An administrator has to accept", "This activity comes into the mapping")
                    .doesNotContain("value=\"accept:");
        }
        assertThat(bridge().rules().current().mapping().knows(LAB)).isFalse();

        bridge().planner().accept(plan());
        assertThat(bridge().rules().current().mapping().knows(LAB)).isTrue();
        assertThat(badge("labs").activities()).containsExactly("first-lab-" + MARK);
        assertThat(bridge().teaching().workshop().course("labs")).contains(COURSE);
        assertThat(site().get(BASE).body())
                .contains("value=\"first-lab-" + MARK + "\"")
                .doesNotContain("Not in the mapping yet");
    }

    @OnEveryDatabase
    void idThatWaitsInAnotherCourse_isTaken() {
        site().signIn(teacher);
        send(BASE, yaml("labs", OF_LAB), "save");
        Account other = Account.made("Alan", null, Set.of(Role.INSTRUCTOR), null);
        courses().teaches(other, "2");
        site().signIn(other);
        String theirs = CourseAddress.rules(new Classes.Course(TwoCourses.SYSTEM, "2"));
        HttpResponse<String> refused =
                send(theirs, yaml("labs", "{member: {cohort: one}}").replace("\"1\"", "\"2\""), "save");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Another badge has the short name “labs”");
    }

    @OnEveryDatabase
    void whoLearnsInTheCourse_changesNoRuleThereAlone() {
        Account both = Account.made("Bob", null, Set.of(Role.INSTRUCTOR, Role.LEARNER), courses().bob);
        courses().teaches(both, "1");
        site().signIn(both);
        for (String wish : List.of("save", "accept")) {
            assertThat(send(BASE + "/basics", yaml("basics", "{member: {cohort: one}}"), wish)
                            .body())
                    .contains("You are among those who could earn this badge")
                    .doesNotContain("value=\"accept:");
            assertThat(send(BASE, yaml("gift", "{member: {cohort: one}}"), wish).body())
                    .contains("You are among those who could earn this badge");
        }
        assertThat(badge("basics").version()).isEqualTo(1);
        assertThat(bridge().rules().current().find("gift")).isEmpty();
    }

    @OnEveryDatabase
    void whoIsInNoClass_butWouldGetTheBadge_doesNotEaseItAlone() {
        Account holder = Account.made("Bob", null, Set.of(Role.INSTRUCTOR, Role.LEARNER), courses().bob);
        courses().teaches(holder, "1");
        courses().isAlone("1");
        site().signIn(holder);

        assertThat(send(BASE + "/basics", yaml("basics", "{member: {cohort: one}}"), "accept")
                        .body())
                .contains("You are among those who could earn this badge");
        assertThat(badge("basics").version()).isEqualTo(1);
    }

    @OnEveryDatabase
    void twoEditors_theSecondIsTold_andTakesTheirPlaceOnlyWhenTheySayItAgain() {
        site().signIn(teacher);
        String mine = yaml("basics", "{member: {cohort: two}}").replace("The basics", "Mine");
        String theirs = mine.replace("Mine", "Theirs");
        assertThat(send(BASE + "/basics", theirs, "save").statusCode()).isEqualTo(303);

        HttpResponse<String> told = send(BASE + "/basics", mine, "save");

        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body())
                .contains("Somebody else changed this rule", "value=\"Mine\"", "name=\"version\" value=\"2\"");
        assertThat(badge("basics").title()).isEqualTo("Theirs");
        assertThat(send(BASE + "/basics", mine.replace("version: 1", "version: 2"), "save")
                        .statusCode())
                .isEqualTo(303);
        assertThat(badge("basics").title()).isEqualTo("Mine");
    }

    @OnEveryDatabase
    void freshForm_hasNoErrors_untilSomethingWasSent() {
        site().signIn(teacher);
        assertThat(site().get(BASE).body())
                .contains("Choose what must be true: what")
                .doesNotContain("field-problem");
        assertThat(send(BASE, yaml("x", "{completed: }"), "look").body()).doesNotContain("field-problem");
        assertThat(send(BASE, yaml("x", "{completed: }"), "try").body()).contains("field-problem");
    }

    @OnEveryDatabase
    void longRule_isSent_andATooLongOneIsTold() {
        site().signIn(teacher);
        assertThat(send(BASE, yaml("long", many(198)), "save").statusCode()).isEqualTo(303);
        assertThat(badge("long").attestedSubjects()).hasSize(198);
        assertThat(send(BASE + "/long", yaml("long", many(198)), "add:r").body())
                .doesNotContain("Nothing was added");
        assertThat(send(BASE + "/long", yaml("long", many(199)), "add:r").body())
                .contains("Nothing was added");
        assertThat(send(BASE + "/long", yaml("long", many(3)).replace("cohort: c0", "cohort: z"), "look")
                        .statusCode())
                .isEqualTo(200);
        Map<String, String> text =
                new HashMap<>(Map.of("do", "take", "yaml", yaml("long", many(201)), "csrf", site().csrf("/teach")));
        assertThat(site().post(BASE + "/long", text).body()).contains("the form shows 200 at most");
    }

    @OnEveryDatabase
    void chartsAndBoards_areOfOnesOwnCourseAlone() {
        String there = CourseAddress.rules(new Classes.Course(TwoCourses.SYSTEM, "2"));
        site().signIn(teacher);
        for (String page : List.of("/charts/", "/board/")) {
            assertThat(site().get(BASE.replace("/rules/", page)).statusCode())
                    .as(page)
                    .isEqualTo(200);
            assertThat(site().get(there.replace("/rules/", page)).statusCode())
                    .as(page)
                    .isEqualTo(404);
            assertThat(site().get(BASE.replace("/rules/", page) + "/x").statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
        Map<String, String> on = new HashMap<>(Map.of("do", "on", "csrf", site().csrf("/teach")));
        String board = BASE.replace("/rules/", "/board/");
        assertThat(site().post(there.replace("/rules/", "/board/"), on).statusCode())
                .isEqualTo(404);
        assertThat(bridge().teaching().leaderboards().list()).isEmpty();
        assertThat(site().get(board).body()).contains("It is off.", "value=\"on\"");
        assertThat(site().post(board, on).statusCode()).isEqualTo(303);
        assertThat(site().get(board).body()).contains("value=\"off\"", "once 5 people learn here");
        assertThat(bridge().teaching().leaderboards().find(COURSE)).isPresent();
        on.put("do", "dance");
        assertThat(site().post(board, on).statusCode()).isEqualTo(400);
    }

    @OnEveryDatabase
    void statements_areThoseThatCountForSomebodyOfTheClass_alone() {
        site().signIn(teacher);
        String statements = BASE.replace("/rules/", "/statements/");
        for (String rest : List.of(
                "/" + courses().bob + "/" + UUID.randomUUID(),
                "/" + UUID.randomUUID() + "/" + UUID.randomUUID(),
                "/x/y",
                "")) {
            assertThat(site().get(statements + rest).statusCode()).as(rest).isEqualTo(404);
        }
    }

    private static String many(int conditions) {
        return IntStream.range(0, conditions)
                .mapToObj(number -> "{member: {cohort: c" + number + "}}")
                .collect(Collectors.joining(", ", "{all: [", "]}"));
    }
}
