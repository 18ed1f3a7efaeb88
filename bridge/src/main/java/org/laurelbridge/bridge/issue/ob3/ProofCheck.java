package org.laurelbridge.bridge.issue.ob3;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Set;
import org.laurelbridge.bridge.issue.key.Base58;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether an embedded proof fits a document and a key: eddsa-rdfc-2022 (and eddsa-2022, its first name), ecdsa-rdfc-2019 with P-256,
 * and Ed25519Signature2020, which hash alike. Whose key it is, is not asked here. Never asks the network. Safe for many threads.
 */
public final class ProofCheck {

    private static final Set<String> EDDSA = Set.of(Ob3Signer.CRYPTOSUITE, "eddsa-2022");
    private static final String ECDSA = "ecdsa-rdfc-2019";

    private final ProofHash hash = new ProofHash();

    /** Whether Laurel can check a proof of this kind. */
    public boolean knows(ObjectNode proof) {
        return isEdDsa(proof) || isEcDsa(proof);
    }

    /**
     * Checks the proof. A vocabulary of its own would be nothing that it signs.
     *
     * @param document with its proofs or without
     * @param proof one of a kind that {@link #knows}
     * @throws NotCanonical when not everything in the document can have been signed
     */
    public boolean fits(ObjectNode document, ObjectNode proof, PublicKey key) {
        if (proof.has("@context") && !proof.path("@context").equals(document.path("@context"))) {
            return false;
        }
        ObjectNode unsecured = document.deepCopy();
        unsecured.remove("proof");
        ObjectNode options = proof.deepCopy();
        String value = options.path("proofValue").asString("");
        options.remove("proofValue");
        byte[] signed = hash.of(unsecured, options);
        boolean isEc = key instanceof ECPublicKey;
        if (isEc != isEcDsa(proof) || !value.matches("z[1-9A-HJ-NP-Za-km-z]{80,90}")) {
            return false;
        }
        return isSigned(
                key, isEc ? "SHA256withECDSAinP1363Format" : "Ed25519", signed, Base58.decode(value.substring(1)));
    }

    private static boolean isEdDsa(ObjectNode proof) {
        return (isDataIntegrity(proof) && EDDSA.contains(text(proof, "cryptosuite")))
                || text(proof, "type").equals("Ed25519Signature2020");
    }

    private static boolean isEcDsa(ObjectNode proof) {
        return isDataIntegrity(proof) && text(proof, "cryptosuite").equals(ECDSA);
    }

    private static boolean isDataIntegrity(ObjectNode proof) {
        return text(proof, "type").equals("DataIntegrityProof");
    }

    private static String text(ObjectNode node, String name) {
        return node.path(name).asString("");
    }

    private static boolean isSigned(PublicKey key, String algorithm, byte[] signed, byte[] value) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(key);
            signature.update(signed);
            return signature.verify(value);
        } catch (GeneralSecurityException wrongShape) {
            return false;
        }
    }
}
