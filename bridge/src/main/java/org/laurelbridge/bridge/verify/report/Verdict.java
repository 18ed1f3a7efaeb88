package org.laurelbridge.bridge.verify.report;

/** What a badge turned out to be. */
public enum Verdict {
    /** All that was checked holds. */
    GENUINE,
    /** Its signature does not fit, or its issuer shows something else. */
    CHANGED,
    /** The issuer took it back for good. */
    REVOKED,
    /** The issuer suspended it; it may be given back. */
    SUSPENDED,
    /** It was valid until a day that is over. */
    EXPIRED,
    /** Its issuer does not vouch for the key or the address that it came by. */
    UNKNOWN_ISSUER,
    /** It is valid from a day that is still to come. */
    NOT_YET_VALID,
    /** It is no badge that Laurel can read. */
    UNREADABLE,
    /** Something could not be checked: somebody did not answer, or uses what Laurel does not know. */
    UNCHECKED
}
