package org.laurelbridge.webapp.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Doer;

/** Who asks, as the audit log tells it: what servlets hand to whatever changes something. */
public final class Doing {
    private static final String SESSIONS = Doing.class.getName();

    private Doing() {}

    /** From now on who is signed in, or shows a token, is who does what this request does. */
    public static void recognise(HttpServletRequest request, Sessions sessions) {
        request.setAttribute(SESSIONS, sessions);
    }

    /** Who is recognised; else somebody who is not known, from where they ask. */
    public static Doer of(HttpServletRequest request) {
        return request.getAttribute(SESSIONS) instanceof Sessions sessions
                ? sessions.doer(request)
                : by(request, Doer.Kind.STRANGER, "");
    }

    /** An application that asks for itself or for a learner. */
    public static Doer application(HttpServletRequest request, UUID client) {
        return by(request, Doer.Kind.APPLICATION, client.toString());
    }

    /** Somebody without an account, from where they ask. */
    public static Doer by(HttpServletRequest request, Doer.Kind kind, String name) {
        return Doer.of(kind, name, String.valueOf(request.getRemoteAddr()));
    }
}
