package org.laurelbridge.bridge.lrs;

import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** An LRS's answer, whole. */
final class Answer {
    private final int status;
    private final byte[] body;
    private final HttpURLConnection connection;

    /** @param connection for its headers alone: it has been read to its end */
    Answer(int status, byte[] body, HttpURLConnection connection) {
        this.status = status;
        this.body = body;
        this.connection = connection;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    @Nullable
    String consistentThrough() {
        return connection.getHeaderField("X-Experience-API-Consistent-Through");
    }

    /** Its clock when it answered, cut to the second (RFC 9110 6.6.1); null when it does not say. */
    @Nullable
    Instant date() {
        String date = connection.getHeaderField("Date");
        return date == null ? null : moment(date);
    }

    /** Where it wants us to go, null when nowhere. */
    @Nullable
    String location() {
        return connection.getHeaderField("Location");
    }

    boolean isGood() {
        return status / 100 == 2;
    }

    /** The text in UTF-8; what is not UTF-8 is replaced, so it is for people alone. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** How long to wait: seconds, or a date by the LRS's own clock (RFC 9110 10.2.3); zero when it does not say. */
    Duration asksToWait(Duration most) {
        String retryAfter = connection.getHeaderField("Retry-After");
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        if (retryAfter.matches("[0-9]{1,9}")) {
            return atMost(Duration.ofSeconds(Long.parseLong(retryAfter)), most);
        }
        Instant until = moment(retryAfter);
        Instant now = date();
        return until == null || now == null || until.isBefore(now)
                ? Duration.ZERO
                : atMost(Duration.between(now, until), most);
    }

    private static Duration atMost(Duration asked, Duration most) {
        return asked.compareTo(most) > 0 ? most : asked;
    }

    private static @Nullable Instant moment(String text) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
