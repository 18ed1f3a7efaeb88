package org.laurelbridge.bridge.issue;

import java.time.Instant;
import org.laurelbridge.bridge.audit.Recorded;

/** Endorsements that are kept. */
public interface KeptEndorsements extends Endorsements, Recorded<KeptEndorsements> {

    /**
     * Keeps one; another of the same id about the same gives way to it. What they are about is signed anew in the same commit.
     *
     * @return false when there are as many as there may be: nothing was kept
     */
    boolean save(Endorsement endorsement, Instant now);

    /** Forgets one; false when there was none. */
    boolean remove(String about, String id);

    /**
     * One.
     *
     * @param about the id of the achievement or of the issuer
     * @param id its own
     * @param document as it was signed
     */
    record Endorsement(String about, String id, String document) {}
}
