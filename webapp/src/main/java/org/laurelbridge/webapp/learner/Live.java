package org.laurelbridge.webapp.learner;

import jakarta.servlet.http.HttpServletResponse;

/** Pages that keep themselves up to date, by a script of ours that asks this site alone. */
final class Live {
    private static final String POLICY = "Content-Security-Policy";

    private Live() {}

    /** Lets a page's scripts ask us. */
    static void allow(HttpServletResponse response) {
        String policy = response.getHeader(POLICY);
        if (policy != null) {
            response.setHeader(POLICY, policy.replace("style-src", "connect-src 'self'; style-src"));
        }
    }
}
