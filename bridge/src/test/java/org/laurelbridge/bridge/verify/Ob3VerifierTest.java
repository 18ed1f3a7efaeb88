package org.laurelbridge.bridge.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.key.Base58;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.KeyDocuments;
import org.laurelbridge.bridge.issue.ob3.Signing;
import org.laurelbridge.bridge.verify.fetch.OwnDocuments;
import org.laurelbridge.bridge.verify.report.Check;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Credentials with an embedded proof, of this installation and of others. */
class Ob3VerifierTest {

    private static final String LIST = "https://other.example.org/status/1";

    private final IssuerIdentity ours = Issued.issuer(Issued.PUBLIC);
    private final IssuerIdentity other = Issued.issuer(URI.create("https://other.example.org"));
    private final Web web = new Web();
    private final Verifier verifier = verifier(OwnDocuments.NONE);

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
        web.put("https://other.example.org/issuer/did.json", new KeyDocuments(Issued.issuer(other.addresses().root())).did().orElseThrow());
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
        web.put(key, new KeyDocuments(other).key(other.keys().ed25519().id()).orElseThrow().put("controller", issuer));

        assertThat(verify(credential).verdict()).isEqualTo(Verdict.GENUINE);
        web.put(key, new KeyDocuments(other).key(other.keys().ed25519().id()).orElseThrow().put("controller", "https://evil.example"));
        assertThat(verify(credential).verdict()).isEqualTo(Verdict.UNCHECKED);
    }

    @Test
    void httpsIssuer_withItsKeyElsewhere_mustListIt() {
        String issuer = "https://shared.example/alice/issuer";
        String key = "https://shared.example/mallory/key";
        ObjectNode credential = resigned(issuer, key);
        ObjectNode keyDocument = new KeyDocuments(other).key(other.keys().ed25519().id()).orElseThrow();
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
        ObjectNode keyDocument = new KeyDocuments(other).key(other.keys().ed25519().id()).orElseThrow();
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
    void status_ofBits() {
        web.put(other);
        web.put(LIST, list(other, "revocation", 94_567));
        assertThat(verify(withStatus("revocation", "94567")).verdict()).isEqualTo(Verdict.REVOKED);
        Report good = verify(withStatus("revocation", "94568"));
        assertThat(good.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(line(good, Check.STATUS).asOf()).isEqualTo(web.now());

        web.put(LIST, list(other, "suspension", 0));
        assertThat(verify(withStatus("suspension", "0")).verdict()).isEqualTo(Verdict.SUSPENDED);
        assertThat(verify(withStatus("suspension", "1")).verdict()).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void status_whoseListIsNotToBeTrusted_isNeverTakenForGood() {
        web.put(other);
        ObjectNode changed = list(other, "revocation", 7);
        changed.withObject("credentialSubject").put("encodedList", encoded(new byte[16_384]));
        ObjectNode unsigned = list(other, "revocation", 7);
        unsigned.remove("proof");
        ObjectNode over = Signing.sign(
                other,
                unsignedList(other, "revocation", encoded(new byte[16_384])).put("validUntil", "2026-05-01T00:00:00Z"),
                Issued.SIGNED_AT);
        ObjectNode bomb = Signing.sign(
                other, unsignedList(other, "revocation", encoded(new byte[64 * 1024 * 1024])), Issued.SIGNED_AT);
        ObjectNode noBits = Signing.sign(other, unsignedList(other, "revocation", "u-not-gzip-"), Issued.SIGNED_AT);
        for (Object bad : List.of(
                changed,
                unsigned,
                over,
                bomb,
                noBits,
                list(ours, "revocation", 7),
                list(other, "suspension", 7),
                "[]",
                "<html>")) {
            web.put(LIST, bad);
            assertThat(verify(withStatus("revocation", "8")).verdict())
                    .as(bad.toString().substring(0, 2))
                    .isEqualTo(Verdict.UNCHECKED);
        }
        web.put(LIST, 404, "{}");
        assertThat(verify(withStatus("revocation", "8")).verdict()).isEqualTo(Verdict.UNCHECKED);
        web.put(LIST, list(other, "revocation", 7));
        for (String index : List.of("131072", "-1", "1e3", "", "99999999999999999999")) {
            assertThat(verify(withStatus("revocation", index)).verdict())
                    .as(index)
                    .isEqualTo(Verdict.UNCHECKED);
        }
        assertThat(verify(withStatus("message", "8")).verdict()).isEqualTo(Verdict.UNCHECKED);
    }

    @Test
    void status_thatDoesNotAnswer_isAsOfThen() {
        web.put(other).put(LIST, list(other, "revocation", 7));
        Instant then = web.now();
        verify(withStatus("revocation", "8"));
        web.remove(LIST);
        web.setNow(then.plus(Duration.ofDays(2)));

        Report report = verify(withStatus("revocation", "8"));

        assertThat(report.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(line(report, Check.STATUS).asOf()).isEqualTo(then);
    }

    @Test
    void status_ofOurs_isNotAskedOfTheNetwork() {
        String list = "https://badges.example.org/status/1";
        ObjectNode credential = unsigned(ours);
        putStatus(credential, "revocation", "7", list);
        byte[] document = list(ours, "revocation", 7).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Verifier own = verifier(address ->
                address.toString().equals(list) ? Optional.of(new OwnDocuments.Own(200, document)) : Optional.empty());

        Report report = own.verify(new Presented.Text(
                Signing.sign(ours, credential, Issued.SIGNED_AT).toString()));

        assertThat(report.verdict()).isEqualTo(Verdict.REVOKED);
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void status_asAListOfRevocations() {
        web.put(other);
        String list = "https://other.example.org/revocations";
        ObjectNode credential = unsigned(other);
        credential.withArray("@context").add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        credential.putObject("credentialStatus").put("id", list).put("type", "1EdTechRevocationList");
        String text = Signing.sign(other, credential, Issued.SIGNED_AT).toString();
        String id = credential.path("id").asString();
        ObjectNode revocations =
                JsonNodeFactory.instance.objectNode().put("id", list).put("issuer", other.did());
        revocations
                .putArray("revokedCredential")
                .addObject()
                .put("id", id + "0")
                .put("revoked", true);
        web.put(list, revocations);
        assertThat(verify(text).verdict()).isEqualTo(Verdict.GENUINE);

        revocations
                .withArray("revokedCredential")
                .addObject()
                .put("id", id)
                .put("revoked", true)
                .put("revocationReason", "issued by mistake");
        web.put(list, revocations);
        assertThat(verify(text).decisive().sentence()).isEqualTo("The issuer has revoked it: issued by mistake.");

        web.put(list, revocations.put("issuer", "did:web:evil.example"));
        assertThat(verify(text).verdict()).isEqualTo(Verdict.UNCHECKED);
    }

    @Test
    void record_withItsBadgesInside() {
        ObjectNode good = signed(ours);
        ObjectNode changed = signed(ours).put("name", "Professor");

        Report all = verify(record(good, good));
        assertThat(all.verdict()).isEqualTo(Verdict.GENUINE);
        assertThat(all.inside()).hasSize(2).allMatch(one -> one.verdict() == Verdict.GENUINE);
        assertThat(all.shown().format()).startsWith("CLR 2.0");

        Report one = verify(record(good, changed));
        assertThat(one.verdict()).isEqualTo(Verdict.UNCHECKED);
        assertThat(one.inside().get(1).verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(one.decisive().sentence()).startsWith("1 of 2 badges");
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

    private ObjectNode record(JsonNode... badges) {
        ObjectNode record = unsigned(ours);
        record.putArray("@context")
                .add("https://www.w3.org/ns/credentials/v2")
                .add("https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json")
                .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        record.putArray("type").add("VerifiableCredential").add("ClrCredential");
        record.put("id", "https://badges.example.org/records/1").remove("evidence");
        ObjectNode subject = record.putObject("credentialSubject");
        subject.putArray("type").add("ClrSubject");
        for (JsonNode badge : badges) {
            subject.withArray("verifiableCredential").add(badge.deepCopy());
        }
        return Signing.sign(ours, record, Issued.SIGNED_AT);
    }

    private ObjectNode withStatus(String purpose, String index) {
        ObjectNode credential = unsigned(other);
        putStatus(credential, purpose, index, LIST);
        return Signing.sign(other, credential, Issued.SIGNED_AT);
    }

    private static void putStatus(ObjectNode credential, String purpose, String index, String list) {
        credential
                .putObject("credentialStatus")
                .put("id", list + "#" + index)
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", purpose)
                .put("statusListIndex", index)
                .put("statusListCredential", list);
    }

    private static ObjectNode list(IssuerIdentity issuer, String purpose, int set) {
        byte[] bits = new byte[16_384];
        bits[set / 8] = (byte) (0x80 >> (set % 8));
        return Signing.sign(issuer, unsignedList(issuer, purpose, encoded(bits)), Issued.SIGNED_AT);
    }

    private static ObjectNode unsignedList(IssuerIdentity issuer, String purpose, String encoded) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray("@context").add("https://www.w3.org/ns/credentials/v2");
        list.put("id", LIST).putArray("type").add("VerifiableCredential").add("BitstringStatusListCredential");
        list.put("issuer", issuer.did()).put("validFrom", "2026-03-01T10:02:14Z");
        list.putObject("credentialSubject")
                .put("id", LIST + "#list")
                .put("type", "BitstringStatusList")
                .put("statusPurpose", purpose)
                .put("encodedList", encoded);
        return list;
    }

    private static String encoded(byte[] bits) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bits);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
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

    private static ObjectNode signed(IssuerIdentity issuer) {
        return Signing.sign(issuer, unsigned(issuer), Issued.SIGNED_AT);
    }

    private static ObjectNode unsigned(IssuerIdentity issuer) {
        return Signing.unsigned(issuer, Issued.earned("ada@example.org"), Issued.SIGNED_AT);
    }

    private Verifier verifier(OwnDocuments own) {
        return new Verifier(ours, own, web, picture -> new Pictures.Held(null, null), web::now);
    }

    private Report verify(Object credential) {
        return verifier.verify(new Presented.Text(credential.toString()));
    }

    private static List<Reason> reasons(Report report) {
        return report.lines().stream().map(Line::reason).toList();
    }

    private static Line line(Report report, Check check) {
        return report.lines().stream()
                .filter(line -> line.check() == check)
                .findFirst()
                .orElseThrow();
    }
}
