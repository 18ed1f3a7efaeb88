package org.laurelbridge.webapp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurelbridge.bridge.account.Role;

/** Whoever reads does so in their own language and by their own clock. */
@ExtendWith(Room.Extension.class)
class ReaderStoryTest {
    private static final String WALL = "/my";

    @Test
    void L7_whoChoseGerman_readsGerman_andBadgesAsFarAsTheyAreTranslated(Room room) {
        room.signIn(Role.LEARNER);
        Page page = room.open(WALL);
        page.getByRole(AriaRole.LINK, named("Deutsch")).click();

        assertThat(page.getByRole(AriaRole.HEADING, heading("Meine Badges"))).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        Locator renewed = page.getByRole(AriaRole.LINK, named("Fire safety")).locator("[lang]");
        assertThat(renewed.first()).hasAttribute("lang", "en");
        Locator translated = page.getByRole(AriaRole.HEADING, heading("Cloud-Praxis"));
        assertThat(translated).isVisible();
        assertThat(translated.locator("[lang]")).hasCount(0);
        Assertions.assertThat(Axe.violations(page)).isEmpty();

        translated.getByRole(AriaRole.LINK).click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Cloud-Praxis"))).isVisible();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Richtet Server, Speicher und Netze in einer Cloud ein");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("3 von 4");

        room.open(WALL + "/badges/fire-safety");
        assertThat(page.getByRole(AriaRole.HEADING, heading("Fire safety"))).hasAttribute("lang", "en");
        assertThat(page.getByText("Knows the ways out")).hasAttribute("lang", "en");
        assertThat(page.getByRole(AriaRole.HEADING, heading("Erneuern"))).isVisible();
    }

    @Test
    void times_areSaidInTheReadersZone_whichIsNamedOnce_andInUtcWithoutScript(Room room) {
        room.fresh(new Browser.NewContextOptions().setLocale("de-DE").setTimezoneId("America/New_York"));
        room.signIn(Role.ADMINISTRATOR);
        Page page = room.open("/admin/audit");
        Locator time = page.locator("td time").first();
        assertThat(time).hasText(Pattern.compile("\\d\\d\\.\\d\\d\\.\\d{4}, \\d\\d:\\d\\d"));
        assertThat(page.locator("#habits")).containsText("Nordamerikanische Ostküstenzeit");
        String there = time.textContent();
        Assertions.assertThat(page.evaluate(
                        "time => new Date(time.dateTime).toLocaleString('de-DE', {dateStyle: 'medium', timeStyle: 'short'})",
                        time.elementHandle()))
                .isEqualTo(there);

        room.fresh(new Browser.NewContextOptions().setLocale("de-DE").setJavaScriptEnabled(false));
        room.signIn(Role.ADMINISTRATOR);
        Page plain = room.open("/admin/audit");
        assertThat(plain.locator("td time").first()).hasText(Pattern.compile(".*\\d\\d:\\d\\d UTC"));
        assertThat(plain.locator("#habits")).hasText("Zeiten sind in UTC angegeben.");
    }

    @Test
    void whatIsThereToBeCopied_isCopiedByOneButton_thatSaysSo(Room room) {
        room.fresh(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setPermissions(java.util.List.of("clipboard-read", "clipboard-write")));
        room.signIn(Role.ADMINISTRATOR);
        Page page = room.open("/admin/platforms");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("A campus");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invite"))
                .click();
        Locator copy = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy"));
        Assertions.assertThat(Axe.violations(page)).isEmpty();

        copy.focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)
                        .getByText("Copied", new Locator.GetByTextOptions().setExact(true))
                        .first())
                .isAttached();
        Assertions.assertThat(page.evaluate("() => navigator.clipboard.readText()"))
                .isEqualTo(page.locator("input.copied").inputValue());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("The invitation for A campus: end it"))
                .or(page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End the invitation for A campus")))
                .first()
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
