package org.laurelbridge.webapp.server;

/** Who may use a route. Every route says so; the server guards it. */
public enum Access {
    /** Anyone. */
    PUBLIC,
    /** The servlet itself asks for credentials, since its protocol says how (xAPI). */
    OWN_CREDENTIALS,
    /** Whoever shows an administrator's token as a bearer token. */
    BEARER,
    /** An administrator, signed in with a browser. */
    ADMINISTRATOR
}
