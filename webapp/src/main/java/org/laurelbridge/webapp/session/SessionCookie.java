package org.laurelbridge.webapp.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie in which a browser carries its session's token. No script reads it; no form of another site brings it, but a link from
 * there does, so that whoever comes back from another site is still signed in.
 *
 * @param isSecure it travels over https alone, and no other host can have set it (RFC 6265bis §4.1.3.2)
 */
record SessionCookie(boolean isSecure) {

    private String name() {
        return isSecure ? "__Host-laurel" : "laurel";
    }

    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** It ends with the browser; the session's own end is kept here. */
    void put(HttpServletResponse response, String token) {
        response.addCookie(cookie(token));
    }

    void remove(HttpServletResponse response) {
        Cookie cookie = cookie("");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    private Cookie cookie(String value) {
        Cookie cookie = new Cookie(name(), value);
        cookie.setHttpOnly(true);
        cookie.setSecure(isSecure);
        cookie.setPath("/");
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
