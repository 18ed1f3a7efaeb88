package org.laurelbridge.webapp.admin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.laurelbridge.bridge.fake.FakeServer;
import org.laurelbridge.bridge.fake.FakeServer.Request;
import org.laurelbridge.bridge.fake.FakeServer.Response;

/** An OpenID provider that a test can make lie in one thing. It signs the same person in whoever comes. */
final class FakeProvider implements AutoCloseable {
    static final String CLIENT = "laurel";
    static final String SECRET = "a secret of the client, long enough";

    /** How it signs. */
    enum Signing {
        WITH_ITS_KEY,
        WITH_ANOTHER_KEY,
        WITH_THE_CLIENTS_SECRET,
        WITH_ITS_PUBLIC_KEY_AS_SECRET,
        NOT_AT_ALL
    }

    final FakeServer server = new FakeServer(this::answer);
    volatile String nonce = "";
    volatile Signing signing = Signing.WITH_ITS_KEY;
    volatile UnaryOperator<JWTClaimsSet.Builder> lie = claims -> claims;
    volatile Map<String, String> tokenForm = Map.of();
    volatile int discovered;
    /** Whether it promises to say who answers (RFC 9207). */
    volatile boolean saysWhoAnswers;
    /** What it tells at the UserInfo endpoint; empty where it has none. */
    volatile String userInfo = "";

    private final RSAKey key = key();
    private final RSAKey other = key();

    URI issuer() {
        return server.address();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Response answer(Request request) {
        String root = issuer().toString();
        return switch (request.path()) {
            case "/.well-known/openid-configuration" -> {
                discovered++;
                yield json("""
                        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                        "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                        "authorization_response_iss_parameter_supported":%2$s,%3$s
                        "id_token_signing_alg_values_supported":["RS256","HS256","none"]}""".formatted(
                                root,
                                saysWhoAnswers,
                                userInfo.isEmpty() ? "" : "\"userinfo_endpoint\":\"" + root + "/userinfo\","));
            }
            case "/keys" -> json(new JWKSet(key.toPublicJWK()).toString());
            case "/userinfo" -> json(userInfo);
            case "/token" -> {
                tokenForm = request.form();
                yield json("{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + token() + "\"}");
            }
            default -> Response.of(404, "text/plain", "");
        };
    }

    private static Response json(String text) {
        return Response.of(200, "application/json", text);
    }

    private String token() {
        Instant now = Instant.now();
        JWTClaimsSet claims = lie.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer().toString())
                        .subject("248289761001")
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", nonce)
                        .claim("email", "Ada@example.org")
                        .claim("email_verified", true))
                .build();
        try {
            return signed(claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWTClaimsSet claims) throws JOSEException {
        if (signing == Signing.NOT_AT_ALL) {
            return new PlainJWT(claims).serialize();
        }
        boolean isByKey = signing == Signing.WITH_ITS_KEY || signing == Signing.WITH_ANOTHER_KEY;
        JWSHeader header = new JWSHeader.Builder(isByKey ? JWSAlgorithm.RS256 : JWSAlgorithm.HS256)
                .keyID("one")
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(
                switch (signing) {
                    case WITH_ITS_KEY -> new RSASSASigner(key);
                    case WITH_ANOTHER_KEY -> new RSASSASigner(other);
                    case WITH_THE_CLIENTS_SECRET -> new MACSigner(SECRET);
                    default -> new MACSigner(key.toRSAPublicKey().getEncoded());
                });
        return token.serialize();
    }

    @Override
    public void close() {
        server.close();
    }
}
