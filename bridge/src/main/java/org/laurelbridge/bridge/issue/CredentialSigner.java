package org.laurelbridge.bridge.issue;

import java.time.Instant;

/** Writes and signs the credential of something earned. */
public interface CredentialSigner {

    /**
     * The signed credential as JSON. The same arguments give the same text.
     *
     * @param validFrom a whole second
     */
    String sign(Earned earned, Instant validFrom);
}
