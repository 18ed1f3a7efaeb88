package org.laurelbridge.webapp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.fake.FakeLrs;
import org.laurelbridge.bridge.fake.FakeMoodle;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** What an administrator comes to do while an installation is in use: move what is set up, deliver, watch, answer for people. */
@ExtendWith(Room.Extension.class)
class OperationsStoryTest {
    private static final Pattern MAPPING_VERSION =
            Pattern.compile("(kind: mapping\n    name: [a-z-]+\n    version: )([0-9]+)");
    private static final String ACTIVITY = """
                  story-%1$s: {title: Story, match: {id: "https://example.org/story/%1$s"}}
            """;
    private static final String GRADED_BADGE = """
              badge-graded.yaml: |
                brl: 1
                kind: badge
                id: graded
                version: 1
                title: Graded in Moodle
                when: {scored: {on: story-graded, atLeast: 80%}}
                deliver: [{to: story-moodle}]
            """;
    private static final String[] FUNCTIONS = {
        "core_user_get_users_by_field",
        "core_course_get_course_module",
        "core_enrol_get_enrolled_users",
        "gradereport_user_get_grade_items",
        "core_grades_update_grades"
    };
    private static final String MOVED_BADGE = """
              badge-moved.yaml: |
                brl: 1
                kind: badge
                id: moved
                version: %d
                title: Moved here
                when: {scored: {on: story-moved, atLeast: %d%%}}
            """;

