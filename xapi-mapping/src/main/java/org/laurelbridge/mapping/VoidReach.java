package org.laurelbridge.mapping;

/** Which statements a voiding statement may void. */
public enum VoidReach {
    /** None, not even its own source's. */
    NOTHING,
    /** Those that its own source brought. */
    OWN,
    /** Whoever brought them. */
    ANYTHING
}
