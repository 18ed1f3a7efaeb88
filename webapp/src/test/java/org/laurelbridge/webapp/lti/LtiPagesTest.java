package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A platform registers Laurel, and people come in from it with a browser. */
class LtiPagesTest extends LtiWalk {
    @Test
    void register_asksFirst_andIsGoodOnce() {
        Map<String, String> invited = invited();
        assertThat(get("/lti/register?" + Browser.query(invited)).body())
                .contains("Register Laurel at 127.0.0.1", "campus", "value=\"one-hour\"");
        assertThat(bridge.lti().platforms().list()).isEmpty();
        assertThat(post("/lti/register", invited).body()).contains("Laurel is registered", LtiPlatformDouble.CLIENT);
        assertThat(bridge.lti().platforms().list()).extracting("name").containsExactly("campus");
        assertThat(post("/lti/register", invited).statusCode()).isEqualTo(404);
    }

    @Test
    void register_withoutInvitation_asksNobody() {
        Map<String, String> invited = invited();
        invited.put("invitation", "guessed");
        assertThat(get("/lti/register?" + Browser.query(invited)).statusCode()).isEqualTo(404);
        assertThat(post("/lti/register", invited).statusCode()).isEqualTo(404);
        assertThat(bridge.lti().platforms().list()).isEmpty();
    }

    @Test
    void register_standsInThePageOfThePlatformThatIsToCome_andInNobodyElses() {
        Map<String, String> invited = invited();
        String path = "/lti/register?" + Browser.query(invited);
        assertThat(policy(path)).endsWith("frame-ancestors 'self' " + platform.address());
        HttpResponse<String> registered = post("/lti/register", invited);
        assertThat(registered.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'", "frame-ancestors 'self' " + platform.address());
        HttpResponse<String> again = get(path);
        assertThat(again.body()).contains("good once").doesNotContain("<form");
        assertThat(policy(path)).contains("frame-ancestors 'self' " + platform.address());
    }

    @Test
    void register_configurationThatIsNoPlainAddress_isRefusedAndChangesNoHeader() {
        for (String address : new String[] {
            "http://x;script-src%20*@127.0.0.1/", "javascript://127.0.0.1/%0aalert(1)", "http://a b/", "//127.0.0.1/"
        }) {
            Map<String, String> invited = invited();
            invited.put("openid_configuration", address);
            String path = "/lti/register?" + Browser.query(invited);
            assertThat(get(path).statusCode()).as(address).isEqualTo(400);
            assertThat(policy(path)).endsWith("frame-ancestors 'none'");
        }
    }

    @Test
    void register_refusedByThePlatform_saysWhereAndWhy() {
        Map<String, String> invited = invited();
        invited.put("registration_token", "<script>");
        HttpResponse<String> refused = post("/lti/register", invited);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("status 401", "§3.7").doesNotContain("<script>");
    }

    @Test
    void launch_learner_seesTheirBadges() {
        register();
        HttpResponse<String> launched = post("/lti/launch", platform.agree(begin(), "3", LEARNER));
        assertThat(launched.statusCode()).isEqualTo(303);
        assertThat(Browser.location(launched)).isEqualTo(address + "/lti/open");
        assertThat(Browser.location(get("/lti/open"))).endsWith("/my");
        assertThat(get("/my").body()).contains("Ada Lovelace");
        assertThat(get("/admin").statusCode()).isEqualTo(403);
    }

    @Test
    void launch_teacher_seesTheirClassAndNoLearnersPage() {
        register();
        String landed = Browser.location(post("/lti/launch", platform.agree(begin(), "2", TEACHER)));
        assertThat(landed).startsWith(address + "/teach/courses/");
        assertThat(get(landed.substring(address.toString().length())).body())
                .contains("Ada Lovelace", "Nobody of this class is known yet");
        assertThat(Browser.location(get("/lti/open"))).endsWith("/teach");
        assertThat(get("/my").statusCode()).isEqualTo(404);
    }

    @Test
    void launch_errorOfThePlatform_isToldInWords() {
        assertThat(post("/lti/launch", Map.of("error", "login_required", "state", "x"))
                        .body())
                .contains("did not sign you in");
    }

    @Test
    void login_lacking_saysAllThatIsMissing() {
        HttpResponse<String> refused = get("/lti/login?iss=x");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("target_link_uri", "login_hint", "§5.1.1.1");
    }

    @Test
    void login_ofAnUnknownPlatform_leadsNowhere() {
        HttpResponse<String> refused = post("/lti/login", announced());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("not registered");
    }
}
