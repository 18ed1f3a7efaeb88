package org.laurelbridge.bridge.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fetch.OwnDocuments;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.ob3.Signing;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Credentials as tokens (VC-JWT). */
class TokenVerifierTest {

    private static final String DID = "did:web:other.example.org:issuer";
    private static final String KEY = "https://other.example.org/issuer/keys/rsa";
    private static RSAKey rsa;
    private static ECKey ec;

    private final IssuerIdentity ours = Issued.issuer(Issued.PUBLIC);
    private final IssuerIdentity other = Issued.issuer(URI.create("https://other.example.org"));
    private final Web web = new Web();
    private final Verifier verifier =
            new Verifier(ours, OwnDocuments.NONE, web, picture -> new Pictures.Held(null, null), web::now);

    @BeforeAll
    static void makeKeys() throws Exception {
        rsa = new RSAKeyGenerator(2048).generate();
        ec = new ECKeyGenerator(Curve.P_256).generate();
    }

    @Test
    void rs256_byTheAddressOfItsKey_isGenuine() throws Exception {
        putKey(rsa.toPublicJWK());

        Report report = verify(rs256(header().keyID(KEY), payload()));

        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(report.shown().format()).isEqualTo("Open Badges 3.0, VC-JWT (RS256)");
        assertThat(web.asked()).containsExactly("https://other.example.org/issuer/did.json", KEY);
    }

    @Test
    void es256_byTheIssuersDocument_isGenuine() throws Exception {
        putDidDocument(ec.toPublicJWK());
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(DID + "#key").build();
        assertThat(verify(signed(header, payload(), new ECDSASigner(ec))).verdict())
                .isEqualTo(Verdict.GENUINE);

        JWSHeader relative =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("#key").build();
        assertThat(verify(signed(relative, payload(), new ECDSASigner(ec))).verdict())
                .isEqualTo(Verdict.GENUINE);
    }

