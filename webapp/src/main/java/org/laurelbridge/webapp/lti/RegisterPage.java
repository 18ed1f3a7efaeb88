package org.laurelbridge.webapp.lti;

import java.net.URI;

/**
 * Asks whether Laurel shall be registered.
 *
 * @param name that the platform will have here
 * @param configuration where the platform says what it is
 */
public record RegisterPage(String name, URI configuration, String invitation, String token) {
    /** The platform's host, for a person to recognise. */
    public String host() {
        return configuration.getHost();
    }
}
