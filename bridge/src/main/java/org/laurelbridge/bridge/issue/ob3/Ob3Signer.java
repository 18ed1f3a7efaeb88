package org.laurelbridge.bridge.issue.ob3;

import java.time.Instant;
import org.laurelbridge.bridge.issue.CredentialSigner;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Endorsements;
import org.laurelbridge.bridge.issue.Issuance;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.key.Base58;
import org.laurelbridge.bridge.issue.key.Ed25519Key;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Signs Open Badges 3.0 credentials with a DataIntegrityProof, eddsa-rdfc-2022. Never asks the network. Safe for many threads. */
public final class Ob3Signer implements CredentialSigner {

    static final String CRYPTOSUITE = "eddsa-rdfc-2022";

    private final IssuerIdentity issuer;
    private final CredentialWriter writer;
    private final ProofHash hash = new ProofHash();

    /** For what nobody endorses. */
    public Ob3Signer(IssuerIdentity issuer) {
        this(issuer, Endorsements.none());
    }

    public Ob3Signer(IssuerIdentity issuer, Endorsements endorsements) {
        this.issuer = issuer;
        this.writer = new CredentialWriter(issuer, endorsements);
    }

    /** @throws NotCanonical when not everything in it could be signed */
    @Override
    public String sign(Earned earned, Issuance issuance) {
        return sign(writer.write(earned, issuance), issuance.validFrom()).toString();
    }

    /** Puts the proof into a document, in an array, as readers expect it. */
    ObjectNode sign(ObjectNode document, Instant created) {
        Ed25519Key key = issuer.keys().ed25519();
        ObjectNode proof = JsonNodeFactory.instance.objectNode();
        proof.put("type", "DataIntegrityProof");
        proof.put("created", created.toString());
        proof.put("verificationMethod", issuer.verificationMethod(key));
        proof.put("cryptosuite", CRYPTOSUITE);
        proof.put("proofPurpose", "assertionMethod");
        byte[] signature = key.sign(hash.of(document, proof));
        proof.put("proofValue", "z" + Base58.encode(signature));
        document.putArray("proof").add(proof);
        return document;
    }
}
