package org.laurelbridge.webapp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.fake.FakeLrs;

/** What an administrator comes to do, as they do it. */
@ExtendWith(Room.Extension.class)
class AdministratorStoryTest {
    private static final String STATEMENT = """
            {"actor":{"mbox":"mailto:nobody.yet@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/passed"},\
            "object":{"id":"https://lms.example/of-the-story"}}""";

    @Test
    void connectsAnLrs_andSeesWhatIsNotRight(Room room) {
        try (FakeLrs lrs = FakeLrs.a()) {
            UUID statement = lrs.add(UUID.randomUUID(), STATEMENT);
            Page page = room.signIn(Role.ADMINISTRATOR);
            page.getByRole(AriaRole.LINK, named("Connections").setExact(true)).click();
            assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("sample")))
                    .containsText("from the configuration");

            page.getByLabel("Name", exactly()).fill("campus-lrs");
            page.getByLabel("Endpoint", exactly()).fill(lrs.endpoint().toString());
            page.getByLabel("Key", exactly()).fill("key");
            page.getByLabel("Secret", exactly()).fill("a wrong secret");
            page.getByRole(AriaRole.BUTTON, button("Connect the LRS")).click();
            assertThat(page.getByText("It is saved. This is what a first try found:"))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("It fails at this step: Key and secret.");
            assertThat(row(page, "Connection")).containsText("good");
            assertThat(row(page, "Key and secret")).containsText("the key or the secret is wrong");
            assertThat(row(page, "Newest statement")).containsText("not tried");
            assertThat(page.content()).doesNotContain("a wrong secret");

            assertThat(page.getByLabel("Secret", exactly())).hasValue("");
            page.getByLabel("Secret", exactly()).fill("gehäim");
            page.getByRole(AriaRole.BUTTON, button("Save")).click();

            assertThat(page.getByRole(AriaRole.STATUS)).containsText("The connection works.");
            assertThat(row(page, "Newest statement")).containsText("2026");
            assertThat(page.content()).doesNotContain("gehäim");
            waitFor(room, statement);
            room.open("/admin/connections");
            assertThat(row(page, "campus-lrs")).containsText("Good");
            room.open("/admin/connections/campus-lrs");
            page.getByRole(AriaRole.BUTTON, button("Test the connection")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("The connection works.");

            page.getByText("What follows when campus-lrs is removed").click();
            page.getByRole(AriaRole.BUTTON, button("Remove campus-lrs")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("It was removed.");
            assertThat(rows(room)).contains("source.connected", "source.changed", "source.removed");
            assertThat(rows(room)).doesNotContain("gehäim").doesNotContain("a wrong secret");
        }
    }

