package org.laurelbridge.rule;

/** The four answers of a condition, without their reasons. */
public enum Truth {
    MET,
    OPEN,
    IMPOSSIBLE,
    UNKNOWN
}
