package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page on which an instructor chooses badges for a course. */
class ChoosingTest extends DeepLinkingWalk {
    @Test
    void several_arePlacedWhereThePlatformTakesThem() {
        HttpResponse<String> page = ask(true, false, TEACHER);
        assertThat(page.body()).contains("type=\"checkbox\"").doesNotContain("name=\"points\"");
        HttpResponse<String> sent = choose(page, "badge=quiz&badge=other&column=yes&points=5&do=place");
        List<String> links = platform.take(jwt(sent), jwks());
        assertThat(links).hasSize(2);
        assertThat(links).allMatch(link -> platform.link(link).column() == 0);
        assertThat(links)
                .extracting(link -> platform.link(link).custom())
                .containsExactlyInAnyOrder(Map.of("badge", "quiz"), Map.of("badge", "other"));
    }

    @Test
    void cancel_placesNothing_andSaysSo() {
        HttpResponse<String> sent = choose(ask(false, true, TEACHER), "do=cancel&badge=quiz");
        assertThat(platform.take(jwt(sent), jwks())).isEmpty();
    }

    @Test
    void answer_again_isTakenByNobody() {
        HttpResponse<String> page = ask(false, true, TEACHER);
        HttpResponse<String> sent = choose(page, "badge=quiz&do=place");
        platform.take(jwt(sent), jwks());
        assertThatThrownBy(() -> platform.take(jwt(sent), jwks())).hasMessageContaining("nonce");
        HttpResponse<String> again = choose(page, "badge=quiz&do=place");
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).doesNotContain("name=\"JWT\"");
    }

    @Test
    void choice_withoutItsToken_isNobodys() {
        ask(false, true, TEACHER);
        HttpResponse<String> guessed = browser.post("/lti/choose", "token=guessed&badge=quiz&do=place");
        assertThat(guessed.statusCode()).isEqualTo(410);
    }

    @Test
    void learner_whoAsks_isRefusedInWords() {
        HttpResponse<String> refused = ask(false, true, LEARNER);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Only an instructor of the course").doesNotContain("name=\"token\"");
    }

    @Test
    void choice_thatIsNotRight_isToldAllAtOnceAndKept() {
        HttpResponse<String> page = ask(false, true, TEACHER);
        HttpResponse<String> wrong =
                choose(page, "badge=quiz&badge=gone&column=yes&points=1001&query=%3Cscript%3E&do=place");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains("one badge at a time", "cannot be earned any more", "whole number from 1 to 1000")
                .doesNotContain("<script>");
        assertThat(choose(page, "points=5&do=place").body()).contains("Choose a badge.");
        assertThat(choose(page, "badge=quiz&do=place").statusCode()).isEqualTo(200);
    }

    @Test
    void search_worksWithoutScript_andKeepsWhatWasChosen() {
        HttpResponse<String> page = ask(true, true, TEACHER);
        String found =
                choose(page, "query=KUBERNETES+fund&badge=other&do=search").body();
        assertThat(found).contains("value=\"quiz\"", "value=\"other\" checked");
        assertThat(choose(page, "query=nothing+like+it&do=search").body()).contains("No badge has these words");
    }

    @Test
    void form_goesToTheReturnAddressAlone() {
        HttpResponse<String> page = ask(false, true, TEACHER);
        assertThat(policy(page)).contains("form-action 'self'", "frame-ancestors 'self' " + platform.address());
        assertThat(policy(choose(page, "badge=quiz&do=place")))
                .contains("form-action " + platform.address() + "/mod/lti/contentitem_return.php;", "script-src 'self'")
                .doesNotContain("form-action 'self'", "unsafe", "sesskey");
        assertThat(PlacePage.source("https://lms.example/a;b,c?d")).isEqualTo("https://lms.example/a%3Bb%2Cc");
    }

    private static String policy(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @Test
    void badge_thatIsNotThere_isNotFound() {
        Browser ada = new Browser(address);
        ada.post("/lti/launch", platform.agree(begin(ada), "l", Map.of("badge", "gone"), "3", LEARNER));
        assertThat(ada.get("/my/badges/gone").statusCode()).isEqualTo(404);
        assertThat(ada.get("/my/badges/").statusCode()).isEqualTo(404);
    }
}
