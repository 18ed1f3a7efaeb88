package org.laurelbridge.bridge.grant;

/** What came of a code or a refresh token that somebody wanted to exchange. */
public sealed interface Exchange {

    /** Tokens. */
    record Given(Tokens tokens) implements Exchange {}

    /** It is none of this application, over, used, or its learner took it back: invalid_grant (RFC 6749 §5.2). */
    record Invalid(String why) implements Exchange {}

    /** More is asked for than was allowed: invalid_scope. */
    record TooMuch() implements Exchange {}
}
