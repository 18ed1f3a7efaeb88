package org.laurelbridge.bridge.issue.ob3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
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

    @Test
    void labels_areAllDifferent_andSoAreTheNamesThatHaveThem() {
        assertThat(DisclosureProof.read(labelled(0, 1, 1, 2))).isPresent();
        assertThat(DisclosureProof.read(labelled(0, 1, 1, 1)))
                .as("two names, one label")
                .isEmpty();
        assertThat(DisclosureProof.read(labelled(0, 1, 0, 2)))
                .as("one name, two labels")
                .isEmpty();
    }

    /** A proof of two labels, as a name and what the label is filled with, each. */
    private static String labelled(int oneName, int one, int otherName, int other) {
        ByteBuffer cbor = ByteBuffer.allocate(3 + 1 + 2 + 64 + 2 + 35 + 1 + 1 + 2 * (1 + 2 + 32) + 1);
        cbor.put(new byte[] {(byte) 0xd9, 0x5d, 0x01, (byte) 0x85, 0x58, 64}).put(new byte[64]);
        cbor.put(new byte[] {0x58, 35}).put(new byte[35]).put(new byte[] {(byte) 0x80, (byte) 0xa2});
        for (int[] label : new int[][] {{oneName, one}, {otherName, other}}) {
            byte[] filled = new byte[32];
            Arrays.fill(filled, (byte) label[1]);
            cbor.put(new byte[] {(byte) label[0], 0x58, 32}).put(filled);
        }
        cbor.put((byte) 0x80);
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(cbor.array());
    }
}
