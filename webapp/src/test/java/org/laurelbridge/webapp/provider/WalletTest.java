package org.laurelbridge.webapp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.grant.WalletOffers;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.verify.Installation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A wallet that knows nothing of Laurel but the offer that it scanned (OpenID for Verifiable Credential Issuance 1.0). */
class WalletTest {
    private static final String ADA = "ada@example.org";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern OFFER = Pattern.compile("openid-credential-offer://\\?credential_offer=([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    private Installation laurel;
    private Application app;
    private Award award;

    @BeforeEach
    void open() throws Exception {
        laurel = new Installation(
                folder, Installation.badge("one", "unsupported: revoke").replace("public: always\n", ""));
        PersonId ada = laurel.learner(ADA);
        app = new Application(laurel).signIn(ada);
        laurel.scored(ADA, "quiz", "0.91");
        award = laurel.signed(ada, "one");
    }

    @AfterEach
    void close() {
        laurel.close();
    }

    private String page() {
        return "/my/wallet/" + award.id();
    }

    /** What the QR code says. */
    private JsonNode offer() {
        Matcher csrf = CSRF.matcher(app.page(page()).body());
        assertThat(csrf.find()).isTrue();
        HttpResponse<String> shown = app.post(page(), Application.form(Map.of("csrf", csrf.group(1))));
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        Matcher offer = OFFER.matcher(shown.body());
        assertThat(offer.find()).as(shown.body()).isTrue();
        assertThat(shown.body()).contains("src=\"data:image/png;base64,");
        return new JsonMapper().readTree(URLDecoder.decode(offer.group(1), StandardCharsets.UTF_8));
    }

    private static String code(JsonNode offer) {
        return offer.path("grants").path(GRANT).path("pre-authorized_code").asString();
    }

    private HttpResponse<String> redeem(String code, String... more) {
        String form = Application.form(Map.of("grant_type", GRANT, "pre-authorized_code", code));
        return app.bring("POST", "/oauth/token", "", FORM, form + String.join("", more));
    }

    private String token() {
        return Application.json(redeem(code(offer()))).path("access_token").asString();
    }

    private HttpResponse<String> ask(String token, String body) {
        return app.bring("POST", "/oauth/credential", token, "application/json", body);
    }

    private static String wants(String id) {
        return "{\"credential_configuration_id\": \"" + id + "\"}";
    }

    @Test
    void offer_leadsAWalletToTheBadge_inEachForm() {
        JsonNode offer = offer();
        String issuer = offer.path("credential_issuer").asString();
        assertThat(issuer).isEqualTo(Installation.ROOT);
        JsonNode metadata = Application.json(app.call("GET", issuer + "/.well-known/openid-credential-issuer"));
        assertThat(metadata.path("credential_issuer").asString()).isEqualTo(issuer);
        JsonNode server = Application.json(app.call("GET", issuer + "/.well-known/oauth-authorization-server"));
        assertThat(server.path("grant_types_supported").toString()).contains(GRANT);
        assertThat(server.path("pre-authorized_grant_anonymous_access_supported")
                        .asBoolean())
                .isTrue();
        assertThat(server.path("token_endpoint").asString()).isEqualTo(issuer + "/oauth/token");

        JsonNode tokens = Application.json(redeem(code(offer)));
        assertThat(tokens.path("token_type").asString()).isEqualTo("Bearer");
        String token = tokens.path("access_token").asString();
        String endpoint = metadata.path("credential_endpoint").asString();
        for (JsonNode id : offer.path("credential_configuration_ids")) {
            JsonNode form = metadata.path("credential_configurations_supported").path(id.asString());
            assertThat(form.path("credential_definition").path("type").toString())
                    .contains("OpenBadgeCredential");
            assertThat(form.has("proof_types_supported")).isFalse();
            HttpResponse<String> given = app.bring("POST", endpoint, token, "application/json", wants(id.asString()));
            assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
            JsonNode badge = Application.json(given).path("credentials").path(0).path("credential");
            String signed = laurel.bridge
                    .stores()
                    .credentials()
                    .find(award.credential())
                    .orElseThrow();
            if (form.path("format").asString().equals("ldp_vc")) {
                assertThat(given.body()).as("byte for byte").contains(signed);
                assertThat(badge.path("proof").toString()).contains("eddsa-rdfc-2022");
            } else {
                assertThat(form.path("format").asString()).isEqualTo("jwt_vc_json");
                assertThat(badge.asString()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
            }
        }
        assertThat(offer.path("credential_configuration_ids").toString())
                .isEqualTo("[\"OpenBadge3\",\"OpenBadge3-jwt\"]");
    }

    @Test
    void details_areAnsweredWithWhatThereIs() {
        String details = "&authorization_details="
                + Application.encoded(
                        "[{\"type\":\"openid_credential\",\"credential_configuration_id\":\"OpenBadge3\"}]");
        JsonNode tokens = Application.json(redeem(code(offer()), details));
        String id = tokens.path("authorization_details")
                .path(0)
                .path("credential_identifiers")
                .path(0)
                .asString();
        assertThat(ask(tokens.path("access_token").asString(), "{\"credential_identifier\": \"" + id + "\"}")
                        .statusCode())
                .isEqualTo(200);
        String other = details.replace("OpenBadge3", "Passport");
        assertThat(redeem(code(offer()), other).body()).contains("invalid_authorization_details");
    }

    @Test
    void code_isGoodOnce_andForMinutes() {
        String code = code(offer());
        assertThat(redeem(code, "&tx_code=1").body()).contains("invalid_request");
        assertThat(redeem(code).statusCode()).isEqualTo(200);
        assertThat(redeem(code).body()).contains("invalid_grant");
        assertThat(redeem("x").statusCode()).isEqualTo(400);

        String late = code(offer());
        String token = token();
        laurel.clock.turn(WalletOffers.LENGTH);
        assertThat(redeem(late).body()).contains("invalid_grant");
        HttpResponse<String> over = ask(token, wants("OpenBadge3"));
        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(over.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(
                        told -> assertThat(told).startsWith("Bearer ").contains("invalid_token"));
    }

    @Test
    void whatIsWrong_isTold() {
        String token = token();
        assertThat(ask(token, wants("Passport")).body()).contains("unknown_credential_configuration");
        assertThat(ask(token, "{\"credential_identifier\": \"x\"}").body()).contains("unknown_credential_identifier");
        for (String body : new String[] {"", "{", "[]", "{}", "\"x\""}) {
            assertThat(ask(token, body).body()).as(body).contains("invalid_credential_request");
        }
        assertThat(ask(token, "{\"credential_configuration_id\":\"OpenBadge3\",\"credential_response_encryption\":{}}")
                        .body())
                .contains("invalid_encryption_parameters");
        assertThat(ask("", wants("OpenBadge3")).statusCode()).isEqualTo(401);
    }

    @Test
    void takenBack_isNotHandedOver_andOthersOfferNothing() {
        String token = token();
        Application bobs = new Application(laurel).signIn(laurel.learner("bob@example.org"));
        assertThat(bobs.page(page()).statusCode()).isEqualTo(404);
        laurel.bridge
                .verdicts()
                .revoke(laurel.bridge.awards().find(award.id().value()).orElseThrow(), "copied");

        assertThat(ask(token, wants("OpenBadge3")).body()).contains("credential_request_denied");
        assertThat(app.page(page()).statusCode()).isEqualTo(404);
        assertThat(laurel.bridge.stores().audit().list(Audit.Filter.ALL, 0, 50).toString())
                .contains("award.wallet-offered", "award.wallet-taken");
    }
}
