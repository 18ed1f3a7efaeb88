package org.laurelbridge.bridge.secret;

import java.util.List;
import org.laurelbridge.bridge.audit.Recorded;

/**
 * Seals what is secret in the database under a new secret key. Done in short transactions: whoever breaks it off asks again, and in
 * the meantime a box with both keys opens everything.
 */
public interface Resealing extends Recorded<Resealing> {

    /** Goes through all that is sealed. */
    Outcome reseal();

    /**
     * What came of it.
     *
     * @param sealed how many were sealed anew
     * @param already how many were sealed under the new key before
     * @param lost what neither key opens, by table and column with how many: {@code backpack.access_token: 2}
     */
    record Outcome(int sealed, int already, List<String> lost) {
        public Outcome {
            lost = List.copyOf(lost);
        }
    }
}
