package org.laurelbridge.bridge.issue.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.function.UnaryOperator;

/** A key for compact signatures, RS256: credentials as JWT, signed Open Badges 2.0, and messages to an LTI platform. Safe for many threads. */
public final class RsaKey implements IssuerKey {

    private static final int BITS = 2048;

    private final RSAKey jwk;
    private final JWSSigner signer;

    /**
     * Reads what {@link #make} made.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public RsaKey(byte[] secret) {
        try {
            this.jwk = RSAKey.parse(new String(secret, StandardCharsets.UTF_8));
            this.signer = new RSASSASigner(jwk);
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("this is not an RSA key", e);
        }
    }

    /** A new key, to be kept. */
    public static byte[] make() {
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

    /** Its thumbprint (RFC 7638). */
    @Override
    public String id() {
        return jwk.getKeyID();
    }

    /** The public half (RFC 7517). */
    public RSAKey jwk() {
        return jwk.toPublicJWK();
    }

    /** The public key. */
    public PublicKey publicKey() {
        try {
            return jwk.toPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java cannot read an RSA key", e);
        }
    }

    /**
     * A compact JWS (RFC 7515); the same arguments give the same text.
     *
     * @param header what the header says besides the algorithm
     */
    public String sign(UnaryOperator<JWSHeader.Builder> header, String payload) {
        JWSObject signed = new JWSObject(
                header.apply(new JWSHeader.Builder(JWSAlgorithm.RS256)).build(), new Payload(payload));
        try {
            signed.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java cannot sign with RS256", e);
        }
        return signed.serialize();
    }
}
