package org.laurelbridge.webapp.lti;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.laurelbridge.bridge.lti.place.Choices.Choice;

/**
 * Brings what was chosen back to the platform (Deep Linking 2.0 §3.5): a form that a script of ours sends off, or a button.
 *
 * @param back the platform's own address
 * @param token signed, the parameter {@code JWT}
 */
public record PlacePage(String back, String token) {
    private static final String POLICY = "Content-Security-Policy";

    static PlacePage of(Choice choice, String token) {
        return new PlacePage(choice.asked().back().toString(), token);
    }

    /** This page alone sends a form elsewhere, to this address alone; a policy names it without its query (CSP Level 3 §2.3.1). */
    void allowReturn(HttpServletResponse response) {
        StoragePage.allowScript(response);
        response.setHeader(
                POLICY, response.getHeader(POLICY).replace("form-action 'self'", "form-action " + source(back)));
    }

    /** What would end a source or a directive is written as the specification asks. */
    static String source(String address) {
        URI uri = URI.create(address);
        String path = uri.getRawPath().replace(";", "%3B").replace(",", "%2C");
        return StoragePage.origin(uri) + path;
    }
}
