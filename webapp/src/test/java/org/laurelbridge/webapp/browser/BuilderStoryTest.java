package org.laurelbridge.webapp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
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
    private static final List<String> LABS = List.of("A first server", "Storage", "Networks", "Containers", "Scaling");
    private static final String SENTENCE =
            "All of these: score at least 80 % on Cloud quiz (best attempt); (at least 3 of these: "
                    + "complete Lab 1: A first server; complete Lab 2: Storage; complete Lab 3: Networks; "
                    + "complete Lab 4: Containers; complete Lab 5: Scaling).";

    /** As many keys it takes at most, letters that are typed not counted: one by one, five labs took many more. */
    private static final int MOST_KEYS = 110;

    private Room room;
    private int keys;
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
        assertThat(keys).as("keys").isLessThan(MOST_KEYS);

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
        assertThat(room.page()
                        .getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText("Lab master Draft")))
                .isVisible();
        Page draft = room.open(RULES + "/lab-mistress");
        assertThat(draft.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Draft: Lab master");
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
        assertThat(page.locator("#wrong")).containsText("Line 7: found the activity \"k8s-quizz\"");

        yaml.fill("when: [");
        press("Take over into the form");
        assertThat(page.locator("#wrong")).containsText("text that is no YAML");
        assertThat(yaml).hasValue("when: [");
    }

    @Test
    void whatIsNotChosenYet_isTold_onceOneAsks_besideItsField_andAbove() {
        room.signIn(Role.INSTRUCTOR);
        Page page = room.open(RULES);
        exactly("Title").fill("Lab");
        exactly("Short name, for addresses").fill("lab");
        assertThat(page.locator("#sentence")).hasText("All of these: complete (choose an activity).");
        assertThat(page.locator(".field-problem")).hasCount(0);

        press("Who would get it?");
        Locator link = page.locator("#wrong a");
        assertThat(link).hasText("Condition 1: choose an activity");
        assertThat(page.locator("#r-0_on_wrong")).hasText("Condition 1: choose an activity");
        assertThat(page.locator("#sentence")).hasText("All of these: complete (choose an activity).");
        assertThat(Axe.violations(page)).isEmpty();
        link.click();
        assertThat(page.locator("#r-0_on")).isFocused();

        page.locator("#r-0_on").selectOption("cloud-quiz");
        assertThat(page.locator(".field-problem")).hasCount(0);
        assertThat(page.locator("#sentence")).hasText("All of these: complete Cloud quiz.");
    }

    @Test
    void whatWasNotSaved_isThereAgain_afterOneCameBack() {
        room.signIn(Role.INSTRUCTOR);
        Page page = room.open(RULES);
        exactly("Title").fill("Unsaved work");
        assertThat(page.locator("#left")).isHidden();
        List<String> asked = new ArrayList<>();
        page.onceDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        page.navigate(page.url().replace(RULES, "/teach"));
        assertThat(asked).containsExactly("beforeunload");

        room.open(RULES);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on with them"))
                .click();
        assertThat(exactly("Title")).hasValue("Unsaved work");
        exactly("Short name, for addresses").fill("unsaved-work");
        press("Keep as a draft");
        assertThat(page.locator(".notice").first()).hasText("Your draft is kept. It is not in force.");
        room.open(RULES);
        assertThat(page.locator("#left")).isHidden();
    }

    @Test
    void renewal_supervision_conditionsBefore_andSkills_areChosen() {
        room.signIn(Role.ADMINISTRATOR);
        Page page = room.open("/admin/rules/k8s-fundamentals");
        page.getByText("More changes").click();
        press("Put the whole into a group");
        press("Add a condition");
        page.locator("#r-1_on").selectOption("lab-1");
        assertThat(page.locator("#sentence")).containsText("Lab 1: A first server");
        page.locator("#r-1_fields details > summary").click();
        page.locator("#r-1_within_days").fill("30");
        page.locator("#r-1_within_after").selectOption(new SelectOption().setIndex(1));
        assertThat(page.locator("#sentence")).containsText("within 30 days after “");
        unfold("lasting");
        exactly("Valid for").fill("1");
        exactly("Unit: Valid for").selectOption("years");
        exactly("Done under supervision").selectOption("Yes");
        press("Ask for something else to renew it");
        page.locator("#w-0_on").selectOption("cloud-quiz");
        unfold("aligned");
        press("Add a skill");
        page.getByLabel("Framework").last().fill("SFIA");
        page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true))
                .last()
                .fill("PROG");
        Locator yaml = page.locator("#yaml");
        assertThat(yaml).hasValue(Pattern.compile("valid: \\{for: 1y}"));
        assertThat(yaml).hasValue(Pattern.compile("rigour: \\{proctored: true}"));
        assertThat(yaml).hasValue(Pattern.compile("completed: cloud-quiz"));
        assertThat(yaml).hasValue(Pattern.compile("framework: SFIA"));
        assertThat(Axe.violations(page)).isEmpty();
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
        open("Add several activities");
        for (int lab = 1; lab <= 5; lab++) {
            tick("Lab " + lab + ": " + LABS.get(lab - 1));
        }
        type("How many are enough", "3");
        press("Add them");
        assertThat(page.locator("#sentence")).hasText(SENTENCE);
    }

    private void unfold(String heading) {
        room.page().locator("section:has(#" + heading + ") > details").evaluate("one => { one.open = true; }");
    }

    /** With the keyboard, what is folded. */
    private void open(String summary) {
        reach(room.page()
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .first());
        key("Enter");
    }

    private void tick(String label) {
        Locator box = room.page()
                .locator(".build-several[open]")
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
        reach(box);
        key("Space");
        assertThat(box).isChecked();
    }

    private Locator exactly(String label) {
        return room.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    private void key(String key) {
        room.page().keyboard().press(key);
        keys++;
    }

    private void type(String label, String text) {
        assertThat(room.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)))
                .isVisible();
        Locator field = room.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        reach(field);
        key("Control+A");
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
        key("Enter");
    }

    /** From where one is, forward, as a person without a mouse does. */
    private void reach(Locator wanted) {
        assertThat(wanted).hasCount(1);
        for (int tabs = 0; tabs < 300; tabs++) {
            if (Boolean.TRUE.equals(wanted.evaluate("one => one === document.activeElement"))) {
                return;
            }
            key("Tab");
        }
        throw new AssertionError("no way to " + wanted + " by keys");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
