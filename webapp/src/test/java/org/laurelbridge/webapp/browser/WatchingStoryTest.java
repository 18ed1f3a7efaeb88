package org.laurelbridge.webapp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.map.CoursePlaces;
import org.laurelbridge.bridge.map.FoundActivities.Found;
import org.laurelbridge.bridge.map.FoundActivities.Placed;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.webapp.teach.CourseAddress;

/** Stories I1, I3 and I7: what an instructor chooses from, explains and watches. */
@ExtendWith(Room.Extension.class)
class WatchingStoryTest {
    private static final Course COURSE = new Course("https://moodle.example.org", "2");

    private static final String CLASS = CourseAddress.of(COURSE);

    private Room room;
    private List<RuleText> before = List.of();

    @BeforeEach
    void sit(Room given) {
        room = given;
        before = room.site().bridge().rules().export();
    }

    @AfterEach
    void leave() {
        room.site().bridge().rules().apply(before);
        room.site().bridge().teaching().leaderboards().set(COURSE, false);
    }

    private Page classPage() {
        room.signIn(Role.INSTRUCTOR);
        return room.open(CLASS);
    }

    private void follow(String link) {
        room.page()
                .getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    @Test
    void I1_activityThatTheMappingLacks_isChosen_andComesIntoItWithTheRule() {
        room.site()
                .bridge()
                .teaching()
                .found()
                .keep(
                        List.of(new Placed(
                                CoursePlaces.of(COURSE.system(), COURSE.id()),
                                new Found(COURSE.system() + "/mod/quiz/view.php?id=77", "Closing quiz", "quiz"))),
                        room.site().bridge().clock().instant(),
                        "test",
                        1);
        classPage();
        follow("Build badges and rules");
        Page page = room.page();
        assertThat(page.locator(".field-problem")).hasCount(0);
        page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true)).fill("Closer");
        page.getByLabel("Short name, for addresses").fill("closer");
        Locator activity = page.getByLabel("Activity").first();
        activity.selectOption(activity.locator("option[value^='closing-quiz-']").getAttribute("value"));
        assertThat(page.locator("#sentence")).hasText("All of these: complete Closing quiz.");
        page.getByText("For good, unless you say otherwise").click();
        page.getByLabel("Valid for", new Page.GetByLabelOptions().setExact(true))
                .fill("1");
        page.getByLabel("Unit: Valid for").selectOption("years");
        assertThat(page.getByLabel("YAML")).hasValue(Pattern.compile("valid: \\{for: 1y}"));
        assertThat(Axe.violations(page)).isEmpty();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save and switch on"))
                .click();

        assertThat(page.locator(".notice")).containsText("an administrator has to accept it, as rule change");
        assertThat(page.locator("main")).containsText("Closing quiz");
        assertThat(room.site().bridge().rules().current().find("closer")).isEmpty();
    }

    @Test
    void I3_case_isExplained_withItsStatements_andWhatWouldChangeIt() {
        Page page = classPage();
        follow("Amira Haddad");
        Locator practitioner = page.locator("article:has(h2:text-is('Cloud practitioner'))");
        assertThat(practitioner).containsText("What would change it: 1 more of these: Lab 3: Networks");
        assertThat(practitioner.locator(".why strong").first()).containsText("%");
        practitioner.locator("a.statement-link").first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(Pattern.compile(".+: [a-z]+"));
        assertThat(page.locator("pre")).containsText("\"verb\"");
        assertThat(page.locator("pre")).not().containsText("\"actor\"");
        assertThat(Axe.violations(page)).isEmpty();
        follow("Amira Haddad");
        assertThat(page.locator("main")).containsText("Cloud practitioner");
    }

    @Test
    void I7_whoMissesOneCondition_isFiltered_andTakenAway() throws IOException {
        Page page = classPage();
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Whom to show"))
                .getByText("One condition missing")
                .click();
        page.waitForURL(Pattern.compile(".*show=near.*"));
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("ar");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*q=ar.*show=near.*|.*show=near.*q=ar.*"));
        int found = page.locator(".class-table tbody tr").count();
        Download sheet =
                page.waitForDownload(() -> page.locator("a[href*='class.csv']").click());
        List<String> lines = Files.readAllLines(sheet.path());

        assertThat(lines).hasSize(found + 1).anyMatch(line -> line.matches(".*\\d of \\d: .*"));
        assertThat(found).isBetween(1, 23);
    }

    @Test
    void I7_awardsOverTime_areChartsWithTheirTables() {
        classPage();
        follow("Awards over time");
        Page page = room.page();
        assertThat(page.getByRole(
                        AriaRole.IMG, new Page.GetByRoleOptions().setName(Pattern.compile("^All badges: awards by"))))
                .isVisible();
        assertThat(page.getByRole(
                        AriaRole.REGION, new Page.GetByRoleOptions().setName("All badges: the same as a table")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Claimed by nobody yet")))
                .containsText(Pattern.compile("A week of practice: \\d could"));
        assertThat(Axe.violations(page)).isEmpty();
    }

    @Test
    void I7_leaderboard_isOff_untilItIsSwitchedOn_andNamesNobodyButYou() {
        classPage();
        follow("Leaderboard");
        assertThat(room.page().locator(".empty")).containsText("It is off.");
        room.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Switch the leaderboard on"))
                .click();
        assertThat(room.page().locator(".board tbody tr")).hasCount(24);
        assertThat(room.page().locator(".board")).not().containsText("Amira");
        assertThat(Axe.violations(room.page())).isEmpty();

        room.fresh(new Browser.NewContextOptions());
        room.signIn(Role.LEARNER);
        follow("Leaderboard");
        assertThat(room.page().locator(".board tr.you")).hasCount(1);
        assertThat(room.page().locator(".board tr.you")).containsText("You");
        assertThat(room.page().locator(".board")).not().containsText(Pattern.compile("Amira|Björn"));
        assertThat(Axe.violations(room.page())).isEmpty();
    }
}
