package org.laurelbridge.webapp.lti;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;

/**
 * A platform that is about to be registered shows the registration inside its own page (Moodle does), and nobody else's page shows it.
 * Whoever has no invitation sees nothing there that does anything.
 */
final class RegistrationFrame {
    private static final String POLICY = "Content-Security-Policy";
    private static final String ANCESTORS = "frame-ancestors ";
    private static final String NOBODY = "'none'";

    private RegistrationFrame() {}

    /** @param configuration of the platform, an address without user name whose host is the platform's */
    static void allow(HttpServletResponse response, URI configuration) {
        String policy = response.getHeader(POLICY);
        int at = policy.indexOf(ANCESTORS) + ANCESTORS.length();
        String ancestors = policy.substring(at);
        String before = ancestors.equals(NOBODY) ? "'self'" : ancestors;
        response.setHeader(POLICY, policy.substring(0, at) + before + " " + StoragePage.origin(configuration));
    }
}
