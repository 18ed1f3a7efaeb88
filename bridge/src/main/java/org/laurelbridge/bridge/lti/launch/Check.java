package org.laurelbridge.bridge.lti.launch;

/**
 * What must hold of a launch's token, with the clause that asks for it: SEC is the 1EdTech Security Framework 1.0, LTI the core of 1.3,
 * DL is Deep Linking 2.0.
 */
public enum Check {
    STATE("SEC §5.1.1", "the state of a login that this browser began here within ten minutes, and has not ended"),
    SHAPE("SEC §5.1.3", "a signed token in three parts, with JSON claims"),
    ALGORITHM("SEC §5.1.3.6", "signed with RS256"),
    KEY("SEC §6.3", "signed with a key that the platform lists"),
    SIGNATURE("SEC §5.1.3.1", "a signature of the platform"),
    ISSUER("SEC §5.1.3.2", "the issuer that the login named"),
    AUDIENCE("SEC §5.1.3.3", "meant for this tool, and for nobody else"),
    PARTY("SEC §5.1.3.5", "this tool as the authorized party"),
    EXPIRY("SEC §5.1.3.7", "not expired"),
    ISSUED("SEC §5.1.3.8", "made within the last minutes"),
    NONCE("SEC §5.1.3.9", "the nonce of this login"),
    MESSAGE_TYPE("LTI §5.3.1", "LtiResourceLinkRequest or LtiDeepLinkingRequest"),
    VERSION("LTI §5.3.2", "version 1.3.0"),
    DEPLOYMENT("LTI §5.3.3", "a deployment of this tool that is known"),
    TARGET_LINK("LTI §5.3.4", "the address that the login named, one of this tool"),
    RESOURCE_LINK("LTI §5.3.5", "a resource link with an id of at most 255 characters"),
    SUBJECT("LTI §5.3.6", "a user, with an id of at most 255 ASCII characters"),
    ROLES("LTI §5.3.7", "the user's roles, a list that may be empty"),
    DEEP_LINKING("DL §4.4.1", "settings that take an LTI resource link and say where to return to");

    private final String clause;
    private final String expected;

    Check(String clause, String expected) {
        this.clause = clause;
        this.expected = expected;
    }

    /** Where it is demanded. */
    public String clause() {
        return clause;
    }

    /** What must be there, in words. */
    public String expected() {
        return expected;
    }
}
