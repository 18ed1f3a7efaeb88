package org.laurelbridge.webapp.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.laurelbridge.bridge.secret.SecretBox;

/** Takes a session from a page inside another one to a window, sealed, for ten minutes. It is worth nothing once the session is over. */
final class WindowTicket {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String SEALED = "window";

    private final SecretBox box;
    private final InstantSource clock;

    WindowTicket(SecretBox box, InstantSource clock) {
        this.box = box;
        this.clock = clock;
    }

    String of(String token) {
        String text = clock.instant().plus(PATIENCE).getEpochSecond() + " " + token;
        return box.seal(SEALED, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The session's token; empty when it is none of ours, or too old. */
    Optional<String> open(String ticket) {
        try {
            // what is no base64 is none of ours either, and tells so as it should
            String sealed =
                    Base64.getEncoder().encodeToString(Base64.getDecoder().decode(ticket));
            String[] parts = new String(box.open(SEALED, sealed), StandardCharsets.UTF_8).split(" ", 2);
            return clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])))
                    ? Optional.of(parts[1])
                    : Optional.empty();
        } catch (SecretBox.CannotOpen | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
