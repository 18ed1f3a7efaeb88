package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.grant.WalletOffers;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.Standing;
import org.laurelbridge.bridge.issue.form.AwardFiles;
import org.laurelbridge.webapp.oauth.WalletForms.Form;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** {@code /oauth/credential}: the badge that was offered to a wallet (OpenID for Verifiable Credential Issuance 1.0 §8). */
public final class WalletServlet extends HttpServlet {
    private static final String BEARER = "Bearer ";
    private static final int MOST_BYTES = 64_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final transient WalletOffers offers;
    private final transient WalletForms forms;
    private final transient Earnings earnings;
    private final transient AwardFiles files;
    private final transient InstantSource clock;

    public WalletServlet(
            WalletOffers offers, WalletForms forms, Earnings earnings, AwardFiles files, InstantSource clock) {
        this.offers = offers;
        this.forms = forms;
        this.earnings = earnings;
        this.files = files;
        this.clock = clock;
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        Wire.allowPost(response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<AwardId> award = award(request.getHeader("Authorization"));
        HTTPResponse answer = award.isEmpty() ? refused(401, "invalid_token") : answer(award.get(), body(request));
        Wire.send(answer, response);
        if (award.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"laurel\", error=\"invalid_token\"");
        }
    }

    private Optional<AwardId> award(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? offers.find(authorization.substring(BEARER.length()).strip(), clock.instant())
                : Optional.empty();
    }

    /** Missing when it is no JSON, or too much. */
    private static JsonNode body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        try {
            return bytes.length > MOST_BYTES
                    ? JsonNodeFactory.instance.missingNode()
                    : JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JacksonException noJson) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private HTTPResponse answer(AwardId award, JsonNode asked) {
        String id = asked.path("credential_configuration_id").asString("");
        String name = asked.path("credential_identifier").asString("");
        if (!asked.isObject() || id.isEmpty() == name.isEmpty()) {
            return refused(400, "invalid_credential_request");
        }
        if (asked.has("credential_response_encryption")) {
            return refused(400, "invalid_encryption_parameters");
        }
        Optional<Form> form = forms.find(id + name);
        if (form.isEmpty()) {
            return refused(400, id.isEmpty() ? "unknown_credential_identifier" : "unknown_credential_configuration");
        }
        // it may have been taken back since it was offered
        return earnings.find(award.value())
                .filter(earned -> earned.standing().kind() == Standing.Kind.STANDS)
                .flatMap(earned -> files.find(earned, form.get().award))
                .map(file -> given(form.get(), new String(file, StandardCharsets.UTF_8)))
                .orElseGet(() -> refused(400, "credential_request_denied"));
    }

    private static HTTPResponse given(Form form, String file) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode one = answer.putArray("credentials").addObject();
        if (form == Form.JWT) {
            one.put("credential", file);
        } else {
            // byte for byte
            one.putRawValue("credential", new RawValue(file));
        }
        return PreAuthorized.json(200, answer);
    }

    private static HTTPResponse refused(int status, String error) {
        return PreAuthorized.json(status, JsonNodeFactory.instance.objectNode().put("error", error));
    }
}
