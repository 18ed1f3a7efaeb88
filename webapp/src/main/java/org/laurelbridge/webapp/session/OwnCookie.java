package org.laurelbridge.webapp.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * A cookie that no script reads. No form of another site brings it, but a link from there does, so that whoever comes back from
 * another site is still signed in.
 *
 * @param word its name
 * @param isSecure it travels over https alone, and no other host can have set it (RFC 6265bis §4.1.3.2)
 */
record OwnCookie(String word, boolean isSecure) {

    private String name() {
        return isSecure ? "__Host-" + word : word;
    }

    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** It ends with the browser. */
    void put(HttpServletResponse response, String value) {
        response.addCookie(cookie(value));
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
