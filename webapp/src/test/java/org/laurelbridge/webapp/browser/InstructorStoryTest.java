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
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.lti.Classes.Course;
import org.laurelbridge.bridge.lti.run.Run;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.mapping.Identifier;

/** Stories I2 to I8 but the builder: an instructor tries, changes, approves, corrects and copies. */
@ExtendWith(Room.Extension.class)
class InstructorStoryTest {
    private static final String MOODLE = "https://moodle.example.org";
    private static final String COURSE = encoded(MOODLE) + "/" + encoded("2");
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
    private List<RuleText> before = List.of();

    @BeforeEach
    void sit(Room given) {
        room = given;
        before = room.site().bridge().rules().export();
    }

    @AfterEach
    void forget() {
        room.site().bridge().rules().apply(before);
    }

    @Test
    void i2_aRuleIsTried_withNamesOfTheOwnCourse_andNothingIsWritten() {
        outsider("900");
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
        outsider("901");
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
        assertThat(room.page().navigate(trial.replace("/admin/", "/teach/")).status()).isEqualTo(404);
    }

    @Test
    void i2_workThatTakesLonger_hasABar_andWhatCameOfItComesByItself() {
        var runs = room.site().bridge().background().runs();
        Instant now = room.site().bridge().clock().instant();
        UUID run = UUID.randomUUID();
        Run.Asked asked = new Run.Asked(
                account("instructor"), new Course(MOODLE, "2"), "two-labs", Run.Kind.SAVE, TWO_LABS);
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
        assertThat(page.getByText("found other rules, expected the same once more.")).isVisible();
    }

    @Test
    void i4_aChangedRuleIsAPlan_withNames_andEachKeepsTheVersionThatTheyEarned() {
        room.signIn(Role.INSTRUCTOR);
        Page page = write("/teach/rules/" + COURSE, ONE_LAB);
        press("Save and switch on");
        assertThat(page.locator(".notice").first()).hasText("The rule is in force.");
        room.site().settle();

        write("/teach/rules/" + COURSE + "/one-lab", ONE_LAB.replace("lab-5", "lab-4"));
        page.getByLabel("Who is under way may meet the old rule or the new one.").check();
        press("Save and switch on");
        assertThat(page.getByText("4 more people get the badge")).isVisible();
        page.getByRole(AriaRole.LINK, named("See who it is")).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Plan for One lab");
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
        assertThat(page.getByText("accepted", new Page.GetByTextOptions().setExact(true))).isVisible();
        room.site().settle();
        page = room.open("/teach/courses/" + COURSE);
        assertThat(row("Fatoumata Diallo")).containsText("by version 1 of the rule");
        assertThat(row("Elif Yılmaz")).containsText("by version 2 of the rule");
    }

    private Locator row(String name) {
        return room.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
    }

    private UUID account(String name) {
        return room.site().bridge().stores().accounts().list().stream()
                .filter(known -> known.logins().contains(Login.byPassword(name)))
                .findFirst()
                .orElseThrow()
                .account()
                .id();
    }

    /** Somebody who is not of the course, and has done two labs. */
    private void outsider(String id) {
        room.site()
                .bridge()
                .stores()
                .people()
                .add(
                        "Olga Outside " + id,
                        List.of(new Identifier("id", MOODLE, id)),
                        room.site().bridge().clock().instant());
        completes(id, "/mod/lti/view.php?id=31");
        completes(id, "/mod/lti/view.php?id=32");
        room.site().settle();
    }

    private void completes(String user, String activity) {
        does(user, activity, "");
    }

    private void does(String user, String activity, String result) {
        try {
            room.site().sender().send("""
                    {"id": "%s", "actor": {"account": {"homePage": "%s", "name": "%s"}},
                     "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"}, "object": {"id": "%s"}%s}"""
                    .formatted(UUID.randomUUID(), MOODLE, user, MOODLE + activity, result));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A new rule, as its text. */
    private Page write(String path, String yaml) {
        Page page = room.open(path);
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
