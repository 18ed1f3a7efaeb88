package org.laurelbridge.webapp.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.lti.TestPlatform;

/** Launches that are forged, or used again, or begun by somebody else. */
class LtiForgeryTest extends LtiWalk {
    private interface Forger {
        String forge(Map<String, Object> claims) throws JOSEException;
    }

    private void assertNobodyIn(String what, Forger forger) throws ParseException, JOSEException {
        browser.cookies.clear();
        Map<String, String> came = new HashMap<>(platform.agree(begun(what), "3", LEARNER));
        Map<String, Object> claims = new LinkedHashMap<>(
                JWSObject.parse(came.get("id_token")).getPayload().toJSONObject());
        came.put("id_token", forger.forge(claims));
        assertThat(post("/lti/launch", came).statusCode()).as(what).isEqualTo(401);
        assertThat(Browser.location(get("/my"))).as(what).contains("/sign-in");
    }

    /** A login with an announcement of its own: the platform takes each once. */
    private URI begun(String hint) {
        Map<String, String> login = announced();
        login.put("lti_message_hint", hint);
        return URI.create(Browser.location(post("/lti/login", login)));
    }

    @Test
    void launch_forged_letsNobodyIn() throws ParseException, JOSEException {
        register();
        byte[] publicKey = platform.signer().key().toRSAPublicKey().getEncoded();
        assertNobodyIn("alg none", claims -> {
            Base64URL header = Base64URL.encode("{\"alg\":\"none\",\"kid\":\"k1\"}");
            return header + "." + new Payload(claims).toBase64URL() + ".";
        });
        assertNobodyIn("HS256 with the public key", claims -> {
            JWSObject token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), new Payload(claims));
            token.sign(new MACSigner(publicKey));
            return token.serialize();
        });
        assertNobodyIn("another platform's key", claims -> new TestPlatform("k1").sign(claims));
        assertNobodyIn("another deployment", claims -> {
            claims.put(TestPlatform.LTI + "deployment_id", "2");
            return platform.signer().sign(claims);
        });
        assertNobodyIn("another login's nonce", claims -> {
            claims.put("nonce", "another");
            return platform.signer().sign(claims);
        });
        assertNobodyIn("another tool", claims -> {
            claims.put("aud", "another");
            return platform.signer().sign(claims);
        });
        browser.cookies.clear();
        assertThat(post("/lti/launch", platform.agree(begun("not forged"), "3", LEARNER))
                        .statusCode())
                .as("not forged")
                .isEqualTo(303);
    }

    private List<Audit.Entry> refused() {
        return bridge.stores().audit().list(new Audit.Filter(null, "launch.refused", null, null, null, null), 0, 1_000);
    }

    @Test
    void launch_refused_isInTheLog_withWhatWhereAndWhy_andNoFlood() throws ParseException, JOSEException {
        register();
        assertNobodyIn("another platform's key", claims -> new TestPlatform("k1").sign(claims));
        assertThat(refused()).singleElement().satisfies(row -> {
            assertThat(row.doer().kind()).isEqualTo(Doer.Kind.STRANGER);
            assertThat(row.doer().origin()).isEqualTo("127.0.0.1");
            assertThat(row.change().subject())
                    .isEqualTo(
                            "platform/" + bridge.lti().platforms().list().get(0).id());
            assertThat(row.change().after().get("why")).contains("a signature of the platform");
            assertThat(row.change().after()).containsEntry("of this hour", "1");
        });

        Map<String, String> stranger = announced();
        stranger.put("iss", "https://nobody.example");
        for (int i = 0; i < 105; i++) {
            assertThat(post("/lti/login", stranger).statusCode()).isEqualTo(400);
        }
        List<String> numbers = refused().stream()
                .filter(row -> row.change().subject().equals("platform/unknown"))
                .map(row -> row.change().after().get("of this hour"))
                .toList();
        assertThat(numbers).containsExactly("100", "10", "9", "8", "7", "6", "5", "4", "3", "2", "1");
        assertThat(refused().toString()).doesNotContain("nobody.example", "login_hint");
    }

    @Test
    void launch_again_isRefused() {
        register();
        URI onward = begin();
        Map<String, String> came = platform.agree(onward, "3", LEARNER);
        post("/lti/launch", came);
        browser.cookies.remove("laurel-" + address.getPort());
        assertThat(post("/lti/launch", came).statusCode()).isEqualTo(401);
        assertThat(Browser.location(get("/my"))).contains("/sign-in");
    }

    @Test
    void launch_anothersLogin_letsNobodyIn() {
        register();
        Map<String, String> attackers = platform.agree(begin(), "666", LEARNER);
        browser.cookies.clear();
        HttpResponse<String> victim = post("/lti/launch", attackers);
        assertThat(victim.body())
                .contains("Open Laurel in a new window", "login_hint=3")
                .doesNotContain("666");
        assertThat(Browser.location(get("/my"))).contains("/sign-in");
    }
}
