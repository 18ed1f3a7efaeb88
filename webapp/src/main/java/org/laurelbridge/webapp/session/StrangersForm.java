package org.laurelbridge.webapp.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.laurelbridge.bridge.secret.RandomText;

/**
 * The form of somebody who has no session yet. It carries what a cookie of the same browser holds, so that no other site signs a
 * visitor in as somebody else (login CSRF).
 */
public final class StrangersForm {

    private final OwnCookie cookie;
    private final RandomText random = new RandomText();
    private final Mask mask = new Mask();

    StrangersForm(boolean isSecure) {
        this.cookie = new OwnCookie("laurel-form", isSecure, OwnCookie.Travels.WITH_LINKS);
    }

    /** What the form carries in its hidden field "csrf". */
    public String token(HttpServletRequest request, HttpServletResponse response) {
        return mask.put(cookie.read(request).filter(StrangersForm::isToken).orElseGet(() -> made(response)));
    }

    private String made(HttpServletResponse response) {
        String token = random.next();
        cookie.put(response, token);
        return token;
    }

    /** Whether a posted form was shown to this browser. */
    public boolean isOurs(HttpServletRequest request) {
        Optional<String> held = cookie.read(request).filter(StrangersForm::isToken);
        return Optional.ofNullable(request.getParameter("csrf"))
                .flatMap(mask::take)
                .filter(sent -> held.filter(token -> MessageDigest.isEqual(
                                token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8)))
                        .isPresent())
                .isPresent();
    }

    private static boolean isToken(String value) {
        return value.matches("[A-Za-z0-9_-]{43}");
    }
}
