package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Browsers that show Laurel inside the platform's page, with cookies and without. */
class LtiFramesTest extends LtiWalk {
    @Test
    void launch_cookieKeptAtThePlatform_isLetIn() {
        register();
        Map<String, String> login = announced();
        login.put("lti_storage_target", "_parent");
        HttpResponse<String> keep = post("/lti/login", login);
        assertThat(keep.body()).contains("data-frame=\"_parent\"", "data-origin=\"" + platform.address() + "\"");
        assertThat(keep.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'", "frame-ancestors 'self' " + platform.address())
                .doesNotContain("unsafe");
        String held = keep.body().replaceFirst("(?s).*data-value=\"([^\"]+)\".*", "$1");
        URI onward = URI.create(keep.body()
                .replaceFirst("(?s).*id=\"onward\"[^>]*href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&"));
        Map<String, String> came = new HashMap<>(platform.agree(onward, "3", LEARNER));
        browser.cookies.clear();
        came.put("lti_storage_target", "_parent");
        HttpResponse<String> bring = post("/lti/launch", came);
        assertThat(bring.body()).contains("action=\"/lti/launch\"", "name=\"held\" value=\"\"");
        assertThat(bring.headers().firstValue("Referrer-Policy")).contains("same-origin");
        came.put("held", held);
        for (String[] foreign : new String[][] {
            {"Origin", "https://evil.example"},
            {"Origin", "null"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site", "Origin", address.toString()},
            {"X-Without", "both"}
        }) {
            HttpResponse<String> victim = launch(came, foreign);
            assertThat(victim.body()).as(foreign[1]).contains("Open Laurel in a new window");
            assertThat(Browser.location(get("/my"))).as(foreign[1]).contains("/sign-in");
        }
        assertThat(Browser.location(launch(came, "Origin", address.toString()))).isEqualTo(address + "/lti/open");
    }

    @Test
    void launch_cookieKeptAtThePlatform_asNewBrowsersSayIt_isLetIn() {
        register();
        Map<String, String> login = announced();
        login.put("lti_storage_target", "_parent");
        String keep = post("/lti/login", login).body();
        URI onward = URI.create(keep.replaceFirst("(?s).*id=\"onward\"[^>]*href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&"));
        Map<String, String> came = new HashMap<>(platform.agree(onward, "3", LEARNER));
        came.put("held", keep.replaceFirst("(?s).*data-value=\"([^\"]+)\".*", "$1"));
        browser.cookies.clear();
        assertThat(Browser.location(launch(came, "Sec-Fetch-Site", "same-origin", "Origin", "null")))
                .isEqualTo(address + "/lti/open");
    }

    @Test
    void login_inAFrameThatKeepsCookies_goesOnToThePlatform() {
        register();
        HttpResponse<String> onward = framed(announcedInAFrame());
        assertThat(Browser.location(onward)).startsWith(platform.address() + "/mod/lti/auth.php?");
        Map<String, String> came = platform.agree(URI.create(Browser.location(onward)), "3", LEARNER);
        assertThat(Browser.location(post("/lti/launch", came))).isEqualTo(address + "/lti/open");
    }

    @Test
    void login_inAFrameThatKeepsNone_goesOnInAWindowWithAnAnnouncementThatIsStillGood() {
        register();
        String begun = announcedInAFrame();
        browser.cookies.clear();
        HttpResponse<String> asked = framed(begun);
        assertThat(asked.body()).contains("Open Laurel in a new window", "target=\"_blank\"");
        String window = asked.body()
                .replaceFirst("(?s).*href=\"(/lti/login[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        URI onward = URI.create(Browser.location(get(window)));
        Map<String, String> came = platform.agree(onward, "3", LEARNER);
        assertThat(Browser.location(post("/lti/launch", came))).isEqualTo(address + "/lti/open");
    }

    @Test
    void login_begunByNobody_isRefused() {
        HttpResponse<String> refused = framed("/lti/login?begun=guessed");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("from your platform again");
    }

    @Test
    void framedPage_afterTheSessionEnded_saysSoInsideTheFrameWithoutAForm() {
        register();
        assertThat(Browser.location(framed("/my"))).endsWith("/sign-in?to=%2Fmy");
        HttpResponse<String> told = framed("/sign-in?to=%2Fmy");
        assertThat(told.statusCode()).isEqualTo(401);
        assertThat(told.body())
                .contains("Open Laurel from your course once more", "href=\"/sign-in?to=%2Fmy\" target=\"_blank\"")
                .doesNotContain("<form", "<input", "<button");
        assertThat(told.headers().firstValue("Content-Security-Policy").orElseThrow())
                .endsWith("frame-ancestors 'self' " + platform.address());
        assertThat(get("/sign-in?to=%2Fmy").body()).contains("<form");
    }

    @Test
    void framedPage_thatIsNoneOfTheFramed_opensInAWindow() {
        register();
        for (String path : new String[] {"/", "/verify?x=1", "/admin", "/oauth/authorize?client_id=x"}) {
            HttpResponse<String> told = framed(path);
            assertThat(told.statusCode()).as(path).isEqualTo(200);
            assertThat(told.body())
                    .contains("Open it in a new window", "href=\"" + path + "\" target=\"_blank\"")
                    .doesNotContain("<form");
        }
        assertThat(framed("/x/..//evil.example/").body()).doesNotContain("evil.example");
        assertThat(framed("/badges?to=\"><script>alert(1)</script>"
                                .replace("\"", "%22")
                                .replace("<", "%3C")
                                .replace(">", "%3E"))
                        .body())
                .doesNotContain("<script>");
    }

    @Test
    void pages_areFramedByPlatformsAlone_andAdministratorsByNobody() {
        assertThat(policy("/my")).contains("frame-ancestors 'none'");
        register();
        assertThat(policy("/my"))
                .contains("default-src 'none'", "base-uri 'none'")
                .contains("frame-ancestors 'self' " + platform.address());
        assertThat(policy("/lti/login")).contains("frame-ancestors 'self' " + platform.address());
        assertThat(policy("/admin")).contains("frame-ancestors 'none'");
        assertThat(policy("/sign-in")).contains("frame-ancestors 'none'");
        assertThat(policy("/oauth/authorize")).contains("frame-ancestors 'none'");
    }
}
