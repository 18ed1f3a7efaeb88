package org.laurelbridge.webapp.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.webapp.endpoint.XapiEndpoint.passed;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.listen.Intake.IntakeUnavailable;
import org.laurelbridge.webapp.endpoint.XapiEndpoint.Answer;
import tools.jackson.databind.JsonNode;

class StatementsServletTest {
    private final UUID id = UUID.randomUUID();
    private final XapiEndpoint endpoint = new XapiEndpoint();

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void post_answersTheIdsInOrder() {
        UUID second = UUID.randomUUID();
        Answer answer = endpoint.post("[" + passed(id) + "," + passed(second) + "]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().values())
                .extracting(JsonNode::asString)
                .containsExactly(id.toString(), second.toString());
        assertThat(answer.header("X-Experience-API-Version")).isEqualTo("1.0.3");
    }

    @Test
    void post_ofNothing_answersNothing() {
        assertThat(endpoint.post("[]").json().toString()).isEqualTo("[]");
    }

    @Test
    void post_withoutId_givesTheSameIdToTheSameAgain() {
        String nameless = passed(id, ",\"timestamp\":\"2026-03-01T10:00:00Z\"").replace("\"id\":\"" + id + "\",", "");
        JsonNode first = endpoint.post(nameless).json();
        JsonNode both = endpoint.post("[" + nameless + "," + nameless + "]").json();
        assertThat(both.toString()).isEqualTo("[" + first.get(0) + "," + first.get(0) + "]");
    }

    @Test
    void post_underTwo_isAnsweredUnderTwo() {
        Answer answer = endpoint.postAs("lms", "secret", "2.0.0", passed(id, ",\"version\":\"2.0.0\""));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Experience-API-Version")).isEqualTo("2.0.0");
    }

    @Test
    void put_ofTheSameTwice_isQuiet() {
        assertThat(endpoint.put(id, passed(id)).status()).isEqualTo(204);
        assertThat(endpoint.put(id, passed(id)).status()).isEqualTo(204);
    }

    @Test
    void put_ofAnotherIdThanTheBodys_isRefused() {
        Answer answer = endpoint.put(UUID.randomUUID(), passed(id));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/problems/0/place").asString()).isEqualTo("/id");
    }

    @Test
    void post_thatDiffersFromWhatIsHere_isAConflictAndNothingIsKept() {
        UUID other = UUID.randomUUID();
        endpoint.post(passed(id));
        Answer answer = endpoint.post("[" + passed(other) + "," + passed(id).replace("passed", "failed") + "]");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().at("/problems/0/found").asString()).isEqualTo(id.toString());
        assertThat(endpoint.get("?statementId=" + other).status()).isEqualTo(404);
    }

    @Test
    void post_ofAVoidWithoutTheRight_isForbidden() {
        endpoint.post(passed(id));
        assertThat(endpoint.postAs("other", "secret", "1.0.3", voids(id)).status())
                .isEqualTo(403);
        assertThat(endpoint.get("?statementId=" + id).status()).isEqualTo(200);
    }

    @Test
    void get_ofAVoided_isNotFoundButUnderVoidedStatementId() {
        endpoint.post(passed(id));
        endpoint.post(voids(id));
        assertThat(endpoint.get("?statementId=" + id).status()).isEqualTo(404);
        assertThat(endpoint.get("?voidedStatementId=" + id).json().get("id").asString())
                .isEqualTo(id.toString());
    }

    @Test
    void get_ofAnothersStatement_findsNothing() {
        endpoint.post(passed(id));
        assertThat(endpoint.getAsOther("?statementId=" + id).status()).isEqualTo(404);
        assertThat(endpoint.getAsOther("").json().get("statements").isEmpty()).isTrue();
        endpoint.post(voids(id));
        assertThat(endpoint.getAsOther("?voidedStatementId=" + id).status()).isEqualTo(404);
    }

    @Test
    void get_ofAStatementThatBothPushed_findsItForBoth() {
        endpoint.post(passed(id));
        endpoint.postAs("other", "secret", "1.0.3", passed(id));
        assertThat(endpoint.getAsOther("?statementId=" + id).status()).isEqualTo(200);
        assertThat(endpoint.getAsOther("").json().at("/statements/0/id").asString())
                .isEqualTo(id.toString());
    }

    @Test
    void more_ofAnother_showsNothingOfIt() {
        endpoint.post("[" + passed(id) + "," + passed(UUID.randomUUID()) + "]");
        String more = endpoint.get("?limit=1").json().get("more").asString();
        JsonNode page = endpoint.getAsOther(more.substring("/base/xapi/statements".length()))
                .json();
        assertThat(page.get("statements").isEmpty()).isTrue();
    }

    @Test
    void get_ofOne_tellsWhatAnLrsAssigns() {
        endpoint.post(passed(id, ",\"timestamp\":\"2026-03-01T10:00:00Z\""));
        Answer answer = endpoint.get("?statementId=" + id);
        assertThat(answer.json().at("/authority/account/name").asString()).isEqualTo("lms");
        assertThat(answer.json().get("stored").asString()).endsWith("Z");
        assertThat(answer.header("Last-Modified")).endsWith("GMT");
        assertThat(answer.header("X-Experience-API-Consistent-Through")).endsWith("Z");
    }

