package org.laurelbridge.bridge.issue;

/**
 * Whether a credential holds.
 *
 * @param why it does not, for whoever looks at it; empty while it stands
 */
public record Standing(Kind kind, String why) {
    /** It holds, as far as its issuer can say: it may be over. */
    public static final Standing STANDS = new Standing(Kind.STANDS, "");

    /** How a credential stands. */
    public enum Kind {
        STANDS,
        /** Not for now; it may hold again. */
        SUSPENDED,
        /** Taken back for ever. */
        REVOKED
    }

    public static Standing suspended(String why) {
        return new Standing(Kind.SUSPENDED, why);
    }

    public static Standing revoked(String why) {
        return new Standing(Kind.REVOKED, why);
    }

    public boolean holds() {
        return kind == Kind.STANDS;
    }
}
