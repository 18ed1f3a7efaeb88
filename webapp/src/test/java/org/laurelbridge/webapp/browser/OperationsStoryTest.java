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
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** What an administrator comes to do while an installation is in use: move what is set up, deliver, watch, answer for people. */
@ExtendWith(Room.Extension.class)
class OperationsStoryTest {
    private static final Pattern MAPPING_VERSION =
            Pattern.compile("(kind: mapping\n    name: [a-z-]+\n    version: )([0-9]+)");
    private static final String MOVED_ACTIVITY = """
                  moved-quiz: {title: Moved quiz, match: {id: "https://example.org/story/moved"}}
            """;
    private static final String MOVED_BADGE = """
              badge-moved.yaml: |
                brl: 1
                kind: badge
                id: moved
                version: %d
                title: Moved here
                when: {scored: {on: moved-quiz, atLeast: %d%%}}
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
        long line = before.lines().takeWhile(one -> !one.contains("title: Fire safety")).count() + 1;
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("laurel-setup.yaml:" + line + ":");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("titel");
        page.getByRole(AriaRole.BUTTON, button("Do not import")).click();
        bring(page, "setup: 1\nruels: {}\n");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("laurel-setup.yaml:2:");

        bring(page, before);
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("this file changes nothing");
        page.getByRole(AriaRole.BUTTON, button("Do not import")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Nothing was imported");

        String with = withActivity(before)
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
        assertThat(main).containsText("+ when: {scored: {on: moved-quiz, atLeast: 50%}}");
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

    /** With another activity, under the next version. */
    private static String withActivity(String document) {
        return MAPPING_VERSION
                .matcher(document)
                .replaceFirst(version -> version.group(1) + (Integer.parseInt(version.group(2)) + 1))
                .replaceFirst("\n    activities:\n", "\n    activities:\n" + MOVED_ACTIVITY);
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
        return room.site().bridge().stores().audit().list(Audit.Filter.ALL, 0, 50).toString();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions button(String name) {
        return named(name).setExact(true);
    }
}
