package org.laurelbridge.bridge.issue.ob3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurelbridge.bridge.issue.IssuerIdentity;
import org.laurelbridge.bridge.issue.key.Ed25519Key;
import org.laurelbridge.bridge.issue.ob3.Ob3Verifier.Verdict;

/**
 * Checks proofs of our own credentials, each text once as long as the issuer's keys are the same: the same bytes under the same keys
 * have the same answer. Safe for many threads.
 */
public final class CheckedProofs {
    private static final int MOST = 5_000;

    private final IssuerIdentity issuer;
    private final Ob3Verifier verifier;
    private final Map<Checked, Verdict> checked = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Checked, Verdict> eldest) {
            return size() > MOST;
        }
    };

    /** @param credential the hash of its text */
    private record Checked(String credential, List<String> keys) {}

    public CheckedProofs(IssuerIdentity issuer) {
        this.issuer = issuer;
        this.verifier = new Ob3Verifier(issuer);
    }

    /** What {@link Ob3Verifier#verify} says. */
    public Verdict verify(String credential) {
        Checked asked = new Checked(
                ProofHash.hex(credential),
                issuer.keys().listEd25519().stream().map(Ed25519Key::id).toList());
        synchronized (checked) {
            Verdict known = checked.get(asked);
            if (known != null) {
                return known;
            }
        }
        Verdict verdict = verifier.verify(credential);
        synchronized (checked) {
            checked.put(asked, verdict);
        }
        return verdict;
    }
}
