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
    private static final Map<String, String> NO_PAGES = Map.ofEntries(
            Map.entry("/.well-known/oauth-authorization-server", "for programs"),
            Map.entry("/.well-known/oauth-authorization-server/*", "for programs"),
            Map.entry("/.well-known/openid-credential-issuer", "for wallets"),
            Map.entry("/.well-known/openid-credential-issuer/*", "for wallets"),
            Map.entry("/admin/moodles/*", "wants a Moodle"),
            Map.entry("/admin/audit.csv", "a table to take away"),
            Map.entry("/admin/gradebook.csv", "a table to take away"),
            Map.entry("/admin/unknown.csv", "a table to take away"),
            Map.entry("/admin/unknown/*", "takes forms; read as /admin/unknown"),
            Map.entry("/admin/deliveries/*", "takes forms; read as /admin/deliveries"),
            Map.entry("/admin/moving/*", "what a file would change, once it was sent"),
            Map.entry("/admin/moving/export", "a file to take away"),
            Map.entry("/admin/runs/*", "a dry run, once it was asked for"),
            Map.entry("/teach/runs/*", "a dry run, once it was asked for"),
            Map.entry("/teach/plans/*", "a plan that was made in a course; the page of /admin/plans/*"),
            Map.entry("/assets/*", "our own files; counted with the pages that load them"),
            Map.entry("/health/live", "for machines"),
            Map.entry("/health/ready", "for machines"),
            Map.entry("/metrics", "for machines"),
            Map.entry("/issuer/*", "keys, for programs"),
            Map.entry("/lti/jwks", "keys, for programs"),
            Map.entry("/lti/login", "begins at a platform, and leads back there"),
            Map.entry("/lti/open", "leads to where somebody starts"),
            Map.entry("/lti/register", "wants an invitation"),
            Map.entry("/mail/off/*", "wants the address that a mail has"),
            Map.entry("/my/apps/*", "takes forms; read as /my/apps"),
            Map.entry("/my/backpacks/*", "wants a backpack elsewhere"),
            Map.entry("/my/data/*", "a file to take away"),
            Map.entry("/my/events", "a stream without an end"),
            Map.entry("/oauth/authorize", "wants an application"),
            Map.entry("/refresh/*", "for programs"),
            Map.entry("/schemas/brl-1.json", "for programs"),
            Map.entry("/sign-in/oidc/*", "leads to a provider"),
            Map.entry("/sign-in/password", "wants the link that somebody was given"),
            Map.entry("/status/*", "for programs"));

    /** Below these are no pages, but what programs read. */
    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/ims/");

    @Test
    void walk_comesUponEveryPage(@TempDir Path folder) throws IOException, InterruptedException {
        try (Bridge bridge = Bridge.open(DemoConfig.at(folder, FreePort.orAny(0)), InstantSource.system());
                Site site = Site.open(bridge)) {
            new BenchPages(bridge, site, quiet()).fill(new Campus(12, 2, 8, 4, 16, 40), PASSWORD);
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
                if (answers == 0 && FOR_PROGRAMS.stream().noneMatch(pattern::startsWith)) {
                    unseen.add(pattern);
                }
            });
            assertThat(unseen)
                    .as("what can be read, and is no page that the walk came upon")
                    .containsExactlyInAnyOrderElementsOf(NO_PAGES.keySet());
            assertThat(pages.values())
                    .as("pages below those with an address of their own")
                    .contains(
                            "/admin/people/*",
                            "/teach/courses/*",
                            "/teach/courses/*/people/*",
                            "/my/awards/*/sharing",
                            "/awards/*",
                            "/badges/badge-*");
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
