package org.laurelbridge.bridge.issue;

/** Writes and signs the credential of something earned. */
public interface CredentialSigner {

    /** The signed credential as JSON. The same arguments and key give the same text. */
    String sign(Earned earned, Issuance issuance);
}
