package org.laurelbridge.bridge.issue.ob3;

import com.nimbusds.jose.JOSEObjectType;
import java.time.Instant;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.key.RsaKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A credential as a JWT, RS256 (Open Badges 3.0 §8.2): what was signed as JSON, without its proof, with the claims that say the same. */
public final class CredentialJwt {

    private static final JsonMapper JSON = new JsonMapper();

    private final IssuerIdentity issuer;

    public CredentialJwt(IssuerIdentity issuer) {
        this.issuer = issuer;
    }

    /**
     * The compact JWS; the same credential and key give the same text.
     *
     * @param credential as it was signed, as JSON
     */
    public String of(String credential) {
        ObjectNode payload = (ObjectNode) JSON.readTree(credential);
        payload.remove("proof");
        payload.set("iss", payload.path("issuer").path("id"));
        payload.set("jti", payload.path("id"));
        payload.set("sub", payload.path("credentialSubject").path("id"));
        payload.put("nbf", seconds(payload.path("validFrom")));
        if (payload.has("validUntil")) {
            payload.put("exp", seconds(payload.path("validUntil")));
        }
        RsaKey key = issuer.keys().rs256();
        String kid = issuer.addresses().key(key.id()).toString();
        return key.sign(header -> header.type(JOSEObjectType.JWT).keyID(kid).jwk(key.jwk()), payload.toString());
    }

    private static long seconds(JsonNode moment) {
        return Instant.parse(moment.asString()).getEpochSecond();
    }
}
