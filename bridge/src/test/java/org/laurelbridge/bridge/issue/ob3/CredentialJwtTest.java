package org.laurelbridge.bridge.issue.ob3;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CredentialJwtTest {
    private final IssuerIdentity issuer = Issued.issuer(Issued.PUBLIC);

    @Test
    void of_saysTheSameAsTheCredential_signedByTheKeyAtItsAddress() throws Exception {
        Instant end = Instant.parse("2027-03-01T10:02:11.250Z");
        String credential = new Ob3Signer(issuer).sign(Issued.expiring(end), Issued.issuance());

        SignedJWT jwt = SignedJWT.parse(new CredentialJwt(issuer).of(credential));

        assertThat(jwt.verify(new RSASSAVerifier(issuer.keys().rs256().jwk()))).isTrue();
        assertThat(jwt.getHeader().toJSONObject()).containsOnlyKeys("alg", "kid", "jwk", "typ");
        assertThat(jwt.getHeader().getKeyID())
                .isEqualTo("https://badges.example.org/issuer/keys/"
                        + issuer.keys().rs256().id());
        assertThat(jwt.getHeader().getJWK().isPrivate()).isFalse();
        ObjectNode payload =
                (ObjectNode) new JsonMapper().readTree(jwt.getPayload().toString());
        assertThat(payload.remove("iss").asString()).isEqualTo("did:web:badges.example.org:issuer");
        assertThat(payload.remove("jti").asString()).isEqualTo("https://badges.example.org/awards/" + Issued.AWARD);
        assertThat(payload.remove("sub").asString()).isEqualTo("urn:uuid:" + Issued.RECIPIENT);
        assertThat(payload.remove("nbf").asLong()).isEqualTo(Issued.SIGNED_AT.getEpochSecond());
        assertThat(payload.remove("exp").asLong()).isEqualTo(end.getEpochSecond());
        ObjectNode unsecured = (ObjectNode) new JsonMapper().readTree(credential);
        unsecured.remove("proof");
        assertThat(payload).isEqualTo(unsecured);
    }

    @Test
    void of_whatNeverEnds_hasNoEnd_andIsTheSameAgain() throws Exception {
        String credential = new Ob3Signer(issuer).sign(Issued.earned(null), Issued.issuance());

        String jwt = new CredentialJwt(issuer).of(credential);

        assertThat(SignedJWT.parse(jwt).getJWTClaimsSet().getExpirationTime()).isNull();
        assertThat(new CredentialJwt(issuer).of(credential)).isEqualTo(jwt);
    }
}
