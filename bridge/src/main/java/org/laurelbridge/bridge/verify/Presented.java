package org.laurelbridge.bridge.verify;

import java.nio.charset.StandardCharsets;

/** What somebody shows, to have it verified. */
public sealed interface Presented {

    /** An address that holds a badge. */
    record Link(String address) implements Presented {}

    /** JSON or a token. */
    record Text(String text) implements Presented {}

    /** A file: JSON, a token, or a picture with a badge in it. */
    final class File implements Presented {

        private final byte[] content;

        /** A file of this content, which must not be changed afterwards. */
        public File(byte[] content) {
            this.content = content;
        }

        byte[] content() {
            return content;
        }

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** What somebody pasted: a link when it is one, otherwise the badge itself. */
    static Presented pasted(String text) {
        String stripped = text.strip();
        if (stripped.matches("(?i)https?://\\S{1,2000}")) {
            return new Link(stripped);
        }
        return isAddress(stripped) ? new Link("https://" + stripped) : new Text(stripped);
    }

    // as people copy it from the bar of a browser; a token has dots as well, and no path
    private static boolean isAddress(String text) {
        return text.matches("(?i)[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,10}(:[0-9]{1,5})?/\\S{0,2000}");
    }
}
