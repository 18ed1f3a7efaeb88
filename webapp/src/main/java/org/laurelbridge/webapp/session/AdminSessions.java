package org.laurelbridge.webapp.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sessions of administrators until sign-in by person is built: a cookie that holds its end, the mark of a token and a seal, so that any node serves
 * anyone and nothing is kept in memory. It ends with the token that it was begun with, too.
 */
public final class AdminSessions {
    private static final String COOKIE = "laurel-admin";
    private static final Duration LENGTH = Duration.ofHours(12);

    private final SecretKeySpec seal;
    private final Administrators administrators;
    private final boolean secure;
    private final InstantSource clock;

    /**
     * @param seal a secret of this installation, 32 bytes
     * @param secure the cookie travels over https alone
     */
    public AdminSessions(byte[] seal, Administrators administrators, boolean secure, InstantSource clock) {
        this.seal = new SecretKeySpec(seal, "HmacSHA256");
        this.administrators = administrators;
        this.secure = secure;
        this.clock = clock;
    }

    /** Whether the request carries an administrator's token as a bearer token (RFC 6750 §2.1). */
    public boolean hasBearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null
                && header.regionMatches(true, 0, "Bearer ", 0, 7)
                && administrators.find(header.substring(7).trim()).isPresent();
    }

    /** Signs a browser in when the token is an administrator's. */
    public boolean signIn(String token, HttpServletResponse response) {
        Optional<String> mark = administrators.find(token.trim());
        mark.ifPresent(found -> {
            String session = clock.instant().plus(LENGTH).getEpochSecond() + "." + found;
            put(response, session + "." + sealOf("session." + session), (int) LENGTH.toSeconds());
        });
        return mark.isPresent();
    }

    public void signOut(HttpServletResponse response) {
        put(response, "", 0);
    }

    public boolean isSignedIn(HttpServletRequest request) {
        return session(request).isPresent();
    }

    /** What each form of this session carries in its hidden field "csrf". Empty when nobody is signed in. */
    public String formToken(HttpServletRequest request) {
        return session(request).map(session -> sealOf("form." + session)).orElse("");
    }

    /** Whether a posted form came from a page of this session. */
    public boolean isFromOurForm(HttpServletRequest request) {
        String sent = request.getParameter("csrf");
        return sent != null && isSignedIn(request) && same(sent, formToken(request));
    }

    private Optional<String> session(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(this::holds)
                .findFirst();
    }

    private boolean holds(String session) {
        int dot = session.lastIndexOf('.');
        if (dot < 1 || !same(session.substring(dot + 1), sealOf("session." + session.substring(0, dot)))) {
            return false;
        }
        // the seal was ours, so both parts are there and the end is a number
        int middle = session.indexOf('.');
        return Long.parseLong(session.substring(0, middle)) > clock.instant().getEpochSecond()
                && administrators.holds(session.substring(middle + 1, dot));
    }

    private void put(HttpServletResponse response, String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }

    private String sealOf(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(seal);
            byte[] sealed = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
