package org.laurelbridge.bridge.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.KeyDocuments;
import org.laurelbridge.bridge.issue.key.Base58;
import org.laurelbridge.bridge.issue.ob3.Signing;
import org.laurelbridge.bridge.verify.report.Check;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Credentials with an embedded proof, of this installation and of others. */
class Ob3VerifierTest extends Ob3Case {

    @Test
    void ours_isGenuineWithoutTheNetwork() {
        Report report = verify(signed(ours));

        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(report.lines().stream().map(Line::reason))
                .containsExactly(
                        Reason.FORMAT_KNOWN,
                        Reason.PROOF_FITS,
                        Reason.ISSUER_OURS,
                        Reason.STATUS_NONE,
                        Reason.VALID_WITHOUT_END,
                        Reason.RECIPIENT_HASHED);
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void shown_isWhatTheBadgeSays() {
        var shown = verify(signed(ours)).shown();

        assertThat(shown.format()).isEqualTo("Open Badges 3.0, embedded proof (eddsa-rdfc-2022)");
        assertThat(shown.name()).isEqualTo("Kubernetes fundamentals");
        assertThat(shown.criteria()).startsWith("Score at least 80 %");
        assertThat(shown.issuer().name()).isEqualTo("Example University");
        assertThat(shown.dates().awarded()).isEqualTo(Issued.EARNED_AT);
        assertThat(shown.alignments()).hasSize(2);
        assertThat(shown.image()).endsWith("/badges/k8s-quiz/1/image.svg");
        assertThat(shown.details().version()).isEqualTo("1");
    }

    @Test
    void didKey_isGenuineAndSaysThatNobodyConfirmsTheName() {
        Report report = verify(signed(Issued.issuer(URI.create("http://127.0.0.1:8080"))));

        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(reasons(report)).contains(Reason.ISSUER_KEY_ALONE);
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void didWeb_isAskedOfItsDocument() {
        web.put(other);

        Report report = verify(signed(other));

        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(line(report, Check.ISSUER).asOf()).isEqualTo(web.now());
        assertThat(web.asked()).containsExactly("https://other.example.org/issuer/did.json");
    }

    @Test
    void didWeb_thatDoesNotAnswer_isUncheckedOrAsOfThen() {
        assertThat(verify(signed(other)).verdict()).isEqualTo(Verdict.UNCHECKED);
        Instant then = web.now();
        web.put(other);
        verify(signed(other));
        web.remove("https://other.example.org/issuer/did.json");
        web.setNow(then.plus(Duration.ofDays(3)));

        Report report = verify(signed(other));

        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(line(report, Check.ISSUER).asOf()).isEqualTo(then);
    }

    @Test
    void didWeb_thatListsAnotherKey_isUnknown() {
        web.put(
                "https://other.example.org/issuer/did.json",
                new KeyDocuments(Issued.issuer(other.addresses().root())).did().orElseThrow());
        assertThat(verify(signed(other)).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);

        ObjectNode notToAssert = new KeyDocuments(other).did().orElseThrow();
        notToAssert.remove("assertionMethod");
        web.put("https://other.example.org/issuer/did.json", notToAssert);
        assertThat(verify(signed(other)).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);

        ObjectNode ofAnother = new KeyDocuments(other).did().orElseThrow().put("id", "did:web:evil.example");
        web.put("https://other.example.org/issuer/did.json", ofAnother);
        assertThat(verify(signed(other)).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);

        ObjectNode revoked = new KeyDocuments(other).did().orElseThrow();
        ((ObjectNode) revoked.path("verificationMethod").get(0)).put("revoked", "2026-01-01T00:00:00Z");
        web.put("https://other.example.org/issuer/did.json", revoked);
        assertThat(verify(signed(other)).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    }

    @Test
    void keyThatStandsSomewhereElse_isNotTheIssuers() {
        // the proof names a key that is there and fits: only the issuer never said so
        ObjectNode forged = unsigned(ours);
        IssuerIdentity forger = other;
        web.put(forger);
        Signing.sign(forger, forged, Issued.SIGNED_AT);

        assertThat(verify(forged).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    }

    @Test
    void httpsIssuer_withItsKeyBelowIt_isGenuine() {
        String issuer = "https://other.example.org/issuer";
        String key = issuer + "/keys/" + other.keys().ed25519().id();
        ObjectNode credential = resigned(issuer, key);
        web.put(
                key,
                new KeyDocuments(other)
                        .key(other.keys().ed25519().id())
                        .orElseThrow()
                        .put("controller", issuer));

        assertThat(verify(credential).verdict()).isEqualTo(Verdict.GENUINE);
        web.put(
                key,
                new KeyDocuments(other)
                        .key(other.keys().ed25519().id())
                        .orElseThrow()
                        .put("controller", "https://evil.example"));
        assertThat(verify(credential).verdict()).isEqualTo(Verdict.UNCHECKED);
    }

    @Test
    void httpsIssuer_withoutAPathOfItsOwn_mustListItsKey() {
        String key = "https://shared.example/uploads/key.json";
        ObjectNode document =
                new KeyDocuments(other).key(other.keys().ed25519().id()).orElseThrow();
        document.remove("controller");
        web.put(key, document.put("id", key));
        for (String issuer : List.of(
                "https://shared.example",
                "https://shared.example/",
                "https://shared.example/did.json",
                "https://shared.example/?of=alice")) {
            web.put(issuer, "{\"id\":\"" + issuer + "\"}");
            assertThat(verify(resigned(issuer, key)).verdict()).as(issuer).isEqualTo(Verdict.UNKNOWN_ISSUER);
        }
        web.put("https://shared.example", "{\"id\":\"https://shared.example\",\"assertionMethod\":[\"" + key + "\"]}");
        assertThat(verify(resigned("https://shared.example", key)).verdict()).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void httpsIssuer_withItsKeyElsewhere_mustListIt() {
        String issuer = "https://shared.example/alice/issuer";
        String key = "https://shared.example/mallory/key";
        ObjectNode credential = resigned(issuer, key);
        ObjectNode keyDocument =
                new KeyDocuments(other).key(other.keys().ed25519().id()).orElseThrow();
        web.put(key, keyDocument.put("id", key).put("controller", issuer));
        web.put(issuer, "{\"id\":\"" + issuer + "\"}");

        assertThat(verify(credential).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
        web.put(issuer, "{\"id\":\"" + issuer + "\",\"assertionMethod\":[\"" + key + "\"]}");
        assertThat(verify(credential).verdict()).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void httpsIssuer_whoseKeyLeadsOutOfItsFolder_isUnknown() {
        String issuer = "https://shared.example/alice";
        String key = issuer + "/../mallory/key";
        ObjectNode keyDocument =
                new KeyDocuments(other).key(other.keys().ed25519().id()).orElseThrow();
        web.put(key, keyDocument.put("id", key).put("controller", issuer));
        web.put(issuer, "{\"id\":\"" + issuer + "\"}");

        assertThat(verify(resigned(issuer, key)).verdict()).isEqualTo(Verdict.UNKNOWN_ISSUER);
    }

    @Test
    void changed_isChanged() {
        ObjectNode changed = signed(ours);
        changed.withObject("credentialSubject").withObject("achievement").put("name", "Professor");

        assertThat(verify(changed).verdict()).isEqualTo(Verdict.CHANGED);
    }

    @Test
    void contextThatLaurelDoesNotKnow_isUncheckedAndNeverFetched() {
        ObjectNode strange = signed(ours);
        strange.withArray("@context").add("https://example.org/own-context.json");

        Report report = verify(strange);

        assertThat(report.verdict()).isEqualTo(Verdict.UNCHECKED);
        assertThat(reasons(report)).contains(Reason.CONTEXT_UNKNOWN);
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void times() {
        Instant end = Instant.parse("2026-06-01T12:00:00Z");
        assertThat(verify(Signing.sign(
                                ours, Signing.unsigned(ours, Issued.expiring(end), Issued.SIGNED_AT), Issued.SIGNED_AT))
                        .verdict())
                .isEqualTo(Verdict.EXPIRED);
        assertThat(verify(Signing.sign(
                                ours,
                                Signing.unsigned(ours, Issued.expiring(end.plusSeconds(1)), Issued.SIGNED_AT),
                                Issued.SIGNED_AT))
                        .verdict())
                .isEqualTo(Verdict.GENUINE);
        assertThat(verify(Signing.sign(ours, unsigned(ours).put("validFrom", "2026-06-02T00:00:00Z"), Issued.SIGNED_AT))
                        .verdict())
                .isEqualTo(Verdict.NOT_YET_VALID);
        assertThat(verify(Signing.sign(ours, unsigned(ours).put("validUntil", "tomorrow"), Issued.SIGNED_AT))
                        .verdict())
                .isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void dateMovedToAPartThatHasTheCredentialsId_isNoBadge() {
        ObjectNode credential = unsigned(ours);
        String id = credential.path("id").asString();
        credential.put("validUntil", "2026-01-01T00:00:00Z");
        credential
                .withArray("evidence")
                .addObject()
                .put("id", id)
                .putArray("type")
                .add("VerifiableCredential");
        ObjectNode moved = Signing.sign(ours, credential, Issued.SIGNED_AT);
        assertThat(verify(moved).verdict()).isEqualTo(Verdict.EXPIRED);
        moved.remove("validUntil");
        ((ObjectNode) moved.path("evidence").get(1)).put("validUntil", "2026-01-01T00:00:00Z");

        assertThat(verify(moved).verdict()).isNotEqualTo(Verdict.GENUINE);
    }

    @Test
    void withoutProof_orWithAnother() {
        assertThat(verify(unsigned(ours)).verdict()).isEqualTo(Verdict.UNREADABLE);

        ObjectNode another = unsigned(ours);
        another.putArray("proof").addObject().put("type", "DataIntegrityProof").put("cryptosuite", "bbs-2023");
        assertThat(verify(another).verdict()).isEqualTo(Verdict.UNCHECKED);

        ObjectNode forAnother = signed(ours);
        ((ObjectNode) forAnother.path("proof").get(0)).put("proofPurpose", "authentication");
        assertThat(verify(forAnother).verdict()).isEqualTo(Verdict.UNCHECKED);
    }

    @Test
    void severalProofs_everyKnownOneMustHold() {
        ObjectNode two = signed(ours);
        two.withArray("proof").addObject().put("type", "SomeOtherProof");
        assertThat(verify(two).verdict()).isEqualTo(Verdict.GENUINE);

        ObjectNode second = ((ObjectNode) two.path("proof").get(0)).deepCopy().put("created", "2026-04-01T00:00:00Z");
        two.withArray("proof").add(second);
        assertThat(verify(two).verdict()).isEqualTo(Verdict.CHANGED);
    }

    @Test
    void proofWithAnEnd() {
        assertThat(verify(signedWith(options().put("expires", "2026-06-01T12:00:01Z")))
                        .verdict())
                .isEqualTo(Verdict.GENUINE);
        assertThat(verify(signedWith(options().put("expires", "2026-06-01T12:00:00Z")))
                        .verdict())
                .isEqualTo(Verdict.CHANGED);
    }

    @Test
    void olderForm_ofVc11WithEd25519Signature2020() {
        ObjectNode old = unsigned(other);
        old.putArray("@context")
                .add("https://www.w3.org/2018/credentials/v1")
                .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json")
                .add("https://w3id.org/security/suites/ed25519-2020/v1");
        old.remove(List.of("validFrom", "awardedDate", "name"));
        old.put("issuanceDate", "2026-03-01T10:02:14Z").put("expirationDate", "2027-03-01T10:02:14Z");
        ObjectNode options = JsonNodeFactory.instance
                .objectNode()
                .put("type", "Ed25519Signature2020")
                .put("created", "2026-03-01T10:02:14Z")
                .put("verificationMethod", other.verificationMethod(other.keys().ed25519()))
                .put("proofPurpose", "assertionMethod");
        byte[] signature = other.keys().ed25519().sign(Signing.hash(old, options));
        old.set("proof", options.put("proofValue", "z" + Base58.encode(signature)));
        web.put(other);

        Report report = verify(old);

        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(report.shown().dates().validUntil()).isEqualTo("2027-03-01T10:02:14Z");
        assertThat(verify(old.put("expirationDate", "2028-03-01T10:02:14Z")).verdict())
                .isEqualTo(Verdict.CHANGED);
    }

    @Test
    void ecdsaOnP256_byDidKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        for (int i = 0; i < 4; i++) { // both signs of y, sooner or later
            KeyPair pair = generator.generateKeyPair();
            String multibase = "z" + Base58.encode(compressed((ECPublicKey) pair.getPublic()));
            ObjectNode credential = unsigned(other);
            credential.withObject("issuer").put("id", "did:key:" + multibase);
            ObjectNode options = options()
                    .put("cryptosuite", "ecdsa-rdfc-2019")
                    .put("verificationMethod", "did:key:" + multibase + "#" + multibase);
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(pair.getPrivate());
            signer.update(Signing.hash(credential, options));
            credential.putArray("proof").add(options.put("proofValue", "z" + Base58.encode(signer.sign())));

            assertThat(verify(credential).verdict()).isEqualTo(Verdict.GENUINE);
            assertThat(verify(credential.put("name", "Other")).verdict()).isEqualTo(Verdict.CHANGED);
        }
    }

    @Test
    void whatIsNoBadge_isUnreadable() {
        for (String text : List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"@context\":7}",
                "ey.ey.ey",
                "hello",
                "{\"type\":\"OpenBadgeCredential\"}",
                signed(ours).toString().replaceFirst("\\{", "{\"name\":\"Professor\","),
                "{".repeat(100_000),
                "[".repeat(1_000_000))) {
            assertThat(verify(text).verdict()).isEqualTo(Verdict.UNREADABLE);
        }
    }

    private ObjectNode resigned(String issuer, String key) {
        ObjectNode credential = unsigned(other);
        credential.withObject("issuer").put("id", issuer);
        ObjectNode options = options().put("verificationMethod", key);
        byte[] signature = other.keys().ed25519().sign(Signing.hash(credential, options));
        credential.putArray("proof").add(options.put("proofValue", "z" + Base58.encode(signature)));
        return credential;
    }

    private ObjectNode signedWith(ObjectNode options) {
        ObjectNode credential = unsigned(ours);
        options.put("verificationMethod", ours.verificationMethod(ours.keys().ed25519()));
        byte[] signature = ours.keys().ed25519().sign(Signing.hash(credential, options));
        credential.putArray("proof").add(options.put("proofValue", "z" + Base58.encode(signature)));
        return credential;
    }

    private static ObjectNode options() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "DataIntegrityProof")
                .put("created", "2026-03-01T10:02:14Z")
                .put("cryptosuite", "eddsa-rdfc-2022")
                .put("proofPurpose", "assertionMethod");
    }

    private static byte[] compressed(ECPublicKey key) {
        byte[] bytes = new byte[35];
        bytes[0] = (byte) 0x80;
        bytes[1] = 0x24;
        bytes[2] = (byte) (key.getW().getAffineY().testBit(0) ? 3 : 2);
        byte[] x = key.getW().getAffineX().toByteArray();
        int length = Math.min(32, x.length);
        System.arraycopy(x, x.length - length, bytes, 35 - length, length);
        return bytes;
    }
}
