package org.laurelbridge.webapp.lti;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.laurelbridge.bridge.lti.launch.LoginRequest;

/** The browser keeps nothing inside another site's page, so that one goes on in a window of its own. */
public record WindowPage(LoginRequest login) {

    /** Begins the login anew. */
    public String address() {
        return "/lti/login?iss=" + encoded(login.issuer()) + "&target_link_uri=" + encoded(login.target())
                + "&login_hint=" + encoded(login.loginHint())
                + login.messageHint()
                        .map(hint -> "&lti_message_hint=" + encoded(hint))
                        .orElse("")
                + login.clientId().map(id -> "&client_id=" + encoded(id)).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
