package org.laurelbridge.webapp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.fake.FakeLrs;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.store.Cable;

/** Story A2: an administrator sees that nothing is lost while an LRS is away. The ten minutes go by on the clocks of both. */
@ExtendWith(Room.Extension.class)
class LrsAwayStoryTest {
    private static final String STATEMENT = """
            {"actor":{"mbox":"mailto:nobody.yet@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},\
            "object":{"id":"https://lms.example/of-the-story"}}""";

    private static final Duration ELEVEN = Duration.ofMinutes(11);

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Test
    void lrs_isAwayForTenMinutes_andAllThatItHolds_isThereAfterwards(Room here)
            throws IOException, InterruptedException {
        InstantSource clock = () -> Instant.now().plus(ahead.get());
        try (FakeLrs lrs = FakeLrs.a();
                Cable cable = Cable.to(lrs.endpoint().toString());
                SampleSite site = new SampleSite(clock)) {
            Room room = here.at(site);
            Page page = room.signIn(Role.ADMINISTRATOR);
            hold(lrs, 3);
            connect(room, cable.url());
            await(site, lrs, false);
            assertThat(row(room.open("/admin"))).containsText("Good");

            cable.cut();
            hold(lrs, 4);
            await(site, lrs, true);
            room.open("/admin");
            assertThat(row(page)).containsText("Trouble");
            assertThat(cares(page)).not().containsText("away-lrs");
            ahead.set(ELEVEN);
            lrs.turnClock(lrs.now().plus(ELEVEN));
            page.reload();
            assertThat(cares(page)).containsText(Pattern.compile("away-lrs has not answered for 11"));
            cares(page)
                    .getByRole(AriaRole.LINK)
                    .filter(new Locator.FilterOptions().setHasText("away-lrs"))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING).filter(new Locator.FilterOptions().setHasText("away-lrs")))
                    .isVisible();

            cable.mend();
            await(site, lrs, false);
            room.open("/admin");
            assertThat(cares(page)).not().containsText("away-lrs");
            assertThat(row(page)).containsText("Good");
            assertThat(row(page).locator("[data-label='Behind by']")).hasText("0 s");
            assertThat(row(page).locator("[data-label=Kept]"))
                    .hasText(String.valueOf(lrs.ids().size()));
            room.close();
        }
    }

    private static void hold(FakeLrs lrs, int statements) {
        for (int n = 0; n < statements; n++) {
            lrs.add(UUID.randomUUID(), STATEMENT);
        }
    }

    private static void connect(Room room, String endpoint) {
        Page page = room.open("/admin/connections");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("away-lrs");
        page.getByLabel("Endpoint", new Page.GetByLabelOptions().setExact(true)).fill(endpoint);
        page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true)).fill("key");
        page.getByLabel("Secret", new Page.GetByLabelOptions().setExact(true)).fill("gehäim");
        page.getByLabel("Look every … seconds").fill("1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Connect the LRS"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The connection works.");
    }

    /** Until it is in trouble, or has been read to its end. */
    private static void await(SampleSite site, FakeLrs lrs, boolean isInTrouble) {
        while (site.bridge().stores().figures().read().sources().stream()
                .noneMatch(source -> source.name().equals("away-lrs") && stands(site, source, lrs, isInTrouble))) {
            Thread.onSpinWait();
        }
    }

    private static boolean stands(SampleSite site, Figures.SourceFigures source, FakeLrs lrs, boolean isInTrouble) {
        return isInTrouble
                ? source.trouble() != null
                : source.trouble() == null
                        && lrs.ids().stream()
                                .allMatch(id -> site.bridge()
                                        .stores()
                                        .statements()
                                        .find("away-lrs", id)
                                        .isPresent());
    }

    private static Locator row(Page page) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("away-lrs"));
    }

    private static Locator cares(Page page) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("For you to look at"));
    }
}
