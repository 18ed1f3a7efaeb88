package org.laurelbridge.xapi;

/** Exactly one of these identifies an actor (xAPI 1.0.3 Data 2.4.2.3). */
public sealed interface InverseFunctionalIdentifier {

    /** An address, without the scheme "mailto:". */
    record Mbox(String email) implements InverseFunctionalIdentifier {}

    /** The SHA-1 of a "mailto:" IRI, 40 lower-case hexadecimal digits. */
    record MboxSha1Sum(String hex) implements InverseFunctionalIdentifier {}

    /** An OpenID URI. */
    record OpenId(String uri) implements InverseFunctionalIdentifier {}

    /** An account on a system; both parts are exact. */
    record Account(String homePage, String name) implements InverseFunctionalIdentifier {}
}
