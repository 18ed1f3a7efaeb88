package org.laurelbridge.bridge.deliver.ags;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import org.laurelbridge.bridge.issue.key.RsaKey;
import org.laurelbridge.bridge.secret.Secrets;

/**
 * The RSA key that Laurel proves itself with as an LTI tool: one for the installation, made at the first start. RS256 alone is accepted
 * by every platform (IMS Security Framework 1.0 §5.1.3).
 */
public final class ToolKey {

    private static final String NAME = "lti-tool-key";

    private final RsaKey key;

    public ToolKey(Secrets secrets) {
        this.key = new RsaKey(secrets.getOrMake(NAME, RsaKey::make));
    }

    /** The public half as a JWK set, for {@code /lti/jwks}. */
    public String jwks() {
        return new JWKSet(key.jwk()).toString(true);
    }

    /** A compact JWS of the claims, with the key's id in its header. */
    public String sign(JWTClaimsSet claims) {
        return key.sign(
                header -> header.type(JOSEObjectType.JWT).keyID(key.id()),
                claims.toPayload().toString());
    }
}