    @Test
    void movesWhatIsSetUp_withAPlan_allOrNothing(Room room) throws Exception {
        PersonId mona = person(room, "Mona Moved", "mona@example.org");
        Page page = room.signIn(Role.ADMINISTRATOR);
        page.getByRole(AriaRole.LINK, named("Connections").setExact(true)).click();
        page.getByRole(AriaRole.LINK, named("Export and import").setExact(true)).click();
        String before = export(page);
        assertThat(before)
                .contains("mapping-", "badge-fire-safety.yaml: |", "title: Fire safety")
                .doesNotContain("a-secret-of-the-sample-alone");

        bring(page, before.replace("title: Fire safety", "titel: Fire safety"));
        assertThat(page.getByRole(AriaRole.HEADING, named("What laurel-setup.yaml would change")))
                .isVisible();
        long line = before.lines()
                        .takeWhile(one -> !one.contains("title: Fire safety"))
                        .count()
                + 1;
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("laurel-setup.yaml:" + line + ":");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("titel");
        page.getByRole(AriaRole.BUTTON, button("Do not import")).click();
        bring(page, "setup: 1\nruels: {}\n");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("laurel-setup.yaml:2:");

        bring(page, before);
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("this file changes nothing");
        page.getByRole(AriaRole.BUTTON, button("Do not import")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Nothing was imported");

        String with = withActivity(before, "moved", 10)
                .replace("rules:\n", "rules:\n" + MOVED_BADGE.formatted(1, 80))
                .replaceFirst("(?s)connections:.*", "connections: {moved-app: {key: moved-app}}\n");
        bring(page, with);
        Locator main = page.getByRole(AriaRole.MAIN);
        assertThat(main).containsText("badge moved@1");
        assertThat(main).containsText("Nobody here would gain or lose a badge that is in use.");
        assertThat(main).containsText("To be given afterwards");
        assertThat(room.site().bridge().rules().current().find("moved")).isEmpty();
        page.getByRole(AriaRole.BUTTON, button("Import all of it")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("All of it is imported.");
        assertThat(about(room, "moved-app", "")).isEqualTo(401);
        page.getByRole(AriaRole.LINK, named("moved-app")).click();
        assertThat(main).containsText("Make another one below; until then it cannot send.");
        page.getByRole(AriaRole.BUTTON, button("Make another secret")).click();
        String secret = page.getByLabel("Secret", new Page.GetByLabelOptions().setExact(true))
                .inputValue();
        assertThat(about(room, "moved-app", secret)).isEqualTo(200);

        room.site().sender().send("""
                {"actor": {"mbox": "mailto:mona@example.org"},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"}, "result": {"score": {"scaled": 0.6}},
                 "object": {"id": "https://example.org/story/moved"}}
                """);
        room.site().settle();
        bring(page, with.replace(MOVED_BADGE.formatted(1, 80), MOVED_BADGE.formatted(2, 50)));
        assertThat(page.getByRole(AriaRole.ROW, named("Moved here"))).containsText("1");
        page.getByLabel("Show whom it concerns: Moved here").click();
        assertThat(page.getByRole(AriaRole.LINK, named("Mona Moved"))).isVisible();
        page.getByLabel("Show the lines of badge moved@1 → 2").click();
        assertThat(main).containsText("+ when: {scored: {on: story-moved, atLeast: 50%}}");
        assertThat(room.site().bridge().awards().list("moved", mona, null, 9)).isEmpty();
        page.getByRole(AriaRole.BUTTON, button("Import all of it, and change these awards"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("All of it is imported.");
        room.site().settle();
        assertThat(room.site().bridge().awards().list("moved", mona, null, 9)).hasSize(1);
        assertThat(rows(room)).contains("setup.imported", "rules.applied", "plan.accepted", "source.connected");

        bring(page, before);
        assertThat(main).containsText("badge moved@2");
        page.getByRole(AriaRole.BUTTON, named("Import all of it")).click();
        assertThat(room.site().bridge().rules().current().find("moved")).isEmpty();
        room.site().settle();
    }

    @Test
    void deliversToAMoodle_withoutAPlugin_andSendsAgainWhatWasStuck(Room room) throws Exception {
        try (FakeMoodle moodle = new FakeMoodle(InstantSource.system())) {
            moodle.service("the token", FUNCTIONS)
                    .user(7, "greta", "greta@example.org", "")
                    .course(2)
                    .enrol(2, 7, "student")
                    .activity(2, 17, "assign", 100);
            PersonId greta = person(room, "Greta Grade", "greta@example.org");
            Page page = room.signIn(Role.ADMINISTRATOR);
            room.open("/admin/moving");
            String before = export(page);
            bring(page, withActivity(before, "graded", 20).replace("rules:\n", "rules:\n" + GRADED_BADGE));
            page.getByRole(AriaRole.BUTTON, named("Import all of it")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("All of it is imported.");
            passes(room, "greta@example.org", "graded");
            Locator stuck = page.getByRole(AriaRole.ROW).filter(with("Greta Grade"));
            page.getByRole(AriaRole.LINK, named("Today")).click();
            page.getByRole(AriaRole.LINK, named("Deliveries")).click();
            page.getByLabel("Learner (name or address)").fill("greta@example.org");
            page.getByLabel("State").selectOption("stuck");
            page.getByRole(AriaRole.BUTTON, button("Search")).click();
            assertThat(stuck).containsText("story-moodle");
            assertThat(stuck).containsText("the target story-moodle is not configured any more");

            connect(page, moodle);
            page.getByLabel("Badge", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("Graded in Moodle");
            page.getByLabel("Activity", new Page.GetByLabelOptions().setExact(true))
                    .fill(moodle.root() + "/mod/assign/view.php?id=17");
            page.getByRole(AriaRole.BUTTON, button("Put the grade there")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
            assertThat(moodle.gradeEvents()).isEmpty();

            room.open("/admin/deliveries?target=story-moodle");
            page.getByRole(AriaRole.BUTTON, named("Send the stuck one of these again"))
                    .click();
            room.site().settle();
            assertThat(moodle.gradeEvents()).hasSize(1);
            assertThat(moodle.gradeEvents().get(0).grade()).isEqualTo(100);
            assertThat(rows(room)).contains("moodle.connected", "moodle.changed", "delivery.sent-again");
            assertThat(rows(room)).doesNotContain("the token");

            Award award =
                    room.site().bridge().awards().list("graded", greta, null, 1).get(0);
            assertThat(room.site().bridge().verdicts().revoke(award, "copied")).isTrue();
            room.site().settle();
            assertThat(moodle.gradeEvents()).hasSize(2);
            assertThat(moodle.gradeEvents().get(1).grade()).isZero();

            room.open("/admin/moodles/story-moodle");
            page.getByText("What follows when story-moodle is removed").click();
            page.getByRole(AriaRole.BUTTON, button("Remove story-moodle")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("It was removed.");
            bring(page, before);
            page.getByRole(AriaRole.BUTTON, named("Import all of it")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("All of it is imported.");
            room.site().settle();
        }
    }

    private static void connect(Page page, FakeMoodle moodle) {
        page.getByRole(AriaRole.LINK, named("Connections").setExact(true)).click();
        page.getByRole(AriaRole.LINK, named("by its web services")).click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("story-moodle");
        page.getByLabel("Address").fill(moodle.root().toString());
        page.getByLabel("Token").fill("a wrong token");
        page.getByRole(AriaRole.BUTTON, button("Connect the Moodle")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("It fails at this step: Token.");
        page.getByLabel("Token").fill("the token");
        page.getByRole(AriaRole.BUTTON, button("Save")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The connection works.");
        assertThat(page.content()).doesNotContain("the token\"");
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    /** Somebody passes something of the story. */
    private static void passes(Room room, String email, String what) throws Exception {
        room.site().sender().send("""
                {"actor": {"mbox": "mailto:%s"},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"}, "result": {"score": {"scaled": 0.9}},
                 "object": {"id": "https://example.org/story/%s"}}
                """.formatted(email, what));
        room.site().settle();
    }

    @Test
    void joinsWhomNobodyKnew_andAnswersForTheirData(Room room) throws Exception {
        PersonId uma = person(room, "Uma Unknown", "uma@example.org");
        room.site().sender().send("""
                {"actor": {"mbox": "mailto:uma.private@example.org"}, "timestamp": "2026-09-14T10:00:00Z",
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"}, "result": {"score": {"scaled": 0.9}},
                 "object": {"id": "https://moodle.example.org/mod/quiz/view.php?id=4"}}
                """);
        room.site().settle();
        Page page = room.signIn(Role.ADMINISTRATOR);
        page.getByRole(AriaRole.LINK, named("People").setExact(true)).click();
        page.getByRole(AriaRole.LINK, named("Unknown actors")).click();
        Locator row = page.getByRole(AriaRole.ROW).filter(with("uma.private@example.org"));
        assertThat(row).containsText("1");
        row.getByRole(AriaRole.TEXTBOX).fill("uma@example.org");
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Its statements are mapped anew");
        room.site().settle();
        Award award = room.site().bridge().awards().list(null, uma, null, 9).get(0);
        assertThat(award.earnedAt()).isEqualTo("2026-09-14T10:00:00Z");
        String hosted = "/awards/" + award.id();

        room.open("/admin/people/" + uma);
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Earned September 14, 2026");
        Download file = page.waitForDownload(() ->
                page.getByRole(AriaRole.LINK, named("Export everything (ZIP)")).click());
        try (ZipInputStream zip = new ZipInputStream(file.createReadStream())) {
            StringBuilder all = new StringBuilder();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName()).append('\n').append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
            assertThat(all)
                    .contains(
                            "uma.private@example.org",
                            "2026-09-14T10:00:00",
                            award.id().toString());
        }

        page.getByRole(AriaRole.LINK, named("Erase …")).click();
        page.getByLabel("To confirm, type Uma Unknown").fill("Uma Unknown");
        page.getByRole(AriaRole.BUTTON, button("Erase for ever")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("what there is goes now");
        while (room.site().bridge().stores().people().find(uma.value()).isPresent()) {
            Thread.onSpinWait();
        }
        room.open("/admin/deliveries?learner=Uma+Unknown");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("No delivery is like that.");
        assertThat(page.navigate(room.site().address() + hosted).status()).isEqualTo(410);
    }

    @Test
    void tellsAnLrsWhatIsEarned(Room room) throws Exception {
        try (FakeLrs lrs = FakeLrs.a()) {
            person(room, "Erna Earner", "erna@example.org");
            Page page = room.signIn(Role.ADMINISTRATOR);
            room.open("/admin/connections");
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("told-lrs");
            page.getByLabel("Endpoint").fill(lrs.endpoint().toString());
            page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true)).fill("key");
            page.getByLabel("Secret", new Page.GetByLabelOptions().setExact(true))
                    .fill("gehäim");
            page.getByLabel("Tell this LRS what is earned").check();
            page.getByRole(AriaRole.BUTTON, button("Connect the LRS")).click();
            assertThat(page.getByLabel("Tell this LRS what is earned")).isChecked();
            room.site().sender().send("""
                    {"actor": {"mbox": "mailto:erna@example.org"},
                     "verb": {"id": "http://adlnet.gov/expapi/verbs/passed"}, "result": {"score": {"scaled": 0.9}},
                     "object": {"id": "https://moodle.example.org/mod/quiz/view.php?id=4"}}
                    """);
            room.site().settle();
            assertThat(lrs.ids()).isNotEmpty();
            assertThat(lrs.json(lrs.ids().get(0))).contains("earned", "erna@example.org");
            page.getByText("What follows when told-lrs is removed").click();
            page.getByRole(AriaRole.BUTTON, button("Remove told-lrs")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("It was removed.");
        }
    }

    @Test
    void whoMayOnlyLook_isShownNothingThatRefuses(Room room) {
        room.signIn(Role.VIEWER);
        List<String> refused = new ArrayList<>();
        new Crawl(room.site().address(), List.of()).from("/admin", room, (path, shape) -> {
            boolean isRefused = room.page().getByText("this page is for others").count() > 0;
            int forms = room.page()
                    .locator("form[method=post]:not([action='/sign-out'])")
                    .count();
            if (path.startsWith("/admin") && (isRefused || forms > 0)) {
                refused.add(path + ": " + (isRefused ? "refused" : forms + " forms"));
            }
        });
        assertThat(refused).isEmpty();
        assertThat(room.open("/admin")
                        .getByRole(AriaRole.NAVIGATION, named("Administration"))
                        .getByRole(AriaRole.LINK))
                .hasText(new String[] {"Today", "Badges", "People", "Connections"});
    }

    private static String export(Page page) throws IOException {
        Download file = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, button("Save the file")).click());
        assertThat(file.suggestedFilename()).isEqualTo("laurel-setup.yaml");
        try (var text = file.createReadStream()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void bring(Page page, String text) {
        page.getByRole(AriaRole.LINK, named("Export and import").setExact(true)).click();
        page.getByLabel("File", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload(
                        "laurel-setup.yaml", "application/yaml", text.getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, button("See what it would change")).click();
    }

    /** With another activity, under a version that is so much higher: no two tests may say different things under one. */
    private static String withActivity(String document, String what, int more) {
        return MAPPING_VERSION
                .matcher(document)
                .replaceFirst(version -> version.group(1) + (Integer.parseInt(version.group(2)) + more))
                .replaceFirst("\n    activities:\n", "\n    activities:\n" + ACTIVITY.formatted(what));
    }

    private static PersonId person(Room room, String name, String email) {
        return room.site()
                .bridge()
                .stores()
                .people()
                .add(
                        name,
                        List.of(new Identifier("email", "", email)),
                        room.site().bridge().clock().instant());
    }

    private static int about(Room room, String key, String secret) throws Exception {
        String basic = Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(room.site().address() + "/xapi/statements?limit=1"))
                .header("Authorization", "Basic " + basic)
                .header("X-Experience-API-Version", "1.0.3")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static String rows(Room room) {
        return room.site()
                .bridge()
                .stores()
                .audit()
                .list(Audit.Filter.ALL, 0, 50)
                .toString();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions button(String name) {
        return named(name).setExact(true);
    }
}
