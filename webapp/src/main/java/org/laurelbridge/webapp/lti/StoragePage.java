package org.laurelbridge.webapp.lti;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.lti.launch.Launching.Begun.Onward;

/**
 * A page whose script keeps something at the platform, or asks for it there, since inside another site's page the browser may keep no
 * cookie of ours (LTI Client Side postMessages 1.0, OIDC Login with LTI Client Side postMessages 1.0).
 *
 * @param frame of the platform's page that answers: its name, or {@code _parent}
 * @param origin of the platform's login, to which alone anything is said
 * @param key that what is kept has there
 * @param value to be kept; null on the way back
 * @param onward where to go then; null on the way back
 * @param token on the way back, to be posted with what was kept; null on the way there
 */
public record StoragePage(
        String frame,
        String origin,
        String key,
        @Nullable String value,
        @Nullable String onward,
        @Nullable String state,
        @Nullable String token) {
    static final String PARAMETER = "lti_storage_target";

    private static final String WITH_SCRIPT = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors ";

    static boolean isFrame(@Nullable String name) {
        return name != null && name.matches("[A-Za-z0-9_.:-]{1,100}");
    }

    static StoragePage keep(String frame, Onward onward) {
        return new StoragePage(
                frame,
                origin(onward.address()),
                key(onward.state()),
                onward.browser(),
                onward.address().toString(),
                null,
                null);
    }

    static StoragePage bringBack(String frame, URI authorization, String state, String token) {
        return new StoragePage(frame, origin(authorization), key(state), null, null, state, token);
    }

    /** These pages alone run a script, our own. */
    static void allowScript(HttpServletResponse response) {
        String policy = response.getHeader("Content-Security-Policy");
        String ancestors = policy.substring(policy.indexOf("frame-ancestors ") + "frame-ancestors ".length());
        response.setHeader("Content-Security-Policy", WITH_SCRIPT + ancestors);
    }

    private static String key(String state) {
        return "laurel." + state;
    }

    static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
