package org.laurelbridge.bridge.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** What came of asking for an address. */
public sealed interface Fetched {

    /** It answered. */
    final class Answer implements Fetched {

        private final URI address;
        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;
        private final Instant at;
        private final boolean isRemembered;

        /** An answer without headers. */
        public Answer(URI address, int status, byte[] body, Instant at) {
            this(address, status, Map.of(), body, at);
        }

        /**
         * An answer.
         *
         * @param address that answered: the last one when there were redirects
         * @param status of HTTP: of a redirect too, where what was asked may not be asked of another address
         * @param headers by their names in small letters; several of one name are one, with commas
         * @param body decoded and bounded, not to be changed afterwards
         * @param at when it answered: in the past when it is remembered because the address answers no more
         */
        public Answer(URI address, int status, Map<String, String> headers, byte[] body, Instant at) {
            this(address, status, headers, body, at, false);
        }

        private Answer(
                URI address, int status, Map<String, String> headers, byte[] body, Instant at, boolean isRemembered) {
            this.address = address;
            this.status = status;
            this.headers = Map.copyOf(headers);
            this.body = body;
            this.at = at;
            this.isRemembered = isRemembered;
        }

        /** The same, given again later. */
        Answer remembered() {
            return new Answer(address, status, headers, body, at, true);
        }

        public URI address() {
            return address;
        }

        public int status() {
            return status;
        }

        /** What a header says, by its name in small letters; empty when there is none. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public byte[] body() {
            return body;
        }

        public Instant at() {
            return at;
        }

        /** Whether it is what the address answered last, since it does not answer now. */
        public boolean isRemembered() {
            return isRemembered;
        }

        /** Whether the host that was asked answered, not one that it led to. */
        public boolean isOfHostOf(URI asked) {
            return address.getHost().equalsIgnoreCase(asked.getHost());
        }

        /** 200. */
        public boolean isGood() {
            return status == 200;
        }

        /** The body as UTF-8. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** There is no answer. */
    record Failed(Trouble why) implements Fetched {}

    /** Why there is no answer. */
    enum Trouble {
        /** It is no address of the web, has a user in it, or is too long. */
        NO_ADDRESS,
        /** It is not https. */
        NOT_HTTPS,
        /** Its port is neither 443 nor one that anybody may open. */
        PORT,
        /** Its name leads to an address that is not public. */
        NOT_PUBLIC,
        /** Nobody has this name. */
        UNKNOWN_NAME,
        /** The certificate is not good for the name. */
        CERTIFICATE,
        /** It took too long. */
        TIME,
        /** The answer is too large. */
        SIZE,
        /** It leads on and on. */
        REDIRECTS,
        /** The answer is packed in a way that Laurel does not read, or broken. */
        PACKED,
        /** The connection could not be made, or broke. */
        BROKEN,
        /** The credential names more addresses than one verification may ask for. */
        TOO_MANY
    }
}
