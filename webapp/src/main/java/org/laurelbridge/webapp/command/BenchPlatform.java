package org.laurelbridge.webapp.command;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.lti.LtiPlatform;

/** A platform for measuring: lists its key, and signs a launch of anybody. */
final class BenchPlatform extends HttpServlet {
    static final String ISSUER = "https://lms.example";
    static final String CLIENT = "bench";

    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

    private final transient RSAKey key;

    BenchPlatform() {
        try {
            key = new RSAKeyGenerator(2_048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID("bench")
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java has no RSA", e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getWriter().print(new JWKSet(key.toPublicJWK()));
    }

    RSAKey key() {
        return key;
    }

    /** As it is registered, its keys being at an address. */
    static LtiPlatform registered(URI keys) {
        return new LtiPlatform(
                UUID.randomUUID(),
                "bench",
                ISSUER,
                CLIENT,
                URI.create(ISSUER + "/authorize"),
                URI.create(ISSUER + "/token"),
                ISSUER + "/token",
                keys,
                true,
                Set.of("1"));
    }

    /** The token of a learner's launch. */
    String token(String subject, String nonce, String target) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(CLIENT)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", nonce)
                .claim("name", "Learner " + subject)
                .claim("email", "learner-" + subject + "@example.org")
                .claim(LTI + "message_type", "LtiResourceLinkRequest")
                .claim(LTI + "version", "1.3.0")
                .claim(LTI + "deployment_id", "1")
                .claim(LTI + "target_link_uri", target)
                .claim(LTI + "roles", List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"))
                .claim(LTI + "context", Map.of("id", "2", "title", "Networks"))
                .claim(LTI + "resource_link", Map.of("id", "7", "title", "Badge"))
                .build();
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a token was not signed", e);
        }
    }
}
