package org.laurelbridge.bridge.issue.ob3;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document without its proofs. However many proofs it has, it is brought into its canonical form once, since that takes long. For one
 * thread.
 */
public final class Unsecured {

    private final ObjectNode document;
    private final Canon canon = new Canon();
    private @Nullable String quads;
    private @Nullable NotCanonical objection;

    private Unsecured(ObjectNode document) {
        this.document = document;
    }

    /** A document with its proofs or without, which is not changed. */
    public static Unsecured of(ObjectNode secured) {
        ObjectNode document = secured.deepCopy();
        document.remove("proof");
        return new Unsecured(document);
    }

    /**
     * Its canonical N-Quads.
     *
     * @throws NotCanonical each time, when not everything in it could be signed
     */
    String quads() {
        if (objection != null) {
            throw objection;
        }
        if (quads == null) {
            try {
                quads = canon.of(document.toString());
            } catch (NotCanonical e) {
                objection = e;
                throw e;
            }
        }
        return quads;
    }

    /** The canonical N-Quads of a proof's options, by the vocabulary of the document. */
    String optionQuads(ObjectNode proof) {
        ObjectNode options = proof.deepCopy();
        options.remove("proofValue");
        if (document.has("@context")) {
            options.set("@context", document.path("@context"));
        }
        return canon.of(options.toString());
    }

    /** Whether a proof has a vocabulary of its own, which would be nothing that it signs. */
    boolean isOfOtherVocabulary(ObjectNode proof) {
        return proof.has("@context") && !proof.path("@context").equals(document.path("@context"));
    }
}