    @Test
    void edDsa_isGenuine() {
        web.put(other);
        String header = "{\"alg\":\"EdDSA\",\"kid\":\""
                + other.verificationMethod(other.keys().ed25519()) + "\"}";
        String signed = part(header) + "." + part(payload().toString());
        byte[] signature = other.keys().ed25519().sign(signed.getBytes(StandardCharsets.US_ASCII));

        assertThat(verify(signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature))
                        .verdict())
                .isEqualTo(Verdict.GENUINE);
    }

    @Test
    void keyInTheHeaderAlone_isNotTrusted() throws Exception {
        String token = rs256(header().jwk(rsa.toPublicJWK()), payload());

        web.put(other);
        assertThat(verify(token).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
        web.remove("https://other.example.org/issuer/did.json");
        assertThat(new Verifier(ours, OwnDocuments.NONE, web, picture -> new Pictures.Held(null, null), web::now)
                        .verify(new Presented.Text(token))
                        .verdict())
                .isEqualTo(Verdict.UNCHECKED);

        putDidDocument(rsa.toPublicJWK());
        assertThat(verify(token).verdict()).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void keyAtAnAddressOfAnother_isNotTrusted() throws Exception {
        web.put(other);
        web.put("https://evil.example/key", rsa.toPublicJWK().toJSONString());

        assertThat(verify(rs256(header().keyID("https://evil.example/key"), payload()))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN_ISSUER);
        assertThat(web.asked()).doesNotContain("https://evil.example/key");
    }

    @Test
    void keyThatTheIssuerDoesNotList_isNotTrusted_whereverItStands() throws Exception {
        web.put(other).put(KEY, rsa.toPublicJWK().toJSONString());
        assertThat(verify(rs256(header().keyID(KEY), payload())).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);

        String root = "did:web:good.example";
        String upload = "https://good.example/uploads/avatar.json";
        ObjectNode payload = payload().put("iss", root);
        payload.withObject("issuer").put("id", root);
        web.put("https://good.example/.well-known/did.json", "{\"id\":\"" + root + "\"}")
                .put(upload, rsa.toPublicJWK().toJSONString());
        assertThat(verify(rs256(header().keyID(upload), payload)).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    }

    @Test
    void issuerThatLeadsToAnotherHost_isNotBelieved() throws Exception {
        putDidDocument(rsa.toPublicJWK());
        String token = rs256(header().keyID(DID + "#key"), payload());
        assertThat(verify(token).verdict()).isEqualTo(Verdict.GENUINE);

        ObjectNode document = (ObjectNode) JsonMapper.shared().readTree("{\"id\":\"" + DID + "\"}");
        document.putArray("assertionMethod")
                .addObject()
                .put("id", "#key")
                .set(
                        "publicKeyJwk",
                        JsonMapper.shared().readTree(rsa.toPublicJWK().toJSONString()));
        web.put("https://evil.example/did.json", document);
        web.lead("https://other.example.org/issuer/did.json", "https://evil.example/did.json");
        assertThat(verify(token).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    }

    @Test
    void algorithmNone_andOthers_areRefused() throws Exception {
        putKey(rsa.toPublicJWK());
        for (String algorithm : List.of("none", "None", "HS256", "RS1", "PS256", "ES512", "")) {
            String token = part("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + KEY + "\"}") + "."
                    + part(payload().toString()) + ".";
            assertThat(verify(token).verdict()).as(algorithm).isEqualTo(Verdict.UNREADABLE);
        }
    }

    /** The public key as a shared secret: whoever reads it could sign. */
    @Test
    void publicKeyAsASecret_isRefused() throws Exception {
        putKey(rsa.toPublicJWK());
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY).build();
        byte[] secret = rsa.toRSAPublicKey().getEncoded();

        assertThat(verify(signed(header, payload(), new MACSigner(secret))).verdict())
                .isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void keyOfAnotherKind_doesNotFit() throws Exception {
        putKey(ec.toPublicJWK());

        assertThat(verify(rs256(header().keyID(KEY), payload())).verdict()).isEqualTo(Verdict.CHANGED);
    }

    @Test
    void keyThatIsTooShort_isNoKey() throws Exception {
        RSAKey small = new RSAKeyGenerator(1024, true).generate();
        web.put(other).put(KEY, small.toPublicJWK().toJSONString());

        assertThat(verify(rs256(header().keyID(KEY), payload())).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    }

    @Test
    void whatAReaderMustUnderstand_isRefused() throws Exception {
        putKey(rsa.toPublicJWK());
        JWSHeader.Builder header =
                header().keyID(KEY).criticalParams(java.util.Set.of("exp")).customParam("exp", 1);

        assertThat(verify(rs256(header, payload())).verdict()).isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void claimsThatContradictTheBadge_areRefused() throws Exception {
        putKey(rsa.toPublicJWK());
        Map<String, Object> wrong = Map.of(
                "iss", "did:web:evil.example",
                "sub", "urn:uuid:somebody-else",
                "jti", "https://other.example.org/awards/other",
                "nbf", 1_000_000_000L,
                "exp", 4_000_000_000L);
        wrong.forEach((claim, value) -> {
            ObjectNode payload = payload().put("validUntil", "2027-01-01T00:00:00Z");
            payload.set(claim, JsonMapper.shared().valueToTree(value));
            assertThat(verify(rs256(header().keyID(KEY), payload)).verdict())
                    .as(claim)
                    .isEqualTo(Verdict.UNREADABLE);
        });
    }

    @Test
    void claimsThatTheBadgeLeavesOut_hold() throws Exception {
        putKey(rsa.toPublicJWK());
        ObjectNode payload = payload();
        payload.put("exp", web.now().getEpochSecond());

        assertThat(verify(rs256(header().keyID(KEY), payload)).verdict()).isEqualTo(Verdict.EXPIRED);
        payload.put("exp", 1e300);
        assertThat(verify(rs256(header().keyID(KEY), payload)).verdict()).isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void bodyInTheMemberVc_isRead() throws Exception {
        putKey(rsa.toPublicJWK());
        ObjectNode credential = credential();
        ObjectNode payload = JsonMapper.shared().createObjectNode();
        payload.put("iss", DID).put("jti", credential.path("id").asString());
        payload.put(
                "nbf", Instant.parse(credential.path("validFrom").asString()).getEpochSecond());
        credential.remove(List.of("id", "validFrom"));
        payload.set("vc", credential);

        Report report = verify(rs256(header().keyID(KEY), payload));

        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(report.shown().dates().validFrom()).isEqualTo(Issued.SIGNED_AT);
    }

    @Test
    void envelope_isOpened() throws Exception {
        putKey(rsa.toPublicJWK());
        String token = rs256(header().keyID(KEY), payload());

        assertThat(verify(
                                "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],\"type\":\"EnvelopedVerifiableCredential\","
                                        + "\"id\":\"data:application/vc+jwt," + token + "\"}")
                        .verdict())
                .isEqualTo(Verdict.GENUINE);
    }

    @Test
    void payloadChanged_isChanged() throws Exception {
        putKey(rsa.toPublicJWK());
        String[] parts = rs256(header().keyID(KEY), payload()).split("\\.");
        String changed = part(payload().put("name", "Professor").toString());

        assertThat(verify(parts[0] + "." + changed + "." + parts[2]).verdict()).isEqualTo(Verdict.CHANGED);
    }

    /** At its own address, and listed by its issuer under another name. */
    private void putKey(JWK key) {
        web.put(KEY, key.toJSONString());
        putDidDocument(key);
    }

    private void putDidDocument(JWK key) {
        ObjectNode document = JsonMapper.shared().createObjectNode().put("id", DID);
        document.putArray("assertionMethod")
                .addObject()
                .put("id", "#key")
                .put("controller", DID)
                .set("publicKeyJwk", JsonMapper.shared().readTree(key.toJSONString()));
        web.put("https://other.example.org/issuer/did.json", document);
    }

    private ObjectNode credential() {
        return Signing.unsigned(other, Issued.earned("ada@example.org"), Issued.SIGNED_AT);
    }

    private ObjectNode payload() {
        ObjectNode payload = credential();
        JsonNode subject = payload.path("credentialSubject");
        return payload.put("iss", DID)
                .put("jti", payload.path("id").asString())
                .put("sub", subject.path("id").asString())
                .put("nbf", Issued.SIGNED_AT.getEpochSecond());
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256);
    }

    private static String rs256(JWSHeader.Builder header, ObjectNode payload) {
        try {
            return signed(header.build(), payload, new RSASSASigner(rsa));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String signed(JWSHeader header, ObjectNode payload, JWSSigner signer) throws JOSEException {
        JWSObject token = new JWSObject(header, new Payload(payload.toString()));
        token.sign(signer);
        return token.serialize();
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Report verify(String text) {
        return verifier.verify(new Presented.Text(text));
    }
}
