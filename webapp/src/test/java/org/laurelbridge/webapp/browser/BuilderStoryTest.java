package org.laurelbridge.webapp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.map.RuleText;

/** Story I1: an instructor builds a rule by choosing, with the keyboard alone. */
@ExtendWith(Room.Extension.class)
class BuilderStoryTest {
    private static final String RULES = "/teach/rules/" + encoded("https://moodle.example.org") + "/" + encoded("2");
    private static final String RULE = """
            when:
              all:
                - scored: {on: cloud-quiz, atLeast: 80%, attempt: best}
                - atLeast:
                    n: 3
                    of:
                      - completed: lab-1
                      - completed: lab-2
                      - completed: lab-3
                      - completed: lab-4
                      - completed: lab-5
            """;
    private static final String SENTENCE =
            "All of these: score at least 80 % on Cloud quiz (best attempt); (at least 3 of these: "
                    + "complete Lab 1: A first server; complete Lab 2: Storage; complete Lab 3: Networks; "
                    + "complete Lab 4: Containers; complete Lab 5: Scaling).";

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
    void keyboardAlone_buildsTheRule_savesIt_andOpensTheSame() {
        room.signIn(Role.INSTRUCTOR);
        build("lab-master", true);

        assertThat(room.page().locator("#sentence")).hasText(SENTENCE);
        assertThat(room.page().locator(".field-problem")).hasCount(0);
        assertThat(Axe.violations(room.page())).isEmpty();
        press("Save and switch on");

        assertThat(room.page().locator(".notice")).hasText("The rule is in force.");
        assertThat(room.page().locator("#sentence")).hasText(SENTENCE);
        assertThat(room.page().getByLabel("YAML").inputValue()).contains(RULE);
        assertThat(room.site().bridge().rules().current().find("lab-master")).isPresent();
    }

    @Test
    void withoutAScript_theSameIsBuilt() {
        room.fresh(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        room.signIn(Role.INSTRUCTOR);
        build("lab-mistress", false);
        press("Keep as a draft");

        assertThat(room.page().locator(".notice").first()).hasText("Your draft is kept. It is not in force.");
        assertThat(room.page().locator("#sentence")).hasText(SENTENCE);
        assertThat(room.page().getByLabel("YAML").inputValue()).contains(RULE);
        assertThat(room.site().bridge().rules().current().find("lab-mistress")).isEmpty();
        room.open(RULES);
        assertThat(room.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("Lab master draft")))
                .isVisible();
    }

    @Test
    void textTakenOver_fillsTheForm_andWrongTextIsToldByItsLine() {
        room.signIn(Role.ADMINISTRATOR);
        Page page = room.open("/admin/rules/k8s-fundamentals");
        assertThat(page.getByLabel("YAML")).isHidden();
        page.getByText("The same as text").click();
        Locator yaml = page.getByLabel("YAML");
        yaml.fill(yaml.inputValue().replace("80%", "90%"));
        press("Take over into the form");
        assertThat(page.getByLabel("At least, in percent")).hasValue("90");

        page.getByText("The same as text").click();
        yaml.fill(yaml.inputValue().replace("k8s-quiz", "k8s-quizz"));
        press("Take over into the form");
        assertThat(page.locator("#said")).containsText("Line 7: found the activity \"k8s-quizz\"");

        yaml.fill("when: [");
        press("Take over into the form");
        assertThat(page.locator("#said")).containsText("text that is no YAML");
        assertThat(yaml).hasValue("when: [");
    }

    @Test
    void whatIsNotChosenYet_isSaidInWordsOfTheForm() {
        room.signIn(Role.INSTRUCTOR);
        Page page = room.open(RULES);
        page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true)).fill("Lab");
        assertThat(page.locator("#said")).containsText("Condition 1, still to choose: Activity");
        assertThat(page.locator("#said")).not().containsText("found no");
    }

    /** Tab by tab to what is meant, then keys: no mouse. */
    private void build(String id, boolean hasScript) {
        Page page = room.open(RULES);
        type("Title", "Lab master");
        type("Short name, for addresses", id);
        choose("What is asked for in 1", "Scores at least");
        if (!hasScript) {
            press("Show what it says");
        }
        choose("Activity", "Cloud quiz");
        type("At least, in percent", "80");
        choose("Which attempt counts", "Best attempt");
        press("Add a group");
        choose("What is asked for in 2", "Some of these, at least so many");
        for (int lab = 2; lab <= 5; lab++) {
            press("Add a condition to 2");
        }
        List<String> labs = List.of("A first server", "Storage", "Networks", "Containers", "Scaling");
        for (int lab = 1; lab <= 5; lab++) {
            Locator row = page.getByRole(
                            AriaRole.GROUP,
                            new Page.GetByRoleOptions()
                                    .setName("Condition 2." + lab)
                                    .setExact(true))
                    .getByLabel("Activity");
            choose(row, "Lab " + lab + ": " + labs.get(lab - 1));
        }
        type("How many", "3");
    }

    private void type(String label, String text) {
        assertThat(room.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)))
                .isVisible();
        Locator field = room.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        reach(field);
        room.page().keyboard().press("Control+A");
        room.page().keyboard().type(text);
    }

    private void choose(String label, String option) {
        choose(
                room.page()
                        .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                        .first(),
                option);
    }

    private void choose(Locator select, String option) {
        reach(select);
        room.page().keyboard().type(option);
        assertThat(select.locator("option:checked")).hasText(option);
    }

    private void press(String button) {
        Locator found = room.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first();
        reach(found);
        room.page().keyboard().press("Enter");
    }

    /** From where one is, forward, as a person without a mouse does. */
    private void reach(Locator wanted) {
        assertThat(wanted).hasCount(1);
        for (int tabs = 0; tabs < 300; tabs++) {
            if (Boolean.TRUE.equals(wanted.evaluate("one => one === document.activeElement"))) {
                return;
            }
            room.page().keyboard().press("Tab");
        }
        throw new AssertionError("no way to " + wanted + " by keys");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
