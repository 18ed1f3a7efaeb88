package org.laurelbridge.bridge.account;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A browser that is signed in.
 *
 * @param seen when it last asked for something, to the minute
 * @param end when it is over whatever it asks for
 * @param formToken what its forms carry, so that no other site can send them
 */
public record BrowserSession(Holder holder, Instant started, Instant seen, Instant end, String formToken) {

    /** What somebody is signed in by. */
    public enum Kind {
        /** An account. */
        ACCOUNT,
        /** An administrator's token: the session ends with it. */
        TOKEN;

        /** As it is kept. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads {@link #word}. */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Who is signed in.
     *
     * @param id of the account, or the mark of the token
     */
    public record Holder(Kind kind, UUID id) {}
}
