package org.laurelbridge.xapi;

import java.util.Optional;

/** The version of the specification that a request or an LRS speaks (1.0.3 Communication 3.3, 2.0 §4.1). */
public enum XapiVersion {
    V1_0("1.0.3", "1.0.0"),
    V2_0("2.0.0", "2.0.0");

    /** The header in which requests and answers name it. */
    public static final String HEADER = "X-Experience-API-Version";

    private final String header;
    private final String ofStatements;

    XapiVersion(String header, String ofStatements) {
        this.header = header;
        this.ofStatements = ofStatements;
    }

    /** What Laurel answers in {@link #HEADER}. */
    public String header() {
        return header;
    }

    /** What {@code version} is taken to be in a statement that has none (1.0.3 Data 2.4.10). */
    public String ofStatements() {
        return ofStatements;
    }

    /** The version that a header's value asks for: 1.0, any 1.0.x, or 2.0.0; empty when Laurel speaks none such. */
    public static Optional<XapiVersion> negotiate(String asked) {
        if (asked.equals("2.0.0")) {
            return Optional.of(V2_0);
        }
        return asked.equals("1.0") || isPatch(asked) ? Optional.of(V1_0) : Optional.empty();
    }

    /** The problem of a request whose header {@link #negotiate} does not know. */
    public static Problem unknown(String asked) {
        return new Problem(HEADER, Checker.quote(asked), "1.0, 1.0.x or 2.0.0", "1.0.3 Communication 3.3");
    }

    /** Whether a statement of this {@code version} may come in a request that speaks this version. */
    boolean takes(String version) {
        return version.equals("1.0") || version.startsWith("1.0.") || (this == V2_0 && version.equals("2.0.0"));
    }

    private static boolean isPatch(String asked) {
        return asked.length() > 4
                && asked.startsWith("1.0.")
                && asked.chars().skip(4).allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
