package org.laurelbridge.bridge.verify.report;

/** How a check ended. */
public enum Outcome {
    GOOD,
    BAD,
    /** It could not be done. */
    UNKNOWN,
    /** Nothing was checked; somebody should know. */
    NOTE
}
