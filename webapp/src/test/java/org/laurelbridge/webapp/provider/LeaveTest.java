package org.laurelbridge.webapp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.verify.Installation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How an application gets leave, and every way in which it gets none. */
class LeaveTest {
    private static final String PROFILE = "/ims/ob/v3p0/profile";

    @TempDir
    private Path folder;

    private Installation laurel;
    private Application app;
    private PersonId ada;

    @BeforeEach
    void open() throws Exception {
        laurel = new Installation(folder);
        ada = laurel.learner("ada@example.org");
        app = new Application(laurel).register().signIn(ada);
    }

    @AfterEach
    void close() {
        laurel.close();
    }

    private static String error(HttpResponse<String> answer) {
        return Application.json(answer).path("error").asString();
    }

    private boolean lets(String token) {
        return app.get(PROFILE, token).statusCode() == 200;
    }

    @Test
    void consent_saysInWordsWhoAsksForWhat_andEscapesIt() {
        ObjectNode hostile = Application.metadata().put("client_name", "<script>alert(1)</script>\" onload=\"x");
        String id = Application.json(app.register(hostile)).path("client_id").asString();
        Map<String, String> asked = app.asked(Scope.CREDENTIALS_READ, Scope.CREDENTIALS_WRITE, Scope.OFFLINE);
        asked.put("client_id", id);
        asked.put("state", "\"><script>");
        HttpResponse<String> page = app.consent(asked);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "nobody checked",
                        "backpack.example",
                        "private ones too",
                        "Bring badges from elsewhere",
                        "Come back by itself")
                .doesNotContain("<script>", "Read who you are", "logo.png");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("form-action 'self' https://backpack.example;", "frame-ancestors 'none'"));
    }

    @Test
    void consent_isForWhoIsSignedIn_andItsFormForNobodyElse() {
        HttpResponse<String> stranger = new Application(laurel).consent(app.asked(Scope.PROFILE_READ));
        assertThat(stranger.statusCode()).isEqualTo(302);
        assertThat(stranger.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in?to=%2Foauth%2Fauthorize"));
        HttpResponse<String> forged = app.post(
                "/oauth/authorize",
                Application.form(
                        Map.of("decision", "allow", "asked", Application.form(app.asked(Scope.PROFILE_READ)))));
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void allowed_sendsBackTheCode_withStateScopeAndIssuer() {
        HttpResponse<String> answer = app.decide(
                "allow",
                app.consent(app.asked(Scope.PROFILE_READ, Scope.CREDENTIALS_READ, Scope.OFFLINE)),
                Scope.PROFILE_READ,
                Scope.CREDENTIALS_WRITE);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith(Application.BACK + "?"));
        Map<String, String> back = Application.back(answer);
        assertThat(back)
                .containsEntry("state", "the state & more")
                .containsEntry("iss", Installation.ROOT)
                .containsEntry("scope", Scope.PROFILE_READ.word());
        JsonNode tokens = Application.json(app.redeem(back.get("code"), Application.VERIFIER));
        assertThat(tokens.path("scope").asString()).isEqualTo(Scope.PROFILE_READ.word());
        assertThat(tokens.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(tokens.has("refresh_token"))
                .as("the learner did not tick it")
                .isFalse();
        assertThat(lets(tokens.path("access_token").asString())).isTrue();
    }

    @Test
    void refused_isTold() {
        HttpResponse<String> page = app.consent(app.asked(Scope.PROFILE_READ));
        for (HttpResponse<String> answer : List.of(
                app.decide("refuse", page, Scope.PROFILE_READ),
                app.decide("allow", page),
                app.decide("x", page, Scope.PROFILE_READ))) {
            assertThat(Application.back(answer))
                    .containsEntry("error", "access_denied")
                    .containsEntry("state", "the state & more")
                    .doesNotContainKey("code");
        }
    }

    @Test
    void whatIsWrongWithARequest_isTold_whereTheApplicationRegisteredAlone() {
        Map<String, Map<String, String>> wrong = new HashMap<>();
        wrong.put("unknown client", Map.of("client_id", Application.unknown().toString()));
        wrong.put("no client", Map.of("client_id", ""));
        wrong.put("other address", Map.of("redirect_uri", Application.BACK + "/more"));
        wrong.put("other site", Map.of("redirect_uri", "https://evil.example/back"));
        wrong.put("script", Map.of("redirect_uri", "javascript:alert(1)"));
        wrong.put("no address", Map.of("redirect_uri", ""));
        wrong.put("query added", Map.of("redirect_uri", Application.BACK + "?x=1"));
        wrong.forEach((name, change) -> {
            Map<String, String> asked = app.asked(Scope.PROFILE_READ);
            asked.putAll(change);
            HttpResponse<String> answer = app.consent(asked);
            assertThat(answer.statusCode()).as(name).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).as(name).isEmpty();
            assertThat(answer.body())
                    .as(name)
                    .contains("cannot be connected")
                    .doesNotContain("evil.example", "javascript:");
        });
        Map<String, String> twice = app.asked(Scope.PROFILE_READ);
        HttpResponse<String> answer =
                app.page("/oauth/authorize?" + Application.form(twice) + "&redirect_uri=https%3A%2F%2Fevil.example");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void whatElseIsWrong_isToldToTheApplication() {
        app.token(Scope.PROFILE_READ);
        assertThat(refusal("code_challenge", "")).isEqualTo("invalid_request");
        assertThat(refusal("code_challenge", "too-short")).isEqualTo("invalid_request");
        assertThat(refusal("code_challenge_method", "plain")).isEqualTo("invalid_request");
        assertThat(refusal("code_challenge_method", ""))
                .as("plain when nothing is said")
                .isEqualTo("invalid_request");
        assertThat(refusal("response_type", "token")).isEqualTo("unsupported_response_type");
        assertThat(refusal("response_type", "")).isEqualTo("invalid_request");
        assertThat(refusal("response_mode", "fragment")).isEqualTo("invalid_request");
        assertThat(refusal("request", "eyJhbGciOiJub25lIn0.e30.")).isEqualTo("request_not_supported");
        assertThat(refusal("scope", "")).isEqualTo("invalid_scope");
        assertThat(refusal("scope", "openid admin")).isEqualTo("invalid_scope");
        assertThat(refusal("scope", "offline_access")).isEqualTo("invalid_scope");
        assertThat(refusal("state", "")).isEqualTo("invalid_request");
    }

    @Test
    void whatIsWrong_leadsNobodyAway_toWhomTheyNeverAllowedAnything() {
        Map<String, String> asked = app.asked(Scope.PROFILE_READ);
        asked.put("scope", "no-such-scope");
        HttpResponse<String> answer = app.consent(asked);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body())
                .contains("href=\"" + Application.BACK + "?", "error=invalid_scope", "Go on to backpack");
        app.token(Scope.PROFILE_READ);
        assertThat(app.consent(asked).statusCode()).isEqualTo(303);
    }

    @Test
    void applicationOnThisMachine_isSentBackToAnyPort() {
        ObjectNode metadata = Application.metadata();
        metadata.putArray("redirect_uris").add("http://127.0.0.1/back").add(Application.BACK);
        String id = Application.json(app.register(metadata)).path("client_id").asString();
        Map<String, Integer> expected = Map.of(
                "http://127.0.0.1:49152/back", 200,
                "http://127.0.0.1/back", 200,
                "http://127.0.0.1:49152/other", 400,
                "http://127.0.0.1:80@evil.example/back", 400,
                "http://localhost:49152/back", 400,
                "https://backpack.example:8443/back", 400);
        expected.forEach((address, status) -> {
            Map<String, String> asked = app.asked(Scope.PROFILE_READ);
            asked.put("client_id", id);
            asked.put("redirect_uri", address);
            assertThat(app.consent(asked).statusCode()).as(address).isEqualTo(status);
        });
    }

    private String refusal(String parameter, String value) {
        Map<String, String> asked = app.asked(Scope.PROFILE_READ);
        if (value.isEmpty()) {
            asked.remove(parameter);
        } else {
            asked.put(parameter, value);
        }
        HttpResponse<String> answer = app.consent(asked);
        assertThat(answer.statusCode()).as(parameter + "=" + value).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith(Application.BACK + "?");
        Map<String, String> back = Application.back(answer);
        assertThat(back).doesNotContainKey("code");
        return back.get("error");
    }

    @Test
    void code_isWorthNothing_toAnybodyElse_orTwice() {
        String code = app.code(Scope.PROFILE_READ);
        assertThat(error(app.redeem(code, "b".repeat(43)))).isEqualTo("invalid_grant");
        Map<String, String> bare = new HashMap<>(Application.codeGrant(code, Application.VERIFIER));
        bare.remove("code_verifier");
        assertThat(error(app.exchange(bare))).isEqualTo("invalid_grant");
        Map<String, String> elsewhere = new HashMap<>(Application.codeGrant(code, Application.VERIFIER));
        elsewhere.put("redirect_uri", "https://backpack.example/other");
        assertThat(error(app.exchange(elsewhere))).isEqualTo("invalid_grant");
        Application other = new Application(laurel).register();
        assertThat(error(other.redeem(code, Application.VERIFIER))).isEqualTo("invalid_grant");

        HttpResponse<String> good = app.redeem(code, Application.VERIFIER);
        assertThat(good.headers().firstValue("Cache-Control")).contains("no-store");
        String token = Application.json(good).path("access_token").asString();
        assertThat(lets(token)).isTrue();
        assertThat(error(app.redeem(code, Application.VERIFIER))).isEqualTo("invalid_grant");
        assertThat(lets(token)).as("somebody has a copy of the code").isFalse();

        String late = app.code(Scope.PROFILE_READ);
        laurel.clock.turn(Duration.ofSeconds(60));
        assertThat(error(app.redeem(late, Application.VERIFIER))).isEqualTo("invalid_grant");
    }

    @Test
    void tokenEndpoint_knowsWhoAsks() {
        String code = app.code(Scope.PROFILE_READ);
        String form = Application.form(Application.codeGrant(code, Application.VERIFIER));
        HttpResponse<String> nobody = app.post("/oauth/token", form);
        assertThat(nobody.statusCode()).isIn(400, 401);
        HttpResponse<String> withoutSecret = app.post("/oauth/token", form + "&client_id=" + app.id());
        assertThat(withoutSecret.statusCode()).isEqualTo(401);
        assertThat(error(withoutSecret)).isEqualTo("invalid_client");
        assertThat(withoutSecret.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"laurel\"");
        HttpResponse<String> revoking = app.post("/oauth/revoke", "token=x&client_id=" + app.id());
        assertThat(revoking.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"laurel\"");
        HttpResponse<String> wrongSecret =
                app.post("/oauth/token", form + "&client_id=" + app.id() + "&client_secret=wrong");
        assertThat(error(wrongSecret)).isEqualTo("invalid_client");
        assertThat(error(app.exchange(Map.of("grant_type", "password", "username", "a", "password", "b"))))
                .isEqualTo("unsupported_grant_type");
        assertThat(app.redeem(code, Application.VERIFIER).statusCode()).isEqualTo(200);
    }

    @Test
    void publicApplication_hasNoSecret_andNeedsNone() {
        ObjectNode metadata = Application.metadata().put("token_endpoint_auth_method", "none");
        JsonNode said = Application.json(app.register(metadata));
        assertThat(said.has("client_secret")).isFalse();
        Map<String, String> asked = app.asked(Scope.PROFILE_READ);
        asked.put("client_id", said.path("client_id").asString());
        HttpResponse<String> answer = app.decide("allow", app.consent(asked), Scope.PROFILE_READ);
        String form =
                Application.form(Application.codeGrant(Application.back(answer).get("code"), Application.VERIFIER))
                        + "&client_id=" + said.path("client_id").asString();
        assertThat(app.post("/oauth/token", form).statusCode()).isEqualTo(200);
    }

    @Test
    void refreshToken_turns_andItsCopyEndsAll() {
        JsonNode first = app.tokens(Scope.PROFILE_READ, Scope.OFFLINE);
        laurel.clock.turn(Duration.ofHours(1));
        assertThat(lets(first.path("access_token").asString())).as("over").isFalse();
        JsonNode second =
                Application.json(app.refresh(first.path("refresh_token").asString()));
        assertThat(lets(second.path("access_token").asString())).isTrue();
        laurel.clock.turn(Duration.ofSeconds(31));
        assertThat(error(app.refresh(first.path("refresh_token").asString()))).isEqualTo("invalid_grant");
        assertThat(lets(second.path("access_token").asString())).isFalse();
        assertThat(error(app.refresh(second.path("refresh_token").asString()))).isEqualTo("invalid_grant");
    }

    @Test
    void refreshToken_givesNoMoreThanWasAllowed() {
        String token = app.tokens(Scope.PROFILE_READ, Scope.OFFLINE)
                .path("refresh_token")
                .asString();
        for (Scope more : List.of(Scope.CREDENTIALS_READ, Scope.PROFILE_WRITE)) {
            assertThat(error(app.exchange(
                            Map.of("grant_type", "refresh_token", "refresh_token", token, "scope", more.word()))))
                    .isEqualTo("invalid_scope");
        }
        assertThat(error(app.exchange(
                        Map.of("grant_type", "refresh_token", "refresh_token", token, "scope", "no such scope"))))
                .isEqualTo("invalid_scope");
    }

    @Test
    void revoked_isWorthNothing() {
        JsonNode tokens = app.tokens(Scope.PROFILE_READ, Scope.OFFLINE);
        Application other = new Application(laurel).register();
        assertThat(other.revoke(tokens.path("access_token").asString()).statusCode())
                .isEqualTo(200);
        assertThat(lets(tokens.path("access_token").asString())).as("another's").isTrue();
        assertThat(app.revoke("no token").statusCode()).isEqualTo(200);
        assertThat(app.revoke(tokens.path("access_token").asString()).statusCode())
                .isEqualTo(200);
        assertThat(lets(tokens.path("access_token").asString())).isFalse();
        String refreshed = Application.json(
                        app.refresh(tokens.path("refresh_token").asString()))
                .path("refresh_token")
                .asString();
        assertThat(app.revoke(refreshed).statusCode()).isEqualTo(200);
        assertThat(error(app.refresh(refreshed))).isEqualTo("invalid_grant");
    }

    @Test
    void learner_seesWhatIsAllowed_andEndsIt() {
        String token = app.token(Scope.PROFILE_READ);
        assertThat(lets(token)).isTrue();
        String page = app.page("/my/apps").body();
        assertThat(page).contains("A Backpack", "Read who you are", "last used").doesNotContain("Bring badges from");
        String csrf = page.replaceFirst("(?s).*?name=\"csrf\" value=\"([^\"]*)\".*", "$1");
        PersonId bob = laurel.learner("bob@example.org");
        Application his = new Application(laurel).signIn(bob);
        assertThat(his.page("/my/apps").body()).doesNotContain("A Backpack");
        assertThat(app.post("/my/apps", "app=" + app.id() + "&csrf=" + csrf).statusCode())
                .isEqualTo(303);
        HttpResponse<String> after = app.get(PROFILE, token);
        assertThat(after.statusCode()).isEqualTo(401);
        assertThat(after.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(said -> assertThat(said).contains("invalid_token"));
        assertThat(app.page("/my/apps").body()).doesNotContain("A Backpack");
    }
}
