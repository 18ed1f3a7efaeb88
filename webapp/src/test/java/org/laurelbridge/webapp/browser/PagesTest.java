package org.laurelbridge.webapp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.webapp.words.Language;

/**
 * Every page that links lead to, as each kind of person finds it, in light and dark, from right to left, narrow and wide: what WCAG 2.2 AA
 * asks for and a machine can tell.
 */
@ExtendWith(Room.Extension.class)
class PagesTest {
    private static final List<Integer> WIDTHS = List.of(360, 1_440);

    private final List<String> wrong = new ArrayList<>();

    @Test
    void strangers(Room room) {
        walk(room, "/");
    }

    @Test
    void learner(Room room) {
        room.signIn(Role.LEARNER);
        // the bar leads there once a course has a leaderboard
        walk(room, "/my", "/my/board");
    }

    @Test
    void instructor(Room room) {
        room.signIn(Role.INSTRUCTOR);
        walk(room, "/teach");
    }

    @Test
    void administrator(Room room) {
        room.signIn(Role.ADMINISTRATOR);
        walk(room, "/admin");
    }

    private void walk(Room room, String first, String... beside) {
        lookAtMenus(room, first);
        List<String> badges = room.site().bridge().rules().current().badges().stream()
                .map(Badge::id)
                .toList();
        Set<String> shapes = new Crawl(room.site().address(), badges).from(first, room, (path, shape) -> {
            Screens.take(room.page(), first, shape);
            look(room, path);
        });
        for (String path : beside) {
            room.open(path);
            Screens.take(room.page(), first, path);
            look(room, path);
        }
        assertThat(shapes).hasSizeGreaterThan(5);
        assertThat(wrong).isEmpty();
    }

    /** Those of the bar lie over the page when they are open: looked at where they are alone. */
    private void lookAtMenus(Room room, String first) {
        Page page = room.open(first);
        page.setViewportSize(WIDTHS.get(0), 800);
        page.evaluate("() => document.querySelectorAll('.drop').forEach(one => one.open = true)");
        Axe.violations(page).forEach(one -> wrong.add(first + " with its menus: " + one));
    }

    private void look(Room room, String path) {
        look(room.page(), path + " light", ColorScheme.LIGHT);
        look(room.page(), path + " dark", ColorScheme.DARK);
        room.page()
                .context()
                .addCookies(List.of(new Cookie("laurel-language", Language.MIRRORED.tag())
                        .setUrl(room.site().address().toString())));
        room.page().reload();
        assertThat(room.page().locator("html").getAttribute("dir")).isEqualTo("rtl");
        look(room.page(), path + " mirrored", ColorScheme.LIGHT);
        room.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("laurel-language"));
    }

    private void look(Page page, String where, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        page.evaluate("() => document.querySelectorAll('details:not(.drop)').forEach(one => one.open = true)");
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            Axe.violations(page).forEach(one -> wrong.add(where + " " + width + ": " + one));
            int over = (int)
                    page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0) {
                wrong.add(where + " " + width + ": " + over + " pixels too wide");
            }
        }
    }
}
