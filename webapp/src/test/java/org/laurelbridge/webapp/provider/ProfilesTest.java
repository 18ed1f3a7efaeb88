package org.laurelbridge.webapp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.verify.Installation;
import tools.jackson.databind.JsonNode;

/** What applications learn and tell of who the learner is. */
class ProfilesTest {
    private static final String PROFILE = "/ims/ob/v3p0/profile";
    private static final String PROFILE_2 = "/ims/ob/v2p1/profile";
    private static final String JSON = "application/json";

    @TempDir
    private Path folder;

    private Installation laurel;
    private Application app;
    private PersonId ada;

    @BeforeEach
    void open() throws Exception {
        laurel = new Installation(folder, Installation.badge("one"));
        ada = laurel.learner("ada@example.org");
        app = new Application(laurel).register().signIn(ada);
    }

    @AfterEach
    void close() {
        laurel.close();
    }

    private static final String TOLD = """
            {"@context":["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["Profile"],\
            "id":"https://elsewhere.example/ada","name":"Somebody else","email":"else@example.org","phone":"111-222-3333",\
            "address":{"type":["Address"],"addressLocality":"Köln"}}""";

    @Test
    void profile_isWhoTheLearnerIs_byAnIdForThisApplicationAlone() {
        JsonNode profile = Application.json(app.get(PROFILE, app.token(Scope.PROFILE_READ)));
        assertThat(profile.path("type").toString()).isEqualTo("[\"Profile\"]");
        assertThat(profile.path("name").asString()).isEqualTo("A Learner");
        assertThat(profile.path("email").asString()).isEqualTo("ada@example.org");
        JsonNode again = Application.json(app.get(PROFILE, app.token(Scope.PROFILE_READ)));
        assertThat(again).isEqualTo(profile);
        Application other = new Application(laurel).register().signIn(ada);
        assertThat(Application.json(other.get(PROFILE, other.token(Scope.PROFILE_READ)))
                        .path("id"))
                .isNotEqualTo(profile.path("id"));
    }

    @Test
    void told_isKept_butNoNameOrAddressOfOurs() {
        String token = app.token(Scope.PROFILE_WRITE, Scope.PROFILE_READ);
        HttpResponse<String> answer = app.bring("PUT", PROFILE, token, JSON, TOLD);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode profile = Application.json(answer);
        assertThat(profile.path("name").asString()).isEqualTo("A Learner");
        assertThat(profile.path("email").asString()).isEqualTo("ada@example.org");
        assertThat(profile.path("id").asString()).startsWith("urn:uuid:");
        assertThat(profile.path("phone").asString()).isEqualTo("111-222-3333");
        assertThat(profile.path("address").path("addressLocality").asString()).isEqualTo("Köln");
        assertThat(Application.json(app.get(PROFILE, token))).isEqualTo(profile);
        app.bring("PUT", PROFILE, token, JSON, "{\"type\":\"Profile\",\"id\":\"urn:x\"}");
        assertThat(Application.json(app.get(PROFILE, token)).has("phone"))
                .as("all of it was sent")
                .isFalse();
    }

    @Test
    void whatIsNoProfile_isRefused() {
        String token = app.token(Scope.PROFILE_WRITE);
        for (String wrong : new String[] {
            "[]",
            "{}",
            "{\"type\":[\"Profile\"]}",
            "{\"type\":[\"Person\"],\"id\":\"urn:x\"}",
            "{\"type\":[\"Profile\"],\"id\":\"urn:x\",\"phone\":5}",
            "{"
        }) {
            assertThat(app.bring("PUT", PROFILE, token, JSON, wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(app.bring("PUT", PROFILE, token, "text/plain", TOLD).statusCode())
                .isEqualTo(415);
        assertThat(app.bring("PUT", PROFILE, token, JSON, TOLD + " ".repeat(70_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(app.get(PROFILE, token).statusCode()).isEqualTo(403);
        assertThat(app.bring("POST", PROFILE, token, JSON, TOLD).statusCode()).isEqualTo(405);
    }

    @Test
    void version2_hasTheSame_inItsEnvelope_andAddsWhatIsTold() {
        String token = app.token(Scope.PROFILE_2_READ, Scope.PROFILE_2_WRITE);
        assertThat(app.bring(
                                "POST",
                                PROFILE_2,
                                token,
                                JSON,
                                "{\"id\":\"urn:x\",\"type\":\"Profile\",\"telephone\":\"1\"}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> answer = app.bring(
                "POST",
                PROFILE_2,
                token,
                JSON,
                "{\"id\":\"urn:x\",\"type\":\"Profile\",\"url\":\"https://a.example/\"}");
        JsonNode said = Application.json(answer);
        assertThat(said.path("status").toString())
                .isEqualTo("{\"error\":null,\"statusCode\":200,\"statusText\":\"OK\"}");
        JsonNode profile = said.path("profile");
        assertThat(profile.path("@context").asString()).isEqualTo("https://w3id.org/openbadges/v2");
        assertThat(profile.path("type").asString()).isEqualTo("Profile");
        assertThat(profile.path("email").asString()).isEqualTo("ada@example.org");
        assertThat(profile.path("telephone").asString()).isEqualTo("1");
        assertThat(profile.path("url").asString()).isEqualTo("https://a.example/");
        assertThat(Application.json(app.get(PROFILE_2, token))).isEqualTo(said);
    }
}
