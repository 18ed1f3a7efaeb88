package org.laurelbridge.webapp.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.deliver.ags.ToolKey;

/** {@code /lti/jwks}: the public key that platforms know Laurel's requests by (IMS Security Framework 1.0 §6). */
final class JwksServlet extends HttpServlet {
    private final transient ToolKey key;

    JwksServlet(ToolKey key) {
        this.key = key;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/jwk-set+json");
        response.setHeader("Cache-Control", "max-age=3600");
        response.getWriter().write(key.jwks());
    }
}
