package org.laurelbridge.webapp.server;

import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.webapp.session.Visitor;

/** Who may use a route. Every route says so; the server guards it. */
public enum Access {
    /** Anyone. */
    PUBLIC,
    /** The servlet itself asks for credentials, since its protocol says how (xAPI). */
    OWN_CREDENTIALS,
    /** Whoever shows an administrator's token as a bearer token. */
    BEARER,
    /** Whoever is signed in with a browser. */
    SIGNED_IN,
    /** A learner; what is not there for others is not shown to be there. */
    LEARNER,
    /** An instructor; the same. */
    INSTRUCTOR,
    /** Who may look at what administrators look at; only an administrator changes anything there. */
    VIEWER,
    /** An administrator, signed in with a browser. */
    ADMINISTRATOR;

    /** Whether it takes a session of a browser. */
    boolean wantsSession() {
        return switch (this) {
            case PUBLIC, OWN_CREDENTIALS, BEARER -> false;
            case SIGNED_IN, LEARNER, INSTRUCTOR, VIEWER, ADMINISTRATOR -> true;
        };
    }

    /**
     * Whether somebody who is signed in may use it.
     *
     * @param isReading the request changes nothing
     */
    boolean admits(Visitor visitor, boolean isReading) {
        return switch (this) {
            case PUBLIC, OWN_CREDENTIALS, SIGNED_IN -> true;
            case BEARER -> false;
            case LEARNER -> visitor.learner().isPresent();
            case INSTRUCTOR -> visitor.is(Role.INSTRUCTOR);
            case VIEWER -> visitor.is(Role.ADMINISTRATOR) || (isReading && visitor.is(Role.VIEWER));
            case ADMINISTRATOR -> visitor.is(Role.ADMINISTRATOR);
        };
    }

    /** What somebody is told who is signed in and may not use it. */
    Reason refusal() {
        return this == LEARNER || this == INSTRUCTOR ? Reason.NOT_FOUND : Reason.NOT_YOURS;
    }
}
