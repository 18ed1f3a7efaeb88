package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurelbridge.webapp.server.Assets;

/** Browsers that keep nothing inside the platform's page: what one signs in to in a window, and what comes back to the frame. */
class WaitingFrameTest extends DeepLinkingWalk {

    /** The frame, which keeps no cookie, and what it shows. */
    private final class Frame {
        final Browser browser = new Browser(address);
        final String page;

        Frame() {
            HttpResponse<String> begun = browser.send(browser.request("/lti/login")
                    .header("Sec-Fetch-Dest", "iframe")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(Browser.query(announced()))));
            browser.cookies.clear();
            HttpResponse<String> asked =
                    browser.send(browser.request(Browser.location(begun)).header("Sec-Fetch-Dest", "iframe"));
            assertThat(asked.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("script-src 'self';", "connect-src 'self';")
                    .doesNotContain("unsafe");
            page = asked.body();
        }

        String window() {
            return page.replaceFirst("(?s).*href=\"(/lti/login[^\"]+)\".*", "$1")
                    .replace("&amp;", "&");
        }

        HttpResponse<String> look() {
            return browser.post("/lti/choose", "do=waiting&token=" + token());
        }

        private String token() {
            return page.replaceFirst("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
        }
    }

    private HttpResponse<String> open(Browser window, String address, String site) {
        URI onward =
                URI.create(Browser.location(window.send(window.request(address).header("Sec-Fetch-Site", site))));
        return window.post("/lti/launch", platform.ask(onward, false, true, TEACHER));
    }

    @Test
    void badge_isChosenInTheFrame_onceSomebodySignedInInTheWindow() {
        Frame frame = new Frame();
        assertThat(frame.page).contains("Open Laurel in a new window", "target=\"_blank\"", Assets.at("lti-window.js"));
        HttpResponse<String> early = frame.look();
        assertThat(early.statusCode()).isEqualTo(202);
        assertThat(early.body()).contains("Nothing to choose yet", "value=\"" + frame.token() + "\"");

        HttpResponse<String> window = open(new Browser(address), frame.window(), "same-origin");
        assertThat(window.body())
                .contains("Go back to your course")
                .doesNotContain("<form", frame.token(), "Kubernetes fundamentals");
        HttpResponse<String> chooses = frame.look();
        assertThat(chooses.statusCode()).isEqualTo(200);
        assertThat(chooses.body()).contains("Kubernetes fundamentals");
        HttpResponse<String> sent = frame.browser.post(
                "/lti/choose", "token=" + token(chooses) + "&badge=quiz&column=yes&points=50&do=place");
        String link = platform.take(jwt(sent), jwks()).get(0);
        assertThat(platform.link(link).title()).isEqualTo("Kubernetes fundamentals");
        assertThat(frame.look().statusCode()).as("once").isEqualTo(202);
    }

    @Test
    void window_openedTwice_leavesOneChoice() {
        Frame frame = new Frame();
        Frame other = new Frame();
        String again = other.window().replaceFirst("waiting=.*", "waiting=" + frame.token());
        open(new Browser(address), frame.window(), "same-origin");
        assertThat(open(new Browser(address), again, "same-origin").body()).contains("Go back to your course");
        assertThat(frame.look().statusCode()).isEqualTo(200);
    }

    @Test
    void window_thatAStrangerLeadsTo_showsTheChoiceToNobodyElse() {
        for (String site : new String[] {"cross-site", "same-site", "none"}) {
            Frame strangers = new Frame();
            HttpResponse<String> window = open(new Browser(address), strangers.window(), site);
            assertThat(window.body()).as(site).contains("Choose a badge").doesNotContain(strangers.token());
            assertThat(strangers.look().statusCode()).as(site).isEqualTo(202);
        }
    }

    @Test
    void learner_whomThePlatformKnowsThoughNothingIsKept_opensAWindowSignedIn() {
        Map<String, String> login = announced();
        login.put("lti_storage_target", "_parent");
        String keep = browser.post("/lti/login", login).body();
        URI onward = URI.create(keep.replaceFirst("(?s).*id=\"onward\"[^>]*href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&"));
        Map<String, String> came = new HashMap<>(platform.agree(onward, "3", LEARNER));
        came.put("held", keep.replaceFirst("(?s).*data-value=\"([^\"]+)\".*", "$1"));
        browser.cookies.clear();
        HttpResponse<String> told = launch(came, "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Dest", "iframe");
        assertThat(told.body())
                .contains("Open Laurel in a new window", "action=\"/sign-in/window\"", "value=\"/lti/open\"");
        Browser window = new Browser(address);
        HttpResponse<String> opened = window.send(window.request("/sign-in/window")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(Browser.query(Map.of(
                        "to",
                        "/lti/open",
                        "ticket",
                        told.body().replaceFirst("(?s).*name=\"ticket\" value=\"([^\"]+)\".*", "$1"))))));
        assertThat(Browser.location(opened)).endsWith("/lti/open");
        assertThat(Browser.location(window.get("/lti/open"))).endsWith("/my");
    }

    @Test
    void pageThatHasAWindowOfItsOwn_takesWhoIsSignedInAlong() {
        browser.post("/lti/launch", platform.agree(begin(), "3", LEARNER));
        HttpResponse<String> told = framed("/verify");
        assertThat(told.body())
                .contains("action=\"/sign-in/window\" target=\"_blank\"", "value=\"/verify\"", "href=\"/lti/open\"");
        assertThat(told.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(Browser.location(framed("/sign-in")))
                .as("nobody is signed out")
                .endsWith("/lti/open");
    }
}
