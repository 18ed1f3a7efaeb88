package org.laurelbridge.webapp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.map.RuleText;

/** An instructor takes a badge out of use, and puts it in use again. */
@ExtendWith(Room.Extension.class)
class SwitchOffStoryTest {
    private static final String COURSE = encoded(Classroom.MOODLE) + "/" + encoded("2");

    private Room room;
    private List<RuleText> before = List.of();

    @BeforeEach
    void sit(Room given) {
        room = given;
        before = room.site().bridge().rules().export();
        new Classroom(given.site()).ofTheCourse("""
                brl: 1
                kind: badge
                id: off-lab
                version: 1
                title: Off lab
                when: {completed: lab-1}
                settle: {gain: 0, lose: 0}
                """);
        room.site().settle();
    }

    @AfterEach
    void forget() {
        room.site().bridge().rules().apply(before);
    }

    @Test
    void badge_isSwitchedOff_whoHasItKeepsIt_andIsSwitchedOnAgain() {
        List<Award> awards = awards();
        assertThat(awards).isNotEmpty();
        room.signIn(Role.INSTRUCTOR);
        Page page = room.open("/teach/rules/" + COURSE + "/off-lab");
        page.getByText("Switch this badge off").click();
        assertThat(page.getByText("You can switch it on again at any time.")).isVisible();
        assertThat(Axe.violations(page)).isEmpty();
        press("Switch it off");

        assertThat(page.locator(".notice").first()).containsText("who has it keeps it");
        assertThat(page.getByText("This badge is switched off.")).isVisible();
        room.site().settle();
        assertThat(room.site().bridge().rules().current().find("off-lab")).isEmpty();
        assertThat(awards()).isEqualTo(awards);

        page = room.open("/teach/rules/" + COURSE);
        assertThat(page.locator("li", new Page.LocatorOptions().setHasText("Off lab")))
                .containsText("Switched off");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Off lab"))
                .click();
        press("Save and switch on");
        assertThat(page.locator(".notice").first()).hasText("The rule is in force.");
        assertThat(room.site().bridge().rules().current().find("off-lab")).isPresent();
        room.site().settle();
        assertThat(awards()).isEqualTo(awards);
    }

    private List<Award> awards() {
        return room.site().bridge().awards().list("off-lab", null, null, 99);
    }

    private void press(String button) {
        room.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
