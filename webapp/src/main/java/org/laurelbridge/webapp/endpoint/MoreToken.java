package org.laurelbridge.webapp.endpoint;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.StatementLog.Range;

/** The rest of a list, in a word that its reader hands back as it is: nothing is kept here in between. */
final class MoreToken {
    private MoreToken() {}

    static String write(Range range) {
        String text = (range.since() == null ? "" : range.since())
                + "|" + (range.until() == null ? "" : range.until())
                + "|" + range.ascending()
                + "|" + range.limit()
                + "|" + range.after();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Null when it is none of ours. */
    static @Nullable Range read(String token) {
        try {
            String[] fields =
                    new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII).split("\\|", -1);
            int limit = fields.length == 5 ? Integer.parseInt(fields[3]) : 0;
            return limit < 1 || limit > StatementQuery.LARGEST_PAGE
                    ? null
                    : new Range(
                            instant(fields[0]),
                            instant(fields[1]),
                            fields[2].equals("true"),
                            Long.parseLong(fields[4]),
                            limit);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return null;
        }
    }

    private static @Nullable Instant instant(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
