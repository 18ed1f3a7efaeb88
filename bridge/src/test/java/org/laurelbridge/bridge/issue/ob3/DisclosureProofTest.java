package org.laurelbridge.bridge.issue.ob3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.bridge.issue.Issued;
import tools.jackson.databind.node.ObjectNode;

class DisclosureProofTest {

    private final Disclosing issuer = new Disclosing();
    private final ProofCheck check = new ProofCheck();

    private ObjectNode signed(int mandatory) {
        ObjectNode document =
                Signing.unsigned(Issued.issuer(Issued.PUBLIC), Issued.earned("ada@example.org"), Issued.SIGNED_AT);
        // names that look like those of blank nodes, in a text
        document.put("description", "_:c14n0 \"and\" _:c14n1 \\");
        return issuer.sign(document, issuer.did(), mandatory);
    }

    private boolean fits(ObjectNode document) {
        return check.fits(document, proof(document), issuer.key());
    }

    private static ObjectNode proof(ObjectNode document) {
        return (ObjectNode) document.path("proof").path(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 30})
    void fits_whateverMustBeShown(int mandatory) {
        ObjectNode signed = signed(mandatory);
        assertThat(check.knows(proof(signed))).isTrue();
        assertThat(fits(signed)).isTrue();
    }

    @Test
    void fitsNot_whenSomethingElseIsShown() {
        assertFitsNot(document -> document.put("name", "Another"));
        assertFitsNot(document -> document.remove("description"));
        assertFitsNot(document -> document.put("validUntil", "2030-01-01T00:00:00Z"));
        assertFitsNot(document -> document.withObject("credentialSubject").remove("achievement"));
        assertFitsNot(document -> proof(document).put("created", "2027-03-01T10:02:14Z"));
        assertThat(check.fits(signed(7), proof(signed(7)), new Disclosing().key()))
                .isFalse();
    }

    private void assertFitsNot(Consumer<ObjectNode> change) {
        ObjectNode changed = signed(7);
        change.accept(changed);
        assertThat(fits(changed)).isFalse();
    }

    /** The holder's own form, from which everything else can be made: nobody shows it, and nothing says what of it is shown. */
    @Test
    void knowsNot_baseProof() {
        ObjectNode signed = signed(7);
        assertThat(check.knows(proof(signed).put("proofValue", "u2V0AhVhA"))).isFalse();
    }

    @Test
    void brokenValue_fitsNot_andThrowsNothing() {
        ObjectNode signed = signed(3);
        byte[] value = Base64.getUrlDecoder()
                .decode(proof(signed).path("proofValue").asString().substring(1));
        Random random = new Random(20261126);
        for (int i = 0; i < 300; i++) {
            byte[] broken = value.clone();
            broken[3 + random.nextInt(broken.length - 3)] ^= (byte) (1 << random.nextInt(8));
            byte[] cut = Arrays.copyOf(broken, 3 + random.nextInt(broken.length - 3));
            for (byte[] one : new byte[][] {broken, cut}) {
                String text = "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(one);
                proof(signed).put("proofValue", text);
                assertThat(check.knows(proof(signed)) && fits(signed)).as(text).isFalse();
            }
        }
        assertThat(DisclosureProof.read("u")).isEmpty();
        assertThat(DisclosureProof.read("u2V0B not base64")).isEmpty();
    }
}
