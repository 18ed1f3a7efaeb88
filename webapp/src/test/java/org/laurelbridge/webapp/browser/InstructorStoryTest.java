package org.laurelbridge.webapp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.run.Run;

/** Stories I2, I3 and I8 but the builder: an instructor tries, changes and copies. */
@ExtendWith(Room.Extension.class)
class InstructorStoryTest {
    private static final String COURSE = encoded(Classroom.MOODLE) + "/" + encoded("2");
    private static final String TWO_LABS = """
            brl: 1
            kind: badge
            id: two-labs
            version: 1
            title: Two labs
            when:
              all:
                - completed: lab-1
                - completed: lab-2
            """;

    private static final String ONE_LAB = """
            brl: 1
            kind: badge
            id: one-lab
            version: 1
            title: One lab
            when: {completed: lab-5}
            """;

    private Room room;
    private Classroom classroom;
    private List<RuleText> before = List.of();

    @BeforeEach
    void sit(Room given) {
        room = given;
        classroom = new Classroom(given.site());
        before = room.site().bridge().rules().export();
    }

    @AfterEach
    void forget() {
        room.site().bridge().rules().apply(before);
    }

    @Test
    void i2_aRuleIsTried_withNamesOfTheOwnCourse_andNothingIsWritten() {
        classroom.outsider("900");
        room.signIn(Role.INSTRUCTOR);
        int awards = room.site().bridge().awards().list(null, null, null, 1_000).size();
        Page page = write("/teach/rules/" + COURSE, TWO_LABS);
        press("Who would get it?");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Who would get Two labs");
        assertThat(tab("Would get it")).hasAttribute("aria-current", "true");
        assertThat(page.getByRole(AriaRole.LINK, named("Amira Haddad"))).isVisible();
        assertThat(page.getByText("not of your course")).isVisible();
        assertThat(page.getByText("Olga Outside")).hasCount(0);
        assertThat(Axe.violations(page)).isEmpty();

        tab("One condition missing").click();
        assertThat(row("Björn Lindqvist")).containsText("Complete Lab 2: Storage");

        page.getByRole(AriaRole.LINK, named("Back to the rule")).click();
        assertThat(page.getByLabel("Title")).hasValue("Two labs");
        assertThat(page.locator("#sentence")).containsText("complete Lab 1: A first server");
        assertThat(room.site().bridge().rules().current().find("two-labs")).isEmpty();
        assertThat(room.site().bridge().awards().list(null, null, null, 1_000)).hasSize(awards);
    }

