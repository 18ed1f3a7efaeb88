package org.laurelbridge.webapp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;

/** Stories I5 and I6: an instructor decides what waits. */
@ExtendWith(Room.Extension.class)
class InboxStoryTest {
    private Room room;
    private Classroom classroom;
    private List<RuleText> before = List.of();

    @BeforeEach
    void sit(Room given) {
        room = given;
        classroom = new Classroom(given.site());
        before = room.site().bridge().rules().export();
    }

    @AfterEach
    void forget() {
        room.site().bridge().rules().apply(before);
    }

    private static Locator inbox(Page page) {
        return page.locator(".bar-wide a[href='/teach/inbox']");
    }

    @Test
    void i5_workIsSentBackOrApproved_withTheEvidenceInPlace_byTwoDifferentPeople() {
        classroom.ofTheCourse("""
                brl: 1
                kind: badge
                id: seen-work
                version: 1
                title: Seen work
                when:
                  all:
                    - completed: lab-1
                    - evidence: {kind: url, atLeast: 1}
                    - approved: {by: instructor, n: 2}
                """);
        PersonId amira = classroom.person("Amira Haddad");
        PersonId bjorn = classroom.person("Björn Lindqvist");
        classroom.handIn(amira, "https://pictures.example.org/network.png");
        classroom.handIn(bjorn, "javascript:alert(1)");
        room.site().settle();

        room.signIn(Role.INSTRUCTOR);
        Page page = room.open("/teach/inbox");
        int waiting = Integer.parseInt(inbox(page).innerText().replaceAll("\\D+", ""));
        assertThat(Axe.violations(page)).isEmpty();
        open("Björn Lindqvist about Seen work");
        assertThat(waits("Björn Lindqvist about Seen work").getByText("javascript:alert(1)"))
                .isVisible();
        assertThat(page.locator("a[href^=javascript]")).hasCount(0);
        page.getByRole(AriaRole.LINK, named("All that waits")).click();
        open("Amira Haddad about Seen work");
        assertThat(waits("Amira Haddad about Seen work")
                        .getByRole(AriaRole.LINK, linked("https://pictures.example.org/network.png")))
                .hasAttribute("rel", "noreferrer noopener nofollow");
        assertThat(waits("Amira Haddad about Seen work")).containsText("work of ");
        assertThat(waits("Amira Haddad about Seen work").getByText("Show the picture here"))
                .isVisible();
        assertThat(Axe.violations(page)).isEmpty();
        decide("Amira Haddad about Seen work", "Please show the second network, too.", "Send back");
        assertThat(page.locator(".notice").first()).hasText("It is sent back, with your note.");
        assertThat(inbox(page)).hasText("Inbox " + (waiting - 1) + " waiting");
        page.getByText("1 that you sent back").click();
        open("Amira Haddad about Seen work");
        assertThat(waits("Amira Haddad about Seen work")).containsText("Please show the second network, too.");
        page.getByRole(AriaRole.LINK, named("All that waits")).click();
        open("Björn Lindqvist about Seen work");
        decide("Björn Lindqvist about Seen work", "Well done.", "Approve");
        assertThat(page.locator(".notice").first()).containsText("Somebody else has to approve it, too.");
        open("Björn Lindqvist about Seen work");
        assertThat(waits("Björn Lindqvist about Seen work")).containsText("1 of 2 have approved");
        assertThat(inbox(page)).hasText("Inbox " + (waiting - 2) + " waiting");
        assertThat(waits("Björn Lindqvist about Seen work").getByRole(AriaRole.BUTTON))
                .hasCount(0);
        assertThat(room.site().bridge().awards().list("seen-work", null, null, 9))
                .isEmpty();

        classroom.secondTeacher();
        room.fresh(new Browser.NewContextOptions());
        signIn("second", "correct horse battery");
        page = room.open("/teach/inbox");
        open("Björn Lindqvist about Seen work");
        decide("Björn Lindqvist about Seen work", "", "Approve");
        assertThat(page.locator(".notice").first()).hasText("The award is approved. It is given in a moment.");
        room.site().settle();
        assertThat(room.site().bridge().awards().list("seen-work", bjorn, null, 9))
                .singleElement()
                .returns(AwardStatus.VALID, Award::status);

        room.fresh(new Browser.NewContextOptions());
        room.signIn(Role.LEARNER);
        page = room.open("/my");
        page.locator(".notice").getByRole(AriaRole.LINK, linked("Seen work")).click();
        assertThat(page.getByRole(AriaRole.REGION, named("Sent back to you")))
                .containsText("Please show the second network, too.");
        assertThat(Axe.violations(page)).isEmpty();
    }

    @Test
    void i6_aCorrectedGrade_waitsInTheInbox_withTheOldAndTheNewScore() {
        classroom.ofTheCourse("""
                brl: 1
                kind: badge
                id: top-quiz
                version: 1
                title: Top quiz
                when: {scored: {on: cloud-quiz, atLeast: 95%}}
                settle: 0
                unsupported: review
                """);
        for (String learner : List.of("117", "119")) {
            UUID full = classroom.does(
                    learner, "/mod/quiz/view.php?id=20", ", \"result\": {\"score\": {\"raw\": 20, \"max\": 20}}");
            room.site().settle();
            classroom.voids(full);
        }
        room.site().settle();

        room.signIn(Role.INSTRUCTOR);
        Page page = room.open("/teach/inbox");
        assertThat(waits("Quentin Dubois about Top quiz"))
                .containsText("It was earned with 100\u202f%. Now it is 65\u202f%.");
        assertThat(waits("João Pereira about Cloud practitioner"))
                .containsText("It was earned with 90\u202f%. Now it is 70\u202f%.");
        assertThat(Axe.violations(page)).isEmpty();
        decide("Quentin Dubois about Top quiz", "The oral exam was full.", "Let the badge stand");
        assertThat(page.locator(".notice").first()).hasText("The award is kept.");
        decide("Sven Müller about Top quiz", "Copied.", "Take the badge back");
        assertThat(page.locator(".notice").first()).hasText("The award was taken back, and its grade with it.");
        assertThat(waits("Sven Müller about Top quiz")).hasCount(0);
        assertThat(room.site().bridge().awards().list("top-quiz", classroom.person("Sven Müller"), null, 9))
                .singleElement()
                .returns(AwardStatus.REVOKED, Award::status);
    }

    private Locator waits(String name) {
        return room.page().getByRole(AriaRole.ARTICLE, named(name));
    }

    private void decide(String name, String note, String button) {
        waits(name).getByLabel(Pattern.compile("^Note")).fill(note);
        waits(name)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    private static Locator.GetByRoleOptions linked(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private void signIn(String name, String password) {
        Page page = room.open("/sign-in");
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("form:has(input[name=password]) button").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** What has no place among the first stands in a line. */
    private void open(String name) {
        if (waits(name).count() == 0) {
            room.page().getByRole(AriaRole.LINK, named(name)).click();
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
