package org.laurelbridge.bridge.verify.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.laurelbridge.bridge.issue.key.Base58;
import org.laurelbridge.bridge.issue.key.P256Keys;
import org.laurelbridge.bridge.issue.key.PublicKeys;
import tools.jackson.databind.JsonNode;

/** Public keys as documents write them: Ed25519, P-256, and RSA from 2048 bits. All else is no key. */
public final class KeyTexts {

    private static final byte[] ED25519 = {(byte) 0xed, 0x01};
    private static final int LEAST_RSA_BITS = 2_048;
    private static final int MOST_RSA_BITS = 8_192;
    private static final int LONGEST = 4_000;

    private KeyTexts() {}

    /** publicKeyMultibase (Controlled Identifiers 1.0 §2.2.2). */
    public static Optional<PublicKey> multibase(String text) {
        try {
            if (text.startsWith("z6Mk") && text.length() < 60) {
                return Optional.of(PublicKeys.read(text));
            }
            if (text.startsWith("zDn") && text.length() < 60) {
                return P256Keys.read(Base58.decode(text.substring(1)));
            }
            return Optional.empty();
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    /** publicKeyJwk (RFC 7517). */
    static Optional<PublicKey> jwk(JsonNode jwk) {
        String text = jwk.toString();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JWK parsed = JWK.parse(text);
            if (parsed instanceof RSAKey rsa) {
                return rsa(rsa.toRSAPublicKey());
            }
            if (parsed instanceof ECKey ec && ec.getCurve().equals(Curve.P_256)) {
                return Optional.of(ec.toECPublicKey());
            }
            return parsed instanceof OctetKeyPair pair && pair.getCurve().equals(Curve.Ed25519)
                    ? multibase("z" + Base58.encode(joined(ED25519, pair.getX().decode())))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    /** publicKeyPem (RFC 7468), RSA. */
    public static Optional<PublicKey> pem(String pem) {
        String body = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        if (body.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(body));
            PublicKey key = KeyFactory.getInstance("RSA").generatePublic(spec);
            return key instanceof RSAPublicKey rsa ? rsa(rsa) : Optional.empty();
        } catch (IllegalArgumentException | GeneralSecurityException noKey) {
            return Optional.empty();
        }
    }

    private static Optional<PublicKey> rsa(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        return bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS ? Optional.of(key) : Optional.empty();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] whole = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, whole, first.length, second.length);
        return whole;
    }
}
