package org.laurelbridge.bridge.deliver.ags;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.laurelbridge.bridge.secret.Secrets;

/** The RSA key that Laurel proves itself with as an LTI tool: one for the installation, made at the first start. */
public final class ToolKey {

    private static final String NAME = "lti-tool-key";

    /** RS256 alone is accepted by every platform (IMS Security Framework 1.0 §5.1.3). */
    private static final int BITS = 2048;

    private final RSAKey key;
    private final JWSSigner signer;

    public ToolKey(Secrets secrets) {
        byte[] jwk = secrets.getOrMake(NAME, ToolKey::make);
        try {
            this.key = RSAKey.parse(new String(jwk, StandardCharsets.UTF_8));
            this.signer = new RSASSASigner(key);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("the secret \"" + NAME + "\" is not an RSA key", e);
        }
    }

    private static byte[] make() {
        try {
            RSAKey made = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
            return made.toJSONString().getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java cannot make an RSA key", e);
        }
    }

    /** The public half as a JWK set, for {@code /lti/jwks}. */
    public String jwks() {
        return new JWKSet(key).toString(true);
    }

    /** A compact JWS of the claims, with the key's id in its header. */
    String sign(JWTClaimsSet claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the LTI tool key cannot sign", e);
        }
        return token.serialize();
    }
}
