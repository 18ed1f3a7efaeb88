package org.laurelbridge.bridge.issue.ob3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ProofCheckTest {

    private static final String VOCABULARY = "https://www.w3.org/2018/credentials#";

    private final IssuerIdentity issuer = Issued.issuer(Issued.PUBLIC);
    private final Ob3Signer signer = new Ob3Signer(issuer);
    private final ProofCheck check = new ProofCheck();

    @Test
    void fits_credentialsOfOlderContexts() {
        for (String openBadges : List.of("context.json", "context-3.0.1.json", "context-3.0.2.json")) {
            ObjectNode old = unsigned();
            old.putArray("@context")
                    .add("https://www.w3.org/2018/credentials/v1")
                    .add("https://purl.imsglobal.org/spec/ob/v3p0/" + openBadges)
                    .add("https://w3id.org/security/data-integrity/v2");
            old.put("issuanceDate", "2026-03-01T10:02:14Z")
                    .remove(List.of("validFrom", "awardedDate", "name", "evidence"));
            old.withObject("credentialSubject").remove("achievement");

            ObjectNode signed = signer.sign(old, Issued.SIGNED_AT);

            assertThat(fits(signed)).as(openBadges).isTrue();
            assertThat(fits(signed.put("issuanceDate", "2025-03-01T10:02:14Z"))).isFalse();
        }
    }

    @Test
    void fits_memberMovedToItsAddress_isRefused() {
        ObjectNode signed = signer.sign(unsigned().put("validUntil", "2027-01-01T00:00:00Z"), Issued.SIGNED_AT);
        signed.remove("validUntil");
        // the same to linked data, and no reader sees when it ends
        signed.putObject(VOCABULARY + "validUntil")
                .put("@value", "2027-01-01T00:00:00Z")
                .put("@type", "http://www.w3.org/2001/XMLSchema#dateTime");

        assertThatThrownBy(() -> fits(signed)).isInstanceOf(NotCanonical.class).hasMessageContaining("validUntil");
    }

    @Test
    void fits_contextWrittenOut_isRefused() {
        ObjectNode signed = signer.sign(unsigned(), Issued.SIGNED_AT);
        signed.withArray("@context").addObject().put("award", VOCABULARY + "name");

        assertThatThrownBy(() -> fits(signed)).isInstanceOf(NotCanonical.class).hasMessageContaining("written out");
    }

    @Test
    void fits_contextOfOthers_saysWhich() {
        ObjectNode signed = signer.sign(unsigned(), Issued.SIGNED_AT);
        signed.withObject("credentialSubject").put("@context", "https://example.org/own.json");

        assertThatThrownBy(() -> fits(signed))
                .isInstanceOfSatisfying(
                        NotCanonical.class, e -> assertThat(e.context()).isEqualTo("https://example.org/own.json"));
    }

    @Test
    void fits_nameOfNobody_isRefused() {
        ObjectNode signed = signer.sign(unsigned(), Issued.SIGNED_AT);
        signed.withObject("credentialSubject")
                .withObject("achievement")
                .withObject("image")
                .put("id", "_:picture");

        assertThatThrownBy(() -> fits(signed)).isInstanceOf(NotCanonical.class);
    }

    /** Linked data leaves out what is said of a malformed address and in a malformed language: anybody could change it. */
    @Test
    void sign_whatLinkedDataWouldLeaveOut_isRefused() {
        ObjectNode address = unsigned();
        address.withObject("credentialSubject").withObject("achievement").put("id", "https://badges.example.org/[a]");
        ObjectNode language = unsigned();
        language.putObject("name").put("@value", "Name").put("@language", "e n");
        ObjectNode direction = unsigned();
        direction.putObject("name").put("@value", "Name").put("@direction", "rtl");

        for (ObjectNode document : List.of(address, language, direction)) {
            assertThatThrownBy(() -> signer.sign(document, Issued.SIGNED_AT)).isInstanceOf(NotCanonical.class);
        }
    }

    /** Two nodes without a name that are alike, each of the same twelve: the number of orders to try is the factorial. */
    @Test
    void fits_whatIsMadeToTakeForEver_isRefused() {
        ObjectNode poison = JsonMapper.shared().createObjectNode();
        poison.putArray("@context").add(ContextFiles.CREDENTIALS).add(ContextFiles.OPEN_BADGES);
        poison.putArray("type").add("VerifiableCredential").add("OpenBadgeCredential");
        ArrayNode subjects = poison.putArray("credentialSubject");
        for (int i = 0; i < 2; i++) {
            ObjectNode subject = subjects.addObject();
            subject.putArray("type").add("AchievementSubject");
            ArrayNode results = subject.putArray("result");
            for (int j = 0; j < 12; j++) {
                results.addObject().putArray("type").add("Result");
            }
        }

        assertThatThrownBy(() -> signer.sign(poison, Issued.SIGNED_AT)).hasMessageContaining("no canonical form");
    }

    private boolean fits(ObjectNode signed) {
        return check.fits(
                signed,
                (ObjectNode) signed.path("proof").get(0),
                issuer.keys().ed25519().publicKey());
    }

    private ObjectNode unsigned() {
        return new CredentialWriter(issuer).write(Issued.earned(null), Issued.issuance());
    }
}
