package org.laurelbridge.bridge.account.oidc;

/** A provider did not sign somebody in. The message is for the log; it holds nothing about the person. */
public final class OidcFailure extends Exception {
    private final boolean isAway;

    private OidcFailure(String message, boolean isAway) {
        super(message);
        this.isAway = isAway;
    }

    /** What came back is not to be believed, or is a no. */
    static OidcFailure refused(String why) {
        return new OidcFailure(why, false);
    }

    /** The provider did not answer, or not in a way that can be understood. */
    static OidcFailure away(String why) {
        return new OidcFailure(why, true);
    }

    /** Whether it may work in a while. */
    public boolean isAway() {
        return isAway;
    }
}
