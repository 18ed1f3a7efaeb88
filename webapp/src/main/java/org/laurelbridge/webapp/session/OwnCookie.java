package org.laurelbridge.webapp.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A cookie that no script reads, and that ends with the browser.
 *
 * @param word its name
 * @param isSecure it travels over https alone, and no other host can have set it (RFC 6265bis §4.1.3.2)
 * @param travels with what other sites send a browser to us
 */
public record OwnCookie(String word, boolean isSecure, Travels travels) {
    private static final Set<String> FRAMES = Set.of("iframe", "frame");

    /** With what of other sites a cookie comes along. */
    public enum Travels {
        /** With links, so that whoever comes back from another site is still signed in; with no form. */
        WITH_LINKS,
        /**
         * With forms too, and inside another site's page, where a browser keeps it for that page alone (CHIPS). Without https no
         * browser takes such a cookie: then it goes with forms as far as the browser lets it, for two minutes in Chromium.
         */
        ANYWHERE
    }

    /** Whether the request is for a page inside another one, as browsers say over https and to loopback. */
    public static boolean isFramed(HttpServletRequest request) {
        return FRAMES.contains(String.valueOf(request.getHeader("Sec-Fetch-Dest")));
    }

    /**
     * The same as it goes with this request: a page inside another one has a cookie of its own. Where both pages are of one site
     * (lms.example.org, badges.example.org) a browser brings that of its windows, too, and the older of two with one name wins.
     */
    OwnCookie at(HttpServletRequest request) {
        if (!isSecure) {
            return this;
        }
        OwnCookie framed = new OwnCookie(word + "-frame", isSecure, Travels.ANYWHERE);
        return isFramed(request) || (!isPage(request) && read(request).isEmpty()) ? framed : this;
    }

    // a picture or a file does not say what page it is for
    private static boolean isPage(HttpServletRequest request) {
        String asked = request.getHeader("Sec-Fetch-Dest");
        return asked == null || asked.equals("document");
    }

    private String name() {
        return isSecure ? "__Host-" + word : word;
    }

    /** What the browser brings. */
    public Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Gives it to the browser. */
    public void put(HttpServletResponse response, String value) {
        response.addCookie(cookie(value));
    }

    /** Gives it to the browser, which keeps it so long; the other way it keeps it until it is closed. */
    void keep(HttpServletResponse response, String value, Duration length) {
        Cookie cookie = cookie(value);
        cookie.setMaxAge((int) length.toSeconds());
        response.addCookie(cookie);
    }

    /** Takes it from the browser. */
    public void remove(HttpServletResponse response) {
        Cookie cookie = cookie("");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    private Cookie cookie(String value) {
        Cookie cookie = new Cookie(name(), value);
        cookie.setHttpOnly(true);
        cookie.setSecure(isSecure);
        cookie.setPath("/");
        if (travels == Travels.WITH_LINKS) {
            cookie.setAttribute("SameSite", "Lax");
        } else if (isSecure) {
            cookie.setAttribute("SameSite", "None");
            cookie.setAttribute("Partitioned", "");
        }
        return cookie;
    }
}