    @Test
    void get_followedThroughItsPages_showsEachOnce() {
        List<String> posted = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            UUID one = UUID.randomUUID();
            posted.add(one.toString());
            bodies.add(passed(one));
        }
        endpoint.post(bodies.toString());
        List<String> seen = new ArrayList<>();
        JsonNode page = endpoint.get("?ascending=true&limit=3").json();
        while (true) {
            page.get("statements").forEach(one -> seen.add(one.get("id").asString()));
            String more = page.get("more").asString();
            if (more.isEmpty()) {
                break;
            }
            assertThat(more).startsWith("/base/xapi/statements?more=");
            page = endpoint.get(more.substring("/base/xapi/statements".length()))
                    .json();
        }
        assertThat(seen).containsExactlyElementsOf(posted);
    }

    @Test
    void head_isAGetWithoutBody() {
        endpoint.post(passed(id));
        Answer answer = endpoint.send(
                endpoint.request("/xapi/statements?statementId=" + id).method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.http().body()).isEmpty();
    }

    @Test
    void hook_mayLeaveOutTheVersionAndSendEnvelopes() {
        UUID second = UUID.randomUUID();
        String learningLocker = "{\"_id\":\"5f\",\"active\":true,\"statement\":" + passed(id) + "}";
        String adl = "{\"id\":\"hook\",\"statements\":[" + passed(second, ",\"version\":\"2.0.0\"") + "]}";
        assertThat(endpoint.postAs("hook", "s:ö", "", learningLocker)
                        .json()
                        .get(0)
                        .asString())
                .isEqualTo(id.toString());
        assertThat(endpoint.postAs("hook", "s:ö", "", adl).json().get(0).asString())
                .isEqualTo(second.toString());
    }

    @Test
    void hook_mayShowItsSecretAsBearerToken() {
        Answer answer = endpoint.send(
                "POST",
                "/xapi/statements",
                BodyPublishers.ofString("{\"_id\":\"5f\",\"statement\":" + passed(id) + "}"),
                "Authorization",
                "Bearer t0ken");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(endpoint.store().find(id).orElseThrow().source()).isEqualTo("locker");
    }

    @Test
    void hook_maySignItsBodyInsteadOfCredentials() throws GeneralSecurityException {
        String body = "{\"id\":\"hook\",\"statements\":[" + passed(id) + "]}";
        assertThat(signed(body, body.replace("hook", "hack")).status()).isEqualTo(401);
        assertThat(signed(body, body).status()).isEqualTo(200);
        assertThat(endpoint.store().find(id).orElseThrow().source()).isEqualTo("hook");
    }

    /** As ADL's LRS posts it: without credentials, with the signature of a body. */
    private Answer signed(String body, String signed) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec("s:ö".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return endpoint.send(
                "POST",
                "/xapi/statements",
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json",
                "X-LRS-Signature",
                HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void envelope_fromWhoIsNoHook_isRefusedWithTheSettingToMake() {
        Answer answer = endpoint.post("{\"_id\":\"5f\",\"statement\":" + passed(id) + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.toString()).contains("hooks: true");
    }

    @Test
    void alternateSyntax_isAPutInAForm() {
        String form = "statementId=" + id + "&Authorization="
                + encoded(XapiEndpoint.basic("lms", "secret")) + "&X-Experience-API-Version=1.0.3&content="
                + encoded(passed(id, ",\"context\":{\"platform\":\"Übung & mehr\"}"));
        Answer answer = endpoint.send(
                "POST",
                "/xapi/statements?method=PUT",
                BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertThat(endpoint.get("?statementId=" + id)
                        .json()
                        .at("/context/platform")
                        .asString())
                .isEqualTo("Übung & mehr");
    }

    @Test
    void alternateSyntax_underTwo_isRefused() {
        Answer answer = endpoint.send(
                "POST",
                "/xapi/statements?method=GET",
                BodyPublishers.ofString("limit=1"),
                "Authorization",
                XapiEndpoint.basic("lms", "secret"),
                "X-Experience-API-Version",
                "2.0.0");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void intakeThatCannotKeep_isAnsweredWith503AndWhenToTryAgain() {
        try (XapiEndpoint away = new XapiEndpoint(submission -> {
            throw new IntakeUnavailable("the database is away", null);
        })) {
            Answer answer = away.post(passed(id));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.header("X-Experience-API-Version")).isEqualTo("1.0.3");
        }
    }

    @Test
    void about_needsNeitherVersionNorCredentials() {
        Answer answer = endpoint.send("GET", "/xapi/about", BodyPublishers.noBody());
        assertThat(answer.json().get("version").toString()).contains("1.0.3", "2.0.0");
        assertThat(answer.header("X-Experience-API-Version")).isEqualTo("1.0.3");
    }

    private static String voids(UUID target) {
        return """
                {"actor":{"mbox":"mailto:ada@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},\
                "object":{"objectType":"StatementRef","id":"%s"}}""".formatted(target);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
