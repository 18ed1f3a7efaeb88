package org.laurelbridge.bridge.deliver.mail;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How mail is sent.
 *
 * @param user null where the server asks for none
 * @param from an address, with a name or without
 * @param replyTo null where answers go to {@code from}
 * @param language of who has none known
 * @param newerThan what was earned longer ago before Laurel knew it is history: nobody is written of it
 */
public record MailSettings(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password,
        String from,
        @Nullable String replyTo,
        Locale language,
        Duration newerThan) {

    /** How the way to the server is kept from others. */
    public enum Security {
        /** Asked for in plain, and nothing is sent without it (RFC 3207). */
        STARTTLS,
        /** From the first byte (RFC 8314). */
        TLS,
        /** Not at all. */
        NONE
    }

    @Override
    public String toString() {
        return "mail by " + host;
    }
}
