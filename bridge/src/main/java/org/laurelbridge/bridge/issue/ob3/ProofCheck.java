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
 * and Ed25519Signature2020, which hash alike; and ecdsa-sd-2023 of a document of which a part is shown. Whose key it is, is not asked here. Never asks the network. Safe for many threads.
 */
public final class ProofCheck {

    private static final Set<String> EDDSA = Set.of(Ob3Signer.CRYPTOSUITE, "eddsa-2022");
    private static final String ECDSA = "ecdsa-rdfc-2019";
    static final String ECDSA_SHA256 = "SHA256withECDSAinP1363Format";

    /** Whether Laurel can check a proof of this kind. */
    public boolean knows(ObjectNode proof) {
        return isEdDsa(proof) || isEcDsa(proof) || isDisclosure(proof);
    }

    /** The same for a document that has one proof. */
    public boolean fits(ObjectNode document, ObjectNode proof, PublicKey key) {
        return fits(Unsecured.of(document), proof, key);
    }

    /**
     * Checks the proof. A vocabulary of its own would be nothing that it signs.
     *
     * @param proof one of a kind that {@link #knows}
     * @throws NotCanonical when not everything in the document can have been signed
     */
    public boolean fits(Unsecured document, ObjectNode proof, PublicKey key) {
        if (document.isOfOtherVocabulary(proof)) {
            return false;
        }
        String value = text(proof, "proofValue");
        String quads = document.quads();
        if (isDisclosure(proof)) {
            return key instanceof ECPublicKey
                    && DisclosureProof.read(value)
                            .filter(read -> read.fits(document.optionQuads(proof), quads, key))
                            .isPresent();
        }
        boolean isEc = key instanceof ECPublicKey;
        if (isEc != isEcDsa(proof) || !value.matches("z[1-9A-HJ-NP-Za-km-z]{80,90}")) {
            return false;
        }
        byte[] signed = ProofHash.joined(ProofHash.sha256(document.optionQuads(proof)), ProofHash.sha256(quads));
        return isSigned(key, isEc ? ECDSA_SHA256 : "Ed25519", signed, Base58.decode(value.substring(1)));
    }

    private static boolean isEdDsa(ObjectNode proof) {
        return (isDataIntegrity(proof) && EDDSA.contains(text(proof, "cryptosuite")))
                || text(proof, "type").equals("Ed25519Signature2020");
    }

    private static boolean isEcDsa(ObjectNode proof) {
        return isDataIntegrity(proof) && text(proof, "cryptosuite").equals(ECDSA);
    }

    private static boolean isDisclosure(ObjectNode proof) {
        return isDataIntegrity(proof) && DisclosureProof.is(proof);
    }

    private static boolean isDataIntegrity(ObjectNode proof) {
        return text(proof, "type").equals("DataIntegrityProof");
    }

    private static String text(ObjectNode node, String name) {
        return node.path(name).asString("");
    }

    static boolean isSigned(PublicKey key, String algorithm, byte[] signed, byte[] value) {
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
