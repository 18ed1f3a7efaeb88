package org.laurelbridge.webapp.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.laurelbridge.bridge.account.oidc.Begun;
import org.laurelbridge.bridge.secret.SecretBox;

/**
 * What a browser keeps of a sign-in that goes on at another site, sealed, for ten minutes: any node can go on with it, and no other
 * browser can. It is taken once.
 */
public final class Elsewhere {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String SEALED = "sign-in";

    private final SecretBox box;
    private final OwnCookie cookie;
    private final InstantSource clock;

    /** @param isSecure the cookie travels over https alone */
    public Elsewhere(SecretBox box, boolean isSecure, InstantSource clock) {
        this.box = box;
        this.cookie = new OwnCookie("laurel-elsewhere", isSecure, OwnCookie.Travels.WITH_LINKS);
        this.clock = clock;
    }

    /**
     * What is kept.
     *
     * @param provider its name
     * @param to the page to go on to; empty for none
     */
    public record Left(String provider, Begun begun, String to) {}

    /** Keeps it in the browser. */
    public void put(Left left, HttpServletResponse response) {
        Begun begun = left.begun();
        String end = Long.toString(clock.instant().plus(PATIENCE).getEpochSecond());
        // none of them but the last can hold a space
        String text = String.join(" ", end, left.provider(), begun.state(), begun.nonce(), begun.verifier(), left.to());
        String sealed = box.seal(SEALED, text.getBytes(StandardCharsets.UTF_8));
        cookie.put(
                response,
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Base64.getDecoder().decode(sealed)));
    }

    /** What this browser kept, which is then gone; empty when it kept nothing of ours, or too long. */
    public Optional<Left> take(HttpServletRequest request, HttpServletResponse response) {
        Optional<Left> left = cookie.read(request).flatMap(this::open);
        cookie.remove(response);
        return left;
    }

    private Optional<Left> open(String value) {
        try {
            String sealed =
                    Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(value));
            String[] parts = new String(box.open(SEALED, sealed), StandardCharsets.UTF_8).split(" ", -1);
            return clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])))
                    ? Optional.of(new Left(parts[1], new Begun(parts[2], parts[3], parts[4]), parts[5]))
                    : Optional.empty();
        } catch (SecretBox.CannotOpen | IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }
}
