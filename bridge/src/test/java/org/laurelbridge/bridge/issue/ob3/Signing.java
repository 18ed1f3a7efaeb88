package org.laurelbridge.bridge.issue.ob3;

import java.time.Instant;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Issuance;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import tools.jackson.databind.node.ObjectNode;

/** Signs whatever a test writes, as Laurel signs. */
public final class Signing {

    private Signing() {}

    /** A credential without a proof. */
    public static ObjectNode unsigned(IssuerIdentity issuer, Earned earned, Instant validFrom) {
        return new CredentialWriter(issuer).write(earned, new Issuance(validFrom, null));
    }

    public static ObjectNode sign(IssuerIdentity issuer, ObjectNode document, Instant created) {
        return new Ob3Signer(issuer).sign(document, created);
    }

    /** The 64 bytes that a proof signs. */
    public static byte[] hash(ObjectNode document, ObjectNode options) {
        return new ProofHash().of(document, options);
    }
}
