package org.laurelbridge.webapp.lti;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.laurelbridge.bridge.lti.launch.LoginRequest;
import org.laurelbridge.bridge.secret.RandomText;

/**
 * The browser keeps nothing inside another site's page, so that one goes on in a window of its own. Whoever came to place a badge chooses
 * it in the page that stayed: the platform takes what was chosen from there alone (Moodle).
 *
 * @param waiting what this page alone knows, under which there is something to choose once somebody has signed in in the window
 */
public record WindowPage(LoginRequest login, String waiting) {
    static final String WAITING = "waiting";

    static WindowPage of(LoginRequest login) {
        return new WindowPage(login, new RandomText().next());
    }

    /** Its script asks whether there is something to choose. */
    static void allowScript(HttpServletResponse response) {
        StoragePage.allowScript(response);
        String policy = "Content-Security-Policy";
        response.setHeader(
                policy,
                response.getHeader(policy).replace("script-src 'self';", "script-src 'self'; connect-src 'self';"));
    }

    /** Begins the login anew. */
    public String address() {
        return "/lti/login?iss=" + encoded(login.issuer()) + "&target_link_uri=" + encoded(login.target())
                + "&login_hint=" + encoded(login.loginHint())
                + login.messageHint()
                        .map(hint -> "&lti_message_hint=" + encoded(hint))
                        .orElse("")
                + login.clientId().map(id -> "&client_id=" + encoded(id)).orElse("") + "&" + WAITING + "=" + waiting;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
