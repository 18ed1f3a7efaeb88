package org.laurelbridge.webapp.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.secret.RandomText;
import org.laurelbridge.webapp.sample.Campus;
import org.laurelbridge.webapp.site.Site;
import picocli.CommandLine;

/** The walk of {@code bench --pages} comes upon every page that there is, on a campus of twelve. */
class PageWalkTest {
    private static final String PASSWORD = new RandomText().next();

    /** What can be read and is no page that the walk can come upon, with the reason. */
    private static final Map<String, String> NO_PAGES = Map.of();

    @Test
    void walk_comesUponEveryPage(@TempDir Path folder) throws IOException, InterruptedException {
        try (Bridge bridge = Bridge.open(DemoConfig.at(folder, FreePort.orAny(0)), InstantSource.system());
                Site site = Site.open(bridge)) {
            new BenchPages(bridge, site, quiet()).fill(Campus.of(12), PASSWORD);
            PageWalk walk = new PageWalk(site.routes());
            Map<String, String> pages = new TreeMap<>();
            for (Role role : List.of(Role.ADMINISTRATOR, Role.INSTRUCTOR, Role.LEARNER)) {
                PageReader reader = new PageReader(site.address(), role.word());
                reader.signIn(role.word(), PASSWORD);
                pages.putAll(walk.pages(reader, List.of()));
            }
            pages.putAll(walk.pages(new PageReader(site.address(), "stranger"), List.of()));

            assertThat(walk.failed()).as("pages that Laurel could not answer").isEmpty();
            TreeSet<String> unseen = new TreeSet<>();
            walk.answered().forEach((pattern, answers) -> {
                if (answers == 0) {
                    unseen.add(pattern);
                }
            });
            assertThat(unseen)
                    .as("what can be read, and is no page that the walk came upon")
                    .isEqualTo(new TreeSet<>(NO_PAGES.keySet()));
            assertThat(pages.values())
                    .as("pages below those with an address of their own")
                    .contains("/admin/people/*", "/teach/courses/*/*", "/my/awards/*/sharing", "/awards/*", "/badges/badge-*");
        }
    }

    private static LaurelCommand quiet() {
        LaurelCommand laurel = new LaurelCommand();
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        CommandLine line = new CommandLine(laurel);
        line.setOut(nowhere);
        line.setErr(nowhere);
        return laurel;
    }
}
