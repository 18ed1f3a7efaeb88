package org.laurelbridge.bridge.issue.ob2;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.KeyDocuments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class Ob2SignerTest {
    private final IssuerIdentity issuer = Issued.issuer(Issued.PUBLIC);
    private final Ob2Signer signer = new Ob2Signer(issuer);

    @Test
    void sign_isVerifiedByTheKeyThatItNames_andTheIssuerLists() throws Exception {
        JWSObject jws = JWSObject.parse(signer.sign(Issued.earned("ada@example.org")));
        JsonNode assertion = new JsonMapper().readTree(jws.getPayload().toString());
        String creator = assertion.path("verification").path("creator").asString();

        assertThat(assertion.path("verification").path("type").asString()).isEqualTo("SignedBadge");
        assertThat(issuer.toOb2().path("publicKey").path(0).asString()).isEqualTo(creator);
        JsonNode key =
                new KeyDocuments(issuer).ob2Key(issuer.keys().rs256().id()).orElseThrow();
        assertThat(key.path("id").asString()).isEqualTo(creator);
        assertThat(key.path("owner")).isEqualTo(issuer.toOb2().path("id"));
        assertThat(jws.verify(new RSASSAVerifier(read(key.path("publicKeyPem").asString()))))
                .isTrue();
        assertThat(assertion.path("id").asString()).startsWith("urn:uuid:");
        assertThat(assertion.path("recipient").path("hashed").asBoolean()).isTrue();
        assertThat(assertion.toString()).doesNotContain("ada@example.org");
    }

    private static RSAPublicKey read(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "");
        byte[] bytes = Base64.getMimeDecoder().decode(base64);
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
    }

    @Test
    void revocationList_namesThoseThatDoNotHold_asTheyNameThemselves_andNothingElse() throws Exception {
        AwardId other = new AwardId(new UUID(4, 4));
        JWSObject jws = JWSObject.parse(signer.sign(Issued.earned(null)));
        String id = new JsonMapper()
                .readTree(jws.getPayload().toString())
                .path("id")
                .asString();

        JsonNode list = signer.revocationList(List.of(other, Issued.AWARD));

        assertThat(list.path("type").asString()).isEqualTo("RevocationList");
        assertThat(list.path("id")).isEqualTo(issuer.toOb2().path("revocationList"));
        assertThat(list.path("revokedAssertions"))
                .hasSize(2)
                .extracting(one -> one.path("id").asString())
                .contains(id)
                .isSorted();
        assertThat(list.toString()).doesNotContain(Issued.AWARD.toString(), other.toString());
    }
}
