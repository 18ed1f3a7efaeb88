package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.fake.FakeMoodle.Item;
import org.laurelbridge.webapp.server.Assets;

/** A badge is placed in a course, earned, and graded there. */
class DeepLinkingWalkTest extends DeepLinkingWalk {
    @Test
    void wholeWay_fromTheChoiceToTheGradeAndBack() {
        HttpResponse<String> page = ask(false, true, TEACHER);
        assertThat(page.body())
                .contains(
                        "Choose a badge",
                        "Kubernetes fundamentals",
                        "Score at least 80 %",
                        "type=\"radio\"",
                        "value=\"100\"")
                .doesNotContain("<script>alert");
        HttpResponse<String> sent =
                choose(page, "badge=quiz&column=yes&points=50&label=" + "n".repeat(300) + "&do=place");
        assertThat(sent.body())
                .contains("action=\"" + platform.back().replace("&", "&amp;") + "\"", Assets.at("lti-place.js"))
                .doesNotContain("<script>");
        String link = platform.take(jwt(sent), jwks()).get(0);
        assertThat(platform.link(link).title()).isEqualTo("Kubernetes fundamentals");
        assertThat(platform.link(link).url()).isEqualTo(address + "/lti/open");
        Item column = column(platform.link(link).column());
        assertThat(column.label).isEqualTo("n".repeat(255));
        assertThat(column.maximum).isEqualTo(50);

        Browser grace = new Browser(address);
        String classPage = Browser.location(launch(grace, link, "2", TEACHER));
        assertThat(classPage).startsWith(address + "/teach/courses/");
        assertThat(grace.get(URI.create(classPage).getRawPath()).statusCode()).isEqualTo(200);
        Browser ada = new Browser(address);
        assertThat(Browser.location(launch(ada, link, "3", LEARNER))).endsWith("/my/badges/quiz");
        assertThat(ada.get("/my/badges/quiz").body())
                .contains("Kubernetes fundamentals", "What is missing", "badge-picture")
                .doesNotContain("Open your badge");

        scored("00000000-0000-4000-8000-000000000001", "3", 0.5);
        waitUntil(() -> ada.get("/my/badges/quiz").body().contains("50 %"));
        scored("00000000-0000-4000-8000-000000000002", "3", 0.9);
        waitUntil(() -> grade(column.id).value() == 50);
        Award award = bridge.awards().list("quiz", null, null, 10).get(0);
        assertThat(grade(column.id).comment())
                .contains("Kubernetes fundamentals: earned on", "/awards/" + award.credential());
        assertThat(ada.get("/my/badges/quiz").body()).contains("Open your badge", "Valid");

        bridge.verdicts().revoke(award, "a mistake");
        waitUntil(() -> grade(column.id).value() == 0);
        assertThat(grade(column.id).comment()).contains("taken back on");
        assertThat(platform.moodle().columns(2)).hasSize(1);
    }

    @Test
    void award_first_isGradedInTheColumnThatComesLater() {
        Browser ada = new Browser(address);
        ada.post("/lti/launch", platform.agree(begin(ada), "3", LEARNER));
        scored("00000000-0000-4000-8000-000000000003", "3", 0.9);
        waitUntil(() -> bridge.awards().list("quiz", null, null, 10).size() == 1);
        String link = placed("quiz", 10);
        launch(new Browser(address), link, "2", TEACHER);
        waitUntil(() -> grade(platform.link(link).column()).value() == 10);
    }

    @Test
    void column_deletedByTheTeacher_isMadeAgainWithItsGrades() {
        String link = placed("quiz", 10);
        launch(new Browser(address), link, "3", LEARNER);
        scored("00000000-0000-4000-8000-000000000004", "3", 0.9);
        long first = platform.link(link).column();
        waitUntil(() -> grade(first).value() == 10);
        platform.moodle().delete(first);
        launch(new Browser(address), link, "2", TEACHER);
        waitUntil(() -> platform.moodle().columns(2).stream()
                .anyMatch(
                        item -> item.resourceId.equals("quiz") && grade(item.id).value() == 10));
        assertThat(platform.moodle().columns(2)).hasSize(1);
    }

    @Test
    void rule_mayDeliverToAPlatformByItsName() {
        rules(2, "deliver: [{to: campus, course: 2, grade: 7, of: 10}]");
        Browser ada = new Browser(address);
        ada.post("/lti/launch", platform.agree(begin(ada), "3", LEARNER));
        launch(new Browser(address), placed("other", 5), "2", TEACHER);
        scored("00000000-0000-4000-8000-000000000005", "3", 0.9);
        waitUntil(() -> platform.moodle().columns(2).stream()
                .anyMatch(
                        item -> item.resourceId.equals("quiz") && grade(item.id).value() == 7));
    }
}
