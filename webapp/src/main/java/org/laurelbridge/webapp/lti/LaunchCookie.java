package org.laurelbridge.webapp.lti;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.laurelbridge.bridge.lti.launch.Logins;

/**
 * What a browser keeps of a login until it comes back, one cookie for each, so that several may be under way. It must come with a form
 * that another site posts, so no SameSite rule can hold it back; it opens nothing by itself.
 *
 * @param isSecure it travels over https alone
 */
record LaunchCookie(boolean isSecure) {
    private static final int MARK = 12;

    Optional<String> read(HttpServletRequest request, String state) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name(state)))
                .map(Cookie::getValue)
                .findFirst();
    }

    void put(HttpServletResponse response, String state, String value) {
        send(response, state, value, (int) Logins.LONGEST.toSeconds());
    }

    void remove(HttpServletResponse response, String state) {
        send(response, state, "", 0);
    }

    private void send(HttpServletResponse response, String state, String value, int seconds) {
        Cookie cookie = new Cookie(name(state), value);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        if (isSecure) {
            cookie.setSecure(true);
            cookie.setAttribute("SameSite", "None");
            // kept for the platform's pages alone where ours stand in them
            cookie.setAttribute("Partitioned", "");
        }
        response.addCookie(cookie);
    }

    private String name(String state) {
        String mark = state.replaceAll("[^A-Za-z0-9_-]", "");
        return (isSecure ? "__Host-" : "") + "laurel-launch-" + mark.substring(0, Math.min(MARK, mark.length()));
    }
}
