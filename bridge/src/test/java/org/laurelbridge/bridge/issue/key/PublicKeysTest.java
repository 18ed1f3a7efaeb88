package org.laurelbridge.bridge.issue.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PublicKeysTest {

    @Test
    void publicKey_readFromItsName_isTheSame() {
        Ed25519Key key = new Ed25519Key(Ed25519Key.make());

        PublicKey read = PublicKeys.read(key.id());

        assertThat(read).isEqualTo(key.publicKey());
    }

    @Test
    void publicKey_ofTheDidKeySpecification_isWrittenAsThere() {
        // did:key method v0.7, test vectors of Ed25519
        String multibase = "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";

        byte[] encoded = PublicKeys.read(multibase).getEncoded();

        assertThat(PublicKeys.multibase(Arrays.copyOfRange(encoded, 12, 44))).isEqualTo(multibase);
    }
}
