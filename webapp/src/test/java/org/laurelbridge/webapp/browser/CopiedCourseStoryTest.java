package org.laurelbridge.webapp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodle;
import org.laurelbridge.bridge.fake.FakeMoodle;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.Courses;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** Story I8 with a Moodle that tells its idnumbers: what has the same one takes the other's place, what has none is listed. */
@ExtendWith(Room.Extension.class)
class CopiedCourseStoryTest {
    private static final String QUIZ = "/mod/quiz/view.php?id=31";
    private static final String BADGE = """
            brl: 1
            kind: badge
            id: knots
            version: 1
            title: Knots
            when:
              all:
                - scored: {on: knot-quiz, atLeast: 80%}
                - completed: knot-essay
            deliver: [{to: copied-moodle, course: "21"}]
            """;

    @Test
    void sameIdNumbers_takeEachOthersPlace_andTheBadgeIsOffUntilTheRestIsChosen(Room room) {
        List<RuleText> before = room.site().bridge().rules().export();
        try (FakeMoodle moodle = new FakeMoodle(InstantSource.system())) {
            moodle.service("a token", "core_course_get_contents", "core_course_get_course_module")
                    .course(21)
                    .course(22)
                    .activity(21, 31, "quiz", 100)
                    .activity(21, 32, "assign", 100)
                    .activity(22, 41, "quiz", 100)
                    .idNumber(31, "Q1")
                    .idNumber(41, "Q1");
            String root = moodle.root().toString();
            teach(room, moodle);
            apply(room, before, root);

            room.signIn(Role.INSTRUCTOR);
            Page page = room.open("/teach/courses/" + encoded(root) + "/" + encoded("21"));
            page.getByRole(AriaRole.LINK, named("Copy badges to another course"))
                    .click();
            page.getByLabel("To which course").selectOption("Ropes II");
            page.getByRole(AriaRole.BUTTON, named("Copy as drafts")).click();

            Locator badge = page.getByRole(AriaRole.ARTICLE).filter(with("Knots"));
            assertThat(badge).containsText("off");
            assertThat(badge.getByRole(AriaRole.LISTITEM)).hasText(new String[] {"Knot essay"});
            badge.locator("summary").click();
            assertThat(badge.getByRole(AriaRole.LISTITEM).filter(with("Knot quiz")))
                    .isVisible();
            assertThat(Axe.violations(page)).isEmpty();

            badge.getByRole(AriaRole.LINK).click();
            assertThat(page.getByLabel("Short name, for addresses")).hasValue("knots-22");
            page.getByRole(AriaRole.BUTTON, named("Save and switch on")).click();
            assertThat(page.locator(".field-problem").first()).isVisible();
            assertThat(room.site().bridge().rules().current().find("knots-22")).isEmpty();
        } finally {
            room.site().bridge().rules().apply(before);
            room.site()
                    .bridge()
                    .stores()
                    .moodles()
                    .find("copied-moodle")
                    .ifPresent(one -> room.site().bridge().stores().moodles().remove(one.id()));
        }
    }

    /** The sample's teacher has two courses of this Moodle, which an administrator connected. */
    private static void teach(Room room, FakeMoodle moodle) {
        var bridge = room.site().bridge();
        bridge.stores()
                .moodles()
                .add(
                        new KeptMoodle(UUID.randomUUID(), "copied-moodle", moodle.root(), "a token", false, List.of()),
                        bridge.clock().instant());
        PersonId teacher = bridge.stores()
                .people()
                .find(new Identifier("email", "", "teacher@example.org"))
                .orElseThrow();
        Courses courses = bridge.courses();
        Instant now = bridge.clock().instant();
        Instant later = now.plus(Duration.ofDays(300));
        Courses.Course first = new Courses.Course(moodle.root().toString(), "21");
        Courses.Course second = new Courses.Course(moodle.root().toString(), "22");
        courses.list(
                "copied-moodle",
                List.of(
                        new Courses.Listed(first, "ropes-1", "Ropes I"),
                        new Courses.Listed(second, "ropes-2", "Ropes II")),
                now,
                later);
        courses.replace(first, List.of(new Courses.Member(teacher, true, false)), now, later);
        courses.replace(second, List.of(new Courses.Member(teacher, true, false)), now, later);
    }

    private static void apply(Room room, List<RuleText> before, String root) {
        List<RuleText> texts = new ArrayList<>();
        before.forEach(one -> texts.add(
                one.text().contains("kind: mapping")
                        ? new RuleText(
                                one.file(),
                                one.text()
                                        .replaceFirst("(?m)^version: [0-9]+", "version: " + 900)
                                        .replaceFirst("(?m)^activities:\n", """
                                                activities:
                                                  knot-quiz: {title: Knot quiz, match: {id: "%1$s%2$s"}}
                                                  knot-essay: {title: Knot essay, match: {id: "%1$s/mod/assign/view.php?id=32"}}
                                                """.formatted(root, QUIZ)))
                        : one));
        texts.add(new RuleText("knots.yaml", BADGE));
        assertThat(room.site().bridge().rules().apply(texts).toString()).contains("knots@1");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
