package org.laurelbridge.webapp.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurelbridge.bridge.grant.WalletOffers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A wallet's token for the code of an offer (OpenID for Verifiable Credential Issuance 1.0 §6); a wallet is registered nowhere. */
record PreAuthorized(WalletOffers offers, WalletForms forms) {
    static final String GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
    private static final String DETAILS = "authorization_details";
    private static final ErrorObject OTHER_DETAILS =
            new ErrorObject("invalid_authorization_details", "expected what was offered", 400);
    private static final JsonMapper JSON = new JsonMapper();

    static boolean isAsked(Map<String, List<String>> form) {
        return form.getOrDefault("grant_type", List.of()).equals(List.of(GRANT));
    }

    HTTPResponse answer(Map<String, List<String>> form, Instant now) {
        Optional<String> code = one(form, "pre-authorized_code");
        if (code.isEmpty() || form.containsKey("tx_code")) {
            return refused(OAuth2Error.INVALID_REQUEST.setDescription("expected pre-authorized_code, and no tx_code"));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (form.containsKey(DETAILS) && !areAnswered(one(form, DETAILS).orElse(""), answer)) {
            return refused(OTHER_DETAILS);
        }
        Optional<String> token = offers.redeem(code.get(), now);
        if (token.isEmpty()) {
            return refused(OAuth2Error.INVALID_GRANT.setDescription("it was used, is over, or nobody gave it"));
        }
        answer.put("access_token", token.get());
        answer.put("token_type", "Bearer");
        answer.put("expires_in", WalletOffers.LENGTH.toSeconds());
        return json(200, answer);
    }

    /** Says which credentials there are for what a wallet asks (§6.2): one of each form, called as the form. */
    private boolean areAnswered(String asked, ObjectNode answer) {
        JsonNode all;
        try {
            all = JSON.readTree(asked);
        } catch (JacksonException noJson) {
            return false;
        }
        for (JsonNode one : all) {
            String id = one.path("credential_configuration_id").asString("");
            if (!one.path("type").asString("").equals("openid_credential")
                    || forms.find(id).isEmpty()) {
                return false;
            }
            ObjectNode told = answer.withArray(DETAILS).addObject();
            told.put("type", "openid_credential").put("credential_configuration_id", id);
            told.putArray("credential_identifiers").add(id);
        }
        return all.isArray() && !all.isEmpty();
    }

    private static Optional<String> one(Map<String, List<String>> form, String name) {
        List<String> values = form.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private static HTTPResponse refused(ErrorObject error) {
        return new TokenErrorResponse(error).toHTTPResponse();
    }

    static HTTPResponse json(int status, ObjectNode body) {
        HTTPResponse answer = new HTTPResponse(status);
        answer.setHeader("Content-Type", "application/json;charset=utf-8");
        answer.setBody(body.toString());
        return answer;
    }
}
