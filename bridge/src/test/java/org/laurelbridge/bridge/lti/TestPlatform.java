package org.laurelbridge.bridge.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A platform with a key: makes the tokens that a Moodle makes, to be spoilt by a test. */
public final class TestPlatform {
    public static final String ISSUER = "https://moodle.example.org";
    public static final String CLIENT = "vRUvpxhaSIXcpMj";
    public static final String TARGET = "https://badges.example.org/lti/launch";
    public static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

    private final RSAKey key;

    public TestPlatform(String keyId) {
        this(keyId, 2048);
    }

    public TestPlatform(String keyId, int bits) {
        try {
            key = new RSAKeyGenerator(bits, true)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(keyId)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public RSAKey key() {
        return key;
    }

    public static LtiPlatform platform() {
        URI root = URI.create(ISSUER + "/mod/lti/");
        URI token = root.resolve("token.php");
        return new LtiPlatform(
                UUID.fromString("3c1f3f3e-6f1e-4f7a-9a1c-3b8f6f1f0001"),
                "campus",
                ISSUER,
                CLIENT,
                root.resolve("auth.php"),
                token,
                token.toString(),
                root.resolve("certs.php"),
                true,
                Set.of("1"));
    }

    /** As a Moodle launches a student; the caller may change all of it. */
    public static Map<String, Object> launch(Instant now, String nonce) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", CLIENT);
        claims.put("sub", "3");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 60);
        claims.put("nonce", nonce);
        claims.put("name", "Ada Lovelace");
        claims.put("email", "ada@example.org");
        claims.put(LTI + "message_type", "LtiResourceLinkRequest");
        claims.put(LTI + "version", "1.3.0");
        claims.put(LTI + "deployment_id", "1");
        claims.put(LTI + "target_link_uri", TARGET);
        claims.put(LTI + "roles", List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"));
        claims.put(LTI + "context", Map.of("id", "2", "title", "Networks"));
        claims.put(LTI + "resource_link", Map.of("id", "7", "title", "Badge"));
        return claims;
    }

    public String sign(Map<String, Object> claims) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    }

    public String sign(JWSHeader header, Map<String, Object> claims) {
        try {
            JWSObject token = new JWSObject(header, new Payload(claims));
            token.sign(new RSASSASigner(key, Set.of(AllowWeakRSAKey.getInstance())));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
