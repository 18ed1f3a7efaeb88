package org.laurelbridge.bridge.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fetch.OwnDocuments;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.ob3.Signing;
import org.laurelbridge.bridge.verify.report.Check;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Verdict;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whether credentials were revoked or suspended. */
class Ob3StatusTest extends Ob3Case {

    private static final String LIST = "https://other.example.org/status/1";

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
    void status_thatDoesNotAnswer_isAsOfThen_andNotTakenForGood() {
        web.put(other).put(LIST, list(other, "revocation", 7));
        Instant then = web.now();
        verify(withStatus("revocation", "8"));
        web.remove(LIST);
        web.setNow(then.plus(Duration.ofDays(2)));

        Report report = verify(withStatus("revocation", "8"));

        assertThat(report.verdict()).isEqualTo(Verdict.UNCHECKED);
        assertThat(line(report, Check.STATUS).asOf()).isEqualTo(then);
        assertThat(line(report, Check.STATUS).sentence())
                .isEqualTo("It was not revoked. But that was on 2026-06-01 12:00 UTC: whether it still holds could not"
                        + " be asked.");
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
}
