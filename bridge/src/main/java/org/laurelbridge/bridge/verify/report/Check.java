package org.laurelbridge.bridge.verify.report;

/** What a line is about, in the order in which lines stand. */
public enum Check {
    /** The picture or the link that the badge came in. */
    SOURCE,
    /** Whether it is an Open Badge, and which. */
    FORMAT,
    SIGNATURE,
    ISSUER,
    STATUS,
    VALIDITY,
    RECIPIENT,
    /** What others say of it. */
    ENDORSEMENT,
    /** The badges inside a record. */
    INSIDE
}
