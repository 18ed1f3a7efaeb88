package org.laurelbridge.webapp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.backpack.Receiving;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.verify.Installation;
import tools.jackson.databind.JsonNode;

/** The Open Badges 3.0 API, as an application finds and uses it. */
class CredentialsTest {
    private static final String ADA = "ada@example.org";
    private static final String CREDENTIALS = "/ims/ob/v3p0/credentials";
    private static final String JSON = "application/json";
    private static final String ID = "urn:uuid:5f4a7bd1-9a6d-4ecc-a0a6-6c8e5f2f3e11";
    private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"(\\w+)\"");

    @TempDir
    private Path folder;

    private final OtherIssuer other = new OtherIssuer();
    private Installation laurel;
    private Application app;
    private PersonId ada;
    private Instant then;

    @BeforeEach
    void open() throws Exception {
        laurel = new Installation(
                folder,
                Installation.badge("one"),
                Installation.badge("two").replace("public: always", "public: learner-decides"),
                Installation.badge("kept", "unsupported: suspend"),
                Installation.badge("lost", "unsupported: revoke"));
        ada = laurel.learner(ADA);
        app = new Application(laurel).register().signIn(ada);
        then = laurel.clock.instant().minus(Duration.ofDays(1));
    }

    @AfterEach
    void close() {
        laurel.close();
    }

    private static List<String> texts(HttpResponse<String> answer, String array) {
        List<String> texts = new ArrayList<>();
        Application.json(answer)
                .path(array)
                .forEach(one -> texts.add(one.isString() ? one.asString() : one.toString()));
        return texts;
    }

    private static String link(HttpResponse<String> answer, String rel) {
        Matcher links = LINK.matcher(answer.headers().firstValue("Link").orElse(""));
        while (links.find()) {
            if (links.group(2).equals(rel)) {
                return links.group(1);
            }
        }
        return "";
    }

    private static String code(HttpResponse<String> answer) {
        JsonNode said = Application.json(answer);
        assertThat(said.path("imsx_codeMajor").asString()).isEqualTo("failure");
        assertThat(said.path("imsx_severity").asString()).isEqualTo("error");
        assertThat(said.path("imsx_description").asString()).isNotBlank();
        JsonNode field = said.path("imsx_codeMinor").path("imsx_codeMinorField").path(0);
        assertThat(field.path("imsx_codeMinorFieldName").asString()).isNotBlank();
        return answer.statusCode() + " "
                + field.path("imsx_codeMinorFieldValue").asString();
    }

    private HttpResponse<String> bring(String token, String badge) {
        return app.bring("POST", CREDENTIALS, token, badge.startsWith("{") ? JSON : "text/plain", badge);
    }

    @Test
    void wholeRun_fromTheAddressAlone() {
        JsonNode found = Application.json(app.call("GET", Installation.ROOT + "/ims/ob/v3p0/discovery"));
        JsonNode security = found.path("components").path("securitySchemes").path("OAuth2ACG");
        JsonNode flow = security.path("flows").path("authorizationCode");
        assertThat(security.path("x-imssf-registrationUrl").asString())
                .isEqualTo(Installation.ROOT + "/oauth/register");
        assertThat(flow.path("tokenUrl").asString()).isEqualTo(Installation.ROOT + "/oauth/token");
        assertThat(flow.path("authorizationUrl").asString()).isEqualTo(Installation.ROOT + "/oauth/authorize");
        for (String address : List.of(
                found.path("info").path("termsOfService").asString(),
                found.path("info").path("x-imssf-privacyPolicyUrl").asString())) {
            assertThat(app.call("GET", address).statusCode()).isEqualTo(200);
        }
        laurel.scored(ADA, "quiz", "0.91");
        Award open = laurel.signed(ada, "one");
        Award closed = laurel.signed(ada, "two");
        laurel.signed(ada, "kept");
        laurel.signed(ada, "lost");
        assertThat(closed.isPublic()).isFalse();

        HttpResponse<String> answer = app.get(
                found.path("servers").path(0).path("url").asString() + "/credentials",
                app.token(Scope.CREDENTIALS_READ));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Total-Count")).contains("4");
        assertThat(texts(answer, "compactJwsString")).isEmpty();
        assertThat(answer.body())
                .as("the same that its address gives, to the byte")
                .contains(laurel.text("/awards/" + open.credential() + "/ob3.json"))
                .contains(laurel.bridge
                        .stores()
                        .credentials()
                        .find(closed.credential())
                        .orElseThrow());
        assertThat(texts(answer, "credential")).hasSize(4);
    }

    @Test
    void otherLearners_areNeverSeen() {
        PersonId bob = laurel.learner("bob@example.org");
        laurel.scored("bob@example.org", "quiz", "0.95");
        Award his = laurel.signed(bob, "two");
        Application hisApp = new Application(laurel).register().signIn(bob);
        assertThat(bring(hisApp.token(Scope.CREDENTIALS_WRITE), other.badgeOf("bob@example.org", then, ID))
                        .statusCode())
                .isEqualTo(201);

        HttpResponse<String> answer = app.get(CREDENTIALS, app.token(Scope.CREDENTIALS_READ));
        assertThat(texts(answer, "credential")).isEmpty();
        assertThat(answer.headers().firstValue("X-Total-Count")).contains("0");
        String badge =
                laurel.bridge.stores().credentials().find(his.credential()).orElseThrow();
        HttpResponse<String> brought = bring(app.token(Scope.CREDENTIALS_WRITE), badge);
        assertThat(code(brought)).isEqualTo("400 invalid_data");
        assertThat(brought.body()).contains("somebody else").doesNotContain("bob");
    }

    @Test
    void whatDoesNotHold_isGivenWithItsStatus_andSharingIsObeyed() {
        var evidence = laurel.scored(ADA, "quiz", "0.91");
        Award lost = laurel.signed(ada, "lost");
        laurel.signed(ada, "kept");
        Award one = laurel.signed(ada, "one");
        String token = app.token(Scope.CREDENTIALS_READ);
        assertThat(texts(app.get(CREDENTIALS, token), "credential"))
                .noneSatisfy(badge -> assertThat(badge).contains("\"value\":\"91"));
        laurel.clock.turn(Duration.ofSeconds(1));
        laurel.bridge
                .stores()
                .sharing()
                .choose(one.id(), new Sharing(false, true, true, false), laurel.clock.instant());
        laurel.waitUntil(() -> app.get(CREDENTIALS, token).body().contains("\"value\":\"91"));
        assertThat(app.get(CREDENTIALS, token).body()).contains(ADA);

        laurel.voids(evidence);
        laurel.waitUntil(() -> laurel.awards(ada, "lost").get(0).status() == AwardStatus.REVOKED
                && laurel.awards(ada, "kept").get(0).status() == AwardStatus.SUSPENDED);
        List<String> given = texts(app.get(CREDENTIALS, token), "credential");
        assertThat(given)
                .filteredOn(badge -> badge.contains(lost.credential().toString()))
                .singleElement()
                .satisfies(badge -> assertThat(badge).contains("BitstringStatusListEntry"));
        assertThat(given).anySatisfy(badge -> assertThat(badge).contains("The badge kept"));
    }

    @Test
    void pages_areLinked_andSinceIsSinceItChanged() {
        laurel.scored(ADA, "quiz", "0.91");
        for (String badge : List.of("one", "two", "kept", "lost")) {
            laurel.signed(ada, badge);
        }
        String token = app.token(Scope.CREDENTIALS_READ, Scope.CREDENTIALS_WRITE);
        List<String> seen = new ArrayList<>();
        String next = CREDENTIALS + "?limit=2";
        int pages = 0;
        while (!next.isEmpty()) {
            HttpResponse<String> page = app.get(next, token);
            seen.addAll(texts(page, "credential"));
            assertThat(link(page, "first")).isEqualTo(Installation.ROOT + CREDENTIALS + "?limit=2&offset=0");
            assertThat(link(page, "last")).isEqualTo(Installation.ROOT + CREDENTIALS + "?limit=2&offset=2");
            assertThat(link(page, "prev").isEmpty()).isEqualTo(pages == 0);
            next = link(page, "next");
            pages++;
        }
        assertThat(pages).isEqualTo(2);
        assertThat(seen).hasSize(4).doesNotHaveDuplicates();

        Instant noted = laurel.clock.instant();
        laurel.clock.turn(Duration.ofMinutes(1));
        assertThat(texts(app.get(CREDENTIALS + "?since=" + noted, token), "credential"))
                .isEmpty();
        bring(token, other.badge(then, ID));
        HttpResponse<String> newer =
                app.get(CREDENTIALS + "?limit=1&since=" + Application.encoded("2020-01-01T00:00:00+02:00"), token);
        assertThat(texts(newer, "credential")).singleElement().isEqualTo(other.badge(then, ID));
        assertThat(link(newer, "next")).contains("since=2019-12-31T22%3A00%3A00Z", "offset=1");
        assertThat(texts(app.get(CREDENTIALS + "?since=" + noted, token), "credential"))
                .hasSize(1);
    }

    @Test
    void brought_isGivenBackAsItCame_toTheByte() {
        String token = app.token(Scope.CREDENTIALS_READ, Scope.CREDENTIALS_WRITE);
        String badge = other.badge(then, ID).replaceFirst("\\{", "{ \n\t").replaceFirst("\"issuer\":", "\"issuer\" : ")
                + "\r\n";
        HttpResponse<String> created = bring(token, badge);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.body()).isEqualTo(badge);
        assertThat(app.get(CREDENTIALS, token).body()).contains(badge);
        assertThat(bring(token, badge).statusCode()).isEqualTo(200);

        String token2 = other.token(then, "urn:uuid:00000000-0000-4000-8000-000000000001");
        assertThat(bring(token, token2).statusCode()).isEqualTo(201);
        assertThat(texts(app.get(CREDENTIALS, token), "compactJwsString")).containsExactly(token2);
        assertThat(app.page("/my/apps").body())
                .contains(
                        "Kubernetes fundamentals",
                        "Example University",
                        "verdict then: Genuine",
                        "verdict then: Not checked",
                        "A Backpack");
    }

    @Test
    void brought_isReplacedByWhatIsNewer_andNotByWhatIsOlder() {
        String token = app.token(Scope.CREDENTIALS_READ, Scope.CREDENTIALS_WRITE);
        assertThat(bring(token, other.badge(then, ID)).statusCode()).isEqualTo(201);
        String newer =
                other.badge(then.plusSeconds(60), ID.replace("urn", "urn").replace("5f4a", "%35f4a"));
        assertThat(bring(token, newer).statusCode())
                .as("the same id, written otherwise")
                .isEqualTo(200);
        assertThat(texts(app.get(CREDENTIALS, token), "credential")).containsExactly(newer);
        HttpResponse<String> older = bring(token, other.badge(then, ID));
        assertThat(code(older)).isEqualTo("400 invalid_data");
        assertThat(older.body()).contains("newer form", "validFrom");
        assertThat(texts(app.get(CREDENTIALS, token), "credential")).containsExactly(newer);
    }

    @Test
    void ourOwn_broughtBack_isNotKeptTwice() {
        laurel.scored(ADA, "quiz", "0.91");
        Award award = laurel.signed(ada, "two");
        laurel.signed(ada, "one");
        laurel.signed(ada, "kept");
        laurel.signed(ada, "lost");
        String token = app.token(Scope.CREDENTIALS_READ, Scope.CREDENTIALS_WRITE);
        String badge =
                laurel.bridge.stores().credentials().find(award.credential()).orElseThrow();
        assertThat(bring(token, badge).statusCode()).isEqualTo(200);
        assertThat(app.get(CREDENTIALS, token).headers().firstValue("X-Total-Count"))
                .contains("4");
    }

    @Test
    void whatIsNoGoodBadge_isRefused_withTheReasons() {
        String token = app.token(Scope.CREDENTIALS_WRITE);
        String badge = other.badge(then, ID);
        PersonId bob = laurel.learner("bob@example.org");
        HttpResponse<String> hers =
                bring(new Application(laurel).register().signIn(bob).token(Scope.CREDENTIALS_WRITE), badge);
        assertThat(code(hers)).isEqualTo("400 invalid_data");
        assertThat(hers.body()).contains("somebody else");
        HttpResponse<String> changed = bring(token, badge.replace("Kubernetes fundamentals", "Kubernetes mastery"));
        assertThat(code(changed)).isEqualTo("400 invalid_data");
        assertThat(changed.body()).contains("signature");
        assertThat(code(bring(token, "{\"type\":[\"VerifiableCredential\"]}"))).isEqualTo("400 invalid_data");
        assertThat(code(bring(token, "{\"a\":1,\"a\":2}"))).isEqualTo("400 invalid_data");
        assertThat(code(bring(token, "not.a.token!"))).isEqualTo("400 invalid_data");
        assertThat(code(bring(token, badge + "x".repeat(Receiving.MOST_BYTES)))).isEqualTo("413 invalid_data");
        assertThat(code(app.bring("POST", CREDENTIALS, token, "application/xml", badge)))
                .isEqualTo("415 not_acceptable");
        assertThat(code(bring(token, """
                {"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://issuer.invalid/1",\
                "verification":{"type":"HostedBadge"},"badge":"https://issuer.invalid/2","issuedOn":"2026-01-01T00:00:00Z",\
                "recipient":{"type":"email","hashed":false,"identity":"ada@example.org"}}"""))).isEqualTo("400 invalid_data");
        String odd = badge.replaceAll("\"cryptosuite\":\"[^\"]*\"", "\"cryptosuite\":\"unheard-of\"");
        assertThat(odd).isNotEqualTo(badge);
        assertThat(code(bring(token, odd)))
                .as("its proof, nobody can ever check")
                .isEqualTo("400 invalid_data");
        HttpResponse<String> away = bring(token, other.unreachable(then, ID));
        assertThat(away.statusCode()).as("nobody can tell now: " + away.body()).isEqualTo(201);
    }

    @Test
    void whoeverHasNoToken_orTheWrongOne_isTold() {
        String reading = app.token(Scope.CREDENTIALS_READ);
        HttpResponse<String> none = app.call("GET", CREDENTIALS);
        assertThat(code(none)).isEqualTo("401 unauthorizedrequest");
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"laurel\"");
        HttpResponse<String> wrong = app.get(CREDENTIALS, reading + "x");
        assertThat(code(wrong)).isEqualTo("401 unauthorizedrequest");
        assertThat(wrong.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("error=\"invalid_token\"");
        HttpResponse<String> less = bring(reading, other.badge(then, ID));
        assertThat(code(less)).isEqualTo("403 forbidden");
        assertThat(less.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"insufficient_scope\"", Scope.CREDENTIALS_WRITE.word());
        assertThat(code(app.get(CREDENTIALS, app.token(Scope.ASSERTIONS_READ)))).isEqualTo("403 forbidden");
        laurel.clock.turn(Duration.ofHours(1));
        assertThat(code(app.get(CREDENTIALS, reading))).isEqualTo("401 unauthorizedrequest");
    }

    @Test
    void whatElseIsWrong_isTold() {
        String token = app.token(Scope.CREDENTIALS_READ);
        for (String query : List.of(
                "limit=0", "limit=-1", "limit=x", "offset=-1", "offset=1e3", "since=yesterday", "limit=1&limit=2")) {
            assertThat(code(app.get(CREDENTIALS + "?" + query, token)))
                    .as(query)
                    .isEqualTo("400 invalid_query_parameter");
        }
        assertThat(app.get(CREDENTIALS + "?limit=999999999", token).statusCode())
                .isEqualTo(200);
        for (String method : List.of("DELETE", "PUT", "PATCH")) {
            HttpResponse<String> answer = app.call(method, CREDENTIALS);
            assertThat(code(answer)).isEqualTo("405 not_allowed");
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, POST, OPTIONS");
        }
        HttpResponse<String> asked = app.call("OPTIONS", CREDENTIALS, "Origin", "https://backpack.example");
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization");
    }
}