    @Test
    void i2_withoutAScript_anAdministratorSeesEverybody_andNobodyElseSeesTheTrial() {
        classroom.outsider("901");
        room.fresh(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        room.signIn(Role.ADMINISTRATOR);
        Page page = write("/admin/rules", TWO_LABS);
        press("Who would get it?");
        page.waitForURL(url -> url.contains("/admin/runs/"));
        assertThat(tab("Would get it")).isVisible();
        assertThat(page.getByText("Olga Outside 901")).isVisible();

        String trial = page.url();
        room.fresh(new Browser.NewContextOptions());
        room.signIn(Role.INSTRUCTOR);
        assertThat(room.page().navigate(trial.replace("/admin/", "/teach/")).status())
                .isEqualTo(404);
    }

    @Test
    void i2_workThatTakesLonger_hasABar_andWhatCameOfItComesByItself() {
        var runs = room.site().bridge().background().runs();
        Instant now = room.site().bridge().clock().instant();
        UUID run = UUID.randomUUID();
        Run.Asked asked =
                new Run.Asked(classroom.account("instructor"), Classroom.HERE, "two-labs", Run.Kind.SAVE, TWO_LABS);
        runs.begin(run, asked, now, now.minusSeconds(60));
        runs.tell(run, 64, 256, now);
        room.signIn(Role.INSTRUCTOR);
        Page page = room.open("/teach/runs/" + run);

        assertThat(page.locator("progress")).hasJSProperty("value", 25);
        assertThat(Axe.violations(page)).isEmpty();
        runs.tell(run, 128, 256, now);
        assertThat(page.locator("progress")).hasJSProperty("value", 50);
        String refused = "{\"problems\": [{\"found\": \"other rules\", \"expected\": \"the same once more\"}]}";
        runs.end(run, Run.State.DONE, refused, List.of(), now);
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("The rule could not be switched on:");
        assertThat(page.getByText("found other rules, expected the same once more."))
                .isVisible();
    }

    @Test
    void i4_aChangedRuleIsAPlan_withNames_andEachKeepsTheVersionThatTheyEarned() {
        room.signIn(Role.INSTRUCTOR);
        Page page = write("/teach/rules/" + COURSE, ONE_LAB);
        press("Save and switch on");
        assertThat(page.locator(".notice").first()).hasText("The rule is in force.");
        room.site().settle();

        write("/teach/rules/" + COURSE + "/one-lab", ONE_LAB.replace("lab-5", "lab-4"));
        page.getByLabel("Who is under way may meet the old rule or the new one.")
                .check();
        press("Save and switch on");
        assertThat(page.getByText("4 people get it now, nobody loses it.")).isVisible();
        page.getByRole(AriaRole.LINK, named("See who it is")).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Rule change: One lab");
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Elif Yılmaz")))
                .containsText("One lab, version 2");
        assertThat(Axe.violations(page)).isEmpty();
        String plan = page.url();

        // an administrator finds the same plan, and its course
        room.fresh(new Browser.NewContextOptions());
        room.signIn(Role.ADMINISTRATOR);
        page = room.open("/admin/plans");
        page.getByRole(AriaRole.LINK, named("One lab")).click();
        assertThat(page.getByText("Elif Yılmaz")).isVisible();

        room.fresh(new Browser.NewContextOptions());
        room.signIn(Role.INSTRUCTOR);
        page = room.page();
        page.navigate(plan);
        press("Accept and put in force");
        assertThat(page.locator(".notice").first()).hasText("The rule is in force.");
        assertThat(page.getByText("accepted", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        room.site().settle();
        page = room.open("/teach/courses/" + COURSE);
        assertThat(row("Fatoumata Diallo")).containsText("by version 1 of the rule");
        assertThat(row("Elif Yılmaz")).containsText("by version 2 of the rule");
    }

    @Test
    void i4_forWhomANewVersionIs_staysThroughTheTrialAndADraft_andIsSaid() {
        room.signIn(Role.INSTRUCTOR);
        String rule = ONE_LAB.replace("one-lab", "another-lab");
        write("/teach/rules/" + COURSE, rule);
        press("Save and switch on");
        assertThat(room.page().locator(".notice").first()).hasText("The rule is in force.");
        room.site().settle();
        Page page = write("/teach/rules/" + COURSE + "/another-lab", rule.replace("lab-5", "lab-4"));
        String choice = "The new rule is only for who begins from now on.";
        page.getByLabel(choice).check();
        press("Who would get it?");
        assertThat(page.locator("#for-whom")).hasText(choice);
        page.getByRole(AriaRole.LINK, named("Back to the rule")).click();
        assertThat(page.getByLabel(choice)).isChecked();
        press("Keep as a draft");
        assertThat(page.getByLabel(choice)).isChecked();
        press("Save and switch on");
        assertThat(page.getByText("people get it now")).isVisible();
        assertThat(page.getByLabel(choice)).isChecked();
        press("Accept and switch on");
        assertThat(page.locator("#in-force")).containsText("Version 2 is in force. " + choice);
        page.getByText("See who has it").click();
        assertThat(page.locator(".filters [aria-current=true]")).hasText("Have it");
        assertThat(page.getByLabel("Badge", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("another-lab");
    }

    @Test
    void i8_aCourseIsCopiedWithItsBadges_whichStayOffUntilTheyAreRight() {
        room.signIn(Role.INSTRUCTOR);
        Page page = room.open("/teach/courses/" + COURSE);
        page.getByRole(AriaRole.LINK, named("Copy badges to another course")).click();
        page.getByLabel("To which course").selectOption("Network basics");
        assertThat(Axe.violations(page)).isEmpty();
        press("Copy as drafts");

        assertThat(page.getByText("are copied as drafts.")).isVisible();
        Locator badge = page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText("Cloud exam"));
        assertThat(badge).containsText("off");
        assertThat(badge.getByRole(AriaRole.LISTITEM)).hasText(new String[] {"Cloud basics, the course", "Cloud exam"});
        assertThat(Axe.violations(page)).isEmpty();
        assertThat(page.locator(".notice").first()).containsText("need activities: open each and choose.");
        badge.getByRole(AriaRole.LINK).click();
        assertThat(page.getByLabel("Short name, for addresses")).hasValue("cloud-exam-3");
        assertThat(page.getByText("Was: Cloud exam in ").first()).isVisible();
        press("Save and switch on");
        assertThat(page.locator(".field-problem").first()).isVisible();
        assertThat(room.site().bridge().rules().current().find("cloud-exam-3")).isEmpty();
        assertThat(room.page()
                        .navigate(
                                room.site().address() + "/teach/copy/" + encoded(Classroom.MOODLE) + "/" + encoded("9"))
                        .status())
                .isEqualTo(404);
    }

    private Locator row(String name) {
        return room.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
    }

    /** A new rule, as its text. */
    private Page write(String path, String yaml) {
        Page page = room.open(path);
        page.setDefaultTimeout(60_000);
        page.getByText("The same as text").click();
        page.getByLabel("YAML").fill(yaml);
        press("Take over into the form");
        assertThat(page.locator(".field-problem")).hasCount(0);
        return page;
    }

    private Locator tab(String name) {
        return room.page().locator(".filters").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private void press(String button) {
        room.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