    @Test
    void connectsASender_andItsSecretIsShownOnce(Room room) throws Exception {
        Page page = room.signIn(Role.ADMINISTRATOR);
        room.open("/admin/connections");
        page.getByLabel("Name of the sender").fill("story-app");
        page.getByRole(AriaRole.BUTTON, button("Connect the sender")).click();
        Locator once = page.getByRole(AriaRole.STATUS);
        assertThat(once).containsText("The secret of story-app");
        String secret = once.getByLabel("Secret", new Locator.GetByLabelOptions().setExact(true))
                .inputValue();

        assertThat(about(room, "story-app", secret)).isEqualTo(200);
        assertThat(about(room, "story-app", "another")).isEqualTo(401);

        page.getByRole(AriaRole.LINK, named("story-app")).click();
        assertThat(page.content()).doesNotContain(secret);
        page.getByRole(AriaRole.BUTTON, button("Make another secret")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The secret of story-app");
        assertThat(about(room, "story-app", secret)).isEqualTo(401);

        page.getByText("What follows when story-app is removed").click();
        page.getByRole(AriaRole.BUTTON, button("Remove story-app")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("It was removed.");
    }

    @Test
    void saysWhatAStatementMeans_fromWhatCame(Room room) throws Exception {
        room.site().sender().send("""
                {"actor": {"account": {"homePage": "https://moodle.example.org", "name": "101"}},
                 "verb": {"id": "https://example.org/verbs/mastered"},
                 "object": {"id": "https://example.org/story/knots",
                   "definition": {"type": "https://example.org/types/workshop"}}}
                """);
        room.site().settle();
        Page page = room.signIn(Role.ADMINISTRATOR);
        page.getByRole(AriaRole.LINK, named("Connections").setExact(true)).click();
        page.getByRole(AriaRole.LINK, named("Mapping").setExact(true)).click();
        assertThat(pair(page)).containsText("nothing");

        page.getByRole(
                        AriaRole.BUTTON,
                        button("Add a line for https://example.org/verbs/mastered on https://example.org/story/knots"))
                .click();
        assertThat(pair(page)).containsText("completed knots");
        Locator text = page.getByLabel("Document (YAML)");
        String draft = text.inputValue();
        assertThat(draft).contains("knots:", "completed: [\"https://example.org/verbs/mastered\"]");

        assertThat(pair(page)).containsText("Mapped already");
        text.fill(draft.replace("match: {id: \"https://example.org/story/knots\"}", "match: {id: \"not an IRI\"}"));
        page.getByRole(AriaRole.BUTTON, button("Save")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was saved.");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText(Pattern.compile("mapping.yaml:[0-9]+:.*not an IRI"));

        page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK).first().click();
        assertThat(text).isFocused();
        assertThat(String.valueOf(
                        text.evaluate("area => area.value.substring(area.selectionStart, area.selectionEnd)")))
                .contains("not an IRI");
        page.getByRole(AriaRole.BUTTON, button("Try it")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("It was only tried");
        text.fill(draft);
        page.getByRole(AriaRole.BUTTON, button("Try it")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("One of the above would mean something else.");
        page.getByRole(AriaRole.BUTTON, button("Save")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The mapping is in force.");
        assertThat(pair(page)).containsText("completed knots");
        room.site().settle();
        assertThat(rows(room)).contains("rules.applied");
    }

    @Test
    void seesThatNothingIsLost(Room room) {
        Page page = room.signIn(Role.ADMINISTRATOR);
        assertThat(page.getByRole(AriaRole.HEADING, named("The way of a statement")))
                .isVisible();
        page.getByRole(AriaRole.LINK, named("Deliveries").setExact(true)).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Deliveries"))).isVisible();
    }

    @Test
    void makesNewKeys_andTakesOneBackThatOthersMayHave(Room room) {
        Page page = room.signIn(Role.ADMINISTRATOR);
        page.getByRole(AriaRole.LINK, named("Connections").setExact(true)).click();
        page.getByRole(AriaRole.LINK, named("Signing keys")).click();
        assertThat(keys(page, "Signs now")).hasCount(2);
        int before = keys(page, "Published").count();

        page.getByRole(AriaRole.BUTTON, button("Make new keys")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The keys are made");
        assertThat(keys(page, "Signs now")).hasCount(2);
        assertThat(keys(page, "Published")).hasCount(before + 2);

        page.getByText("What follows when a key is withdrawn").click();
        page.getByRole(AriaRole.BUTTON, button("Withdraw this key")).click();
        assertThat(keys(page, "Withdrawn")).hasCount(0);
        // the one that was just made: what the sample was signed with stays
        page.getByLabel("The key").selectOption(new SelectOption().setIndex(1));
        page.getByRole(AriaRole.BUTTON, button("Withdraw this key")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The key is withdrawn.");
        assertThat(keys(page, "Withdrawn")).hasCount(1);
        assertThat(keys(page, "Signs now")).hasCount(2);
        assertThat(rows(room)).contains("key.added", "key.withdrawn");
    }

    @Test
    void findsTheWayByGroups(Room room) {
        Page page = room.signIn(Role.ADMINISTRATOR);
        Locator groups = page.getByRole(AriaRole.NAVIGATION, named("Administration"));
        assertThat(groups.getByRole(AriaRole.LINK))
                .hasText(new String[] {"Today", "Badges", "People", "Connections", "Audit"});
        groups.getByText("People").click();
        Locator pages = page.getByRole(AriaRole.NAVIGATION, named("People"));
        pages.getByText("Rosters").click();

        assertThat(page.getByRole(AriaRole.HEADING, named("Rosters"))).isVisible();
        assertThat(groups.getByText("People")).hasAttribute("aria-current", "true");
        assertThat(pages.getByText("Rosters")).hasAttribute("aria-current", "page");
        assertThat(pages.getByText("Users")).not().hasAttribute("aria-current", Pattern.compile(".*"));
    }

    @Test
    void isWarned_ofWhatWasNotDone(Room room) {
        room.signIn(Role.ADMINISTRATOR);
        room.open("/admin/users?done=last-administrator");
        assertThat(room.page().getByRole(AriaRole.ALERT)).containsText("nothing was changed");
        room.open("/admin/users?done=roles-saved");
        assertThat(room.page().getByRole(AriaRole.STATUS)).containsText("The roles are saved.");
        assertThat(room.page().getByRole(AriaRole.ALERT)).hasCount(0);
    }

    /** Waits until a statement was read. */
    private static void waitFor(Room room, UUID statement) {
        while (room.site()
                .bridge()
                .stores()
                .statements()
                .find("campus-lrs", statement)
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static int about(Room room, String key, String secret) throws Exception {
        String basic = Base64.getEncoder().encodeToString((key + ":" + secret).getBytes());
        HttpRequest request = HttpRequest.newBuilder(URI.create(room.site().address() + "/xapi/statements?limit=1"))
                .header("Authorization", "Basic " + basic)
                .header("X-Experience-API-Version", "1.0.3")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static String rows(Room room) {
        List<Audit.Entry> rows = room.site().bridge().stores().audit().list(Audit.Filter.ALL, 0, 50);
        return rows.toString();
    }

    private static Locator pair(Page page) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("/story/knots"));
    }

    private static Locator row(Page page, String step) {
        return page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.ROWHEADER,
                                new Page.GetByRoleOptions().setName(step).setExact(true))));
    }

    private static Locator keys(Page page, String state) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(state));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions button(String name) {
        return named(name).setExact(true);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
