package org.laurelbridge.webapp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.verify.Installation;
import tools.jackson.databind.JsonNode;

/** Badge Connect, as an application of Open Badges 2.1 finds and uses it. */
class BadgeConnectTest {
    private static final String ADA = "ada@example.org";
    private static final String ASSERTIONS = "/ims/ob/v2p1/assertions";
    private static final String JSON = "application/json";
    private static final String HOSTED = """
            {"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://issuer.invalid/1", "verification":\
            {"type":"HostedBadge"},"badge":"https://issuer.invalid/2","issuedOn":"2026-01-01T00:00:00.10Z","x":1.50,\
            "recipient":{"type":"email","hashed":false,"identity":"ada@example.org"}}""";

    @TempDir
    private Path folder;

    private Installation laurel;
    private Application app;
    private PersonId ada;

    @BeforeEach
    void open() throws Exception {
        laurel = new Installation(folder, Installation.badge("one"), Installation.badge("two", "unsupported: revoke"));
        ada = laurel.learner(ADA);
        app = new Application(laurel).register().signIn(ada);
    }

    @AfterEach
    void close() {
        laurel.close();
    }

    private static String status(HttpResponse<String> answer) {
        JsonNode status = Application.json(answer).path("status");
        assertThat(status.path("statusCode").asInt()).isEqualTo(answer.statusCode());
        return answer.statusCode() + " " + status.path("statusText").asString();
    }

    private HttpResponse<String> bring(String token, String body) {
        return app.bring("POST", ASSERTIONS, token, JSON, body);
    }

