package org.laurelbridge.webapp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.rule.Badge;

/** Every page that links lead to, as each kind of person finds it: what WCAG 2.2 AA asks for and a machine can tell. */
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
        walk(room, "/my");
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

    private void walk(Room room, String first) {
        List<String> badges = room.site().bridge().rules().current().badges().stream()
                .map(Badge::id)
                .toList();
        var shapes = new Crawl(room.site().address(), badges).from(first, room, path -> look(room.page(), path));
        System.out.println(shapes.size() + " " + shapes);
        assertThat(wrong).isEmpty();
    }

    private void look(Page page, String path) {
        page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
            for (int width : WIDTHS) {
                page.setViewportSize(width, 800);
                String where = path + " " + scheme + " " + width;
                Axe.violations(page).forEach(one -> wrong.add(where + ": " + one));
                int over = (int) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (over > 0) {
                    wrong.add(where + ": " + over + " pixels too wide");
                }
            }
        }
    }
}
