package org.laurelbridge.bridge.store;

import java.util.List;

/** Compares what came under a known id with what is kept under it (rules: S1, xAPI 1.0.3 Data 2.3.1). */
interface CopyRule {

    /**
     * What a copy is beside those that are kept.
     *
     * @param kept the first copy, then those that said more
     * @param copy another one
     */
    Verdict judge(List<String> kept, String copy);

    /** What a copy is. */
    enum Verdict {
        /** Equal, and says nothing new. */
        SAME,
        /** Equal where both speak, and has a timestamp or an activity type that the kept ones have not. */
        ADDS,
        /** Another statement under the same id. */
        DIFFERS
    }
}