    @Test
    void manifest_saysWhereWhatStands() {
        HttpResponse<String> answer = app.call("GET", "/.well-known/badgeconnect.json");
        JsonNode manifest = Application.json(answer);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(manifest.path("id").asString()).isEqualTo(Installation.ROOT + "/.well-known/badgeconnect.json");
        JsonNode api = manifest.path("badgeConnectAPI").path(0);
        assertThat(api.path("version").asString()).isEqualTo("v2p1");
        assertThat(api.path("apiBase").asString()).isEqualTo(Installation.ROOT + "/ims/ob/v2p1");
        assertThat(api.path("name").asString()).isEqualTo("Example University");
        assertThat(api.path("scopesOffered").size()).isEqualTo(5);
        for (String name : new String[] {"termsOfServiceUrl", "privacyPolicyUrl"}) {
            assertThat(app.call("GET", api.path(name).asString()).statusCode())
                    .as(name)
                    .isEqualTo(200);
        }
        for (String name : new String[] {"registrationUrl", "tokenUrl", "tokenRevocationUrl"}) {
            assertThat(app.call("POST", api.path(name).asString()).statusCode())
                    .as(name)
                    .isIn(400, 401);
        }
        JsonNode metadata = Application.json(app.call("GET", "/.well-known/oauth-authorization-server"));
        assertThat(metadata.path("issuer").asString()).isEqualTo(Installation.ROOT);
        assertThat(metadata.path("token_endpoint")).isEqualTo(api.path("tokenUrl"));
        assertThat(metadata.path("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
        assertThat(app.call("GET", "/.well-known/oauth-authorization-server/other")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void assertions_areSigned_orHosted_asTheirLearnerChose() {
        var evidence = laurel.scored(ADA, "quiz", "0.91");
        Award one = laurel.signed(ada, "one");
        laurel.signed(ada, "two");
        String token = app.token(Scope.ASSERTIONS_READ);
        HttpResponse<String> answer = app.get(ASSERTIONS, token);
        JsonNode said = Application.json(answer);
        assertThat(status(answer)).isEqualTo("200 OK");
        assertThat(said.path("assertions").size()).isZero();
        assertThat(said.path("signedAssertions").size()).isEqualTo(2);
        assertThat(said.path("signedAssertions").toString())
                .contains(laurel.text("/awards/" + one.credential() + "/ob2.jws"));

        laurel.clock.turn(Duration.ofSeconds(1));
        laurel.bridge
                .stores()
                .sharing()
                .choose(one.id(), new Sharing(true, false, false, true), laurel.clock.instant());
        JsonNode hosted = Application.json(app.get(ASSERTIONS + "?limit=1", token));
        assertThat(hosted.path("assertions").path(0).toString())
                .isEqualTo(laurel.text("/awards/" + one.credential() + "/ob2.json"));
        assertThat(app.get(ASSERTIONS + "?limit=1", token)
                        .headers()
                        .firstValue("Link")
                        .orElseThrow())
                .contains("<" + Installation.ROOT + ASSERTIONS + "?limit=1&offset=1>; rel=\"next\"");

        laurel.voids(evidence);
        laurel.waitUntil(() -> laurel.awards(ada, "two").get(0).status() == AwardStatus.REVOKED);
        assertThat(app.get(ASSERTIONS, token).headers().firstValue("X-Total-Count"))
                .as("2.0 cannot say of an assertion that it does not hold")
                .contains("1");
    }

    @Test
    void brought_isGivenBackAsItCame() {
        String token = app.token(Scope.ASSERTIONS_READ, Scope.ASSERTIONS_WRITE);
        HttpResponse<String> answer = bring(token, "{ \"signedAssertion\": null, \"assertion\":" + HOSTED + " }");
        assertThat(status(answer)).as(answer.body()).isEqualTo("200 OK");
        assertThat(app.get(ASSERTIONS, token).body()).contains("\"assertions\":[" + HOSTED + "]");
        assertThat(app.get("/ims/ob/v3p0/credentials", app.token(Scope.CREDENTIALS_READ))
                        .body())
                .as("3.0 is another form")
                .doesNotContain("issuer.invalid");
    }

    @Test
    void ourOwn_broughtBack_isNotKeptTwice_norIsAnothers() {
        PersonId bob = laurel.learner("bob@example.org");
        laurel.scored(ADA, "quiz", "0.91");
        laurel.scored("bob@example.org", "quiz", "0.91");
        Award hers = laurel.signed(ada, "one");
        laurel.signed(ada, "two");
        Award his = laurel.signed(bob, "one");
        String token = app.token(Scope.ASSERTIONS_READ, Scope.ASSERTIONS_WRITE);
        assertThat(status(bring(
                        token,
                        "{\"signedAssertion\":\"" + laurel.text("/awards/" + hers.credential() + "/ob2.jws") + "\"}")))
                .isEqualTo("200 OK");
        assertThat(status(bring(
                        token, "{\"assertion\":" + laurel.text("/awards/" + hers.credential() + "/ob2.json") + "}")))
                .isEqualTo("200 OK");
        assertThat(status(bring(
                        token,
                        "{\"signedAssertion\":\"" + laurel.text("/awards/" + his.credential() + "/ob2.jws") + "\"}")))
                .isEqualTo("400 RECIPIENT_PROFILE_MISMATCH");
        assertThat(status(bring(
                        token, "{\"assertion\":" + laurel.text("/awards/" + his.credential() + "/ob2.json") + "}")))
                .isEqualTo("400 RECIPIENT_PROFILE_MISMATCH");
        assertThat(app.get(ASSERTIONS, token).headers().firstValue("X-Total-Count"))
                .contains("2");
    }

    @Test
    void whatIsWrong_isSaidInTheWordsOf21() {
        String token = app.token(Scope.ASSERTIONS_WRITE);
        assertThat(status(bring(token, "{}"))).isEqualTo("400 REQUEST_VALIDATION_ERROR");
        assertThat(status(bring(token, "no"))).isEqualTo("400 REQUEST_VALIDATION_ERROR");
        assertThat(status(bring(token, "{\"signedAssertion\":\"a.b.c\",\"assertion\":" + HOSTED + "}")))
                .as("of two, the unsigned one is ignored")
                .isEqualTo("400 INVALID_BADGE");
        assertThat(status(app.bring("POST", ASSERTIONS, token, "text/plain", "a.b.c")))
                .isEqualTo("400 REQUEST_VALIDATION_ERROR");
        assertThat(status(bring(token, " ".repeat(2_000_000)))).isEqualTo("400 REQUEST_VALIDATION_ERROR");
        HttpResponse<String> less = app.get(ASSERTIONS, token);
        assertThat(status(less)).isEqualTo("401 PERMISSION_DENIED");
        assertThat(less.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("insufficient_scope");
        assertThat(status(app.call("GET", ASSERTIONS))).isEqualTo("401 UNAUTHENTICATED");
        assertThat(status(app.call("DELETE", ASSERTIONS))).isEqualTo("405 METHOD_NOT_ALLOWED");
        assertThat(status(app.get(ASSERTIONS + "?limit=x", app.token(Scope.ASSERTIONS_READ))))
                .isEqualTo("400 REQUEST_VALIDATION_ERROR");
    }
}
