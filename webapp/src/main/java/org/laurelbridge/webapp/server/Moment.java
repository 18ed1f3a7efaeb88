package org.laurelbridge.webapp.server;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as pages show it, in UTC: nothing on a page runs that could know the reader's zone. */
public record Moment(Instant at) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** For machines: ISO 8601. */
    public String iso() {
        return at.toString();
    }

    /** As {@code 2026-03-01 14:05 UTC}. */
    public String minute() {
        return MINUTE.format(at.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** As {@code 1 March 2026}. */
    public String day() {
        return DAY.format(at.atOffset(ZoneOffset.UTC));
    }

    /** How long ago it is, or how far ahead, as {@code 3 min ago}. */
    public String from(Instant now) {
        Duration past = Duration.between(at, now);
        return past.isNegative() ? "in " + length(past.negated()) : length(past) + " ago";
    }

    /** The largest unit alone: seconds below two minutes, then minutes, hours, days. */
    public static String length(Duration length) {
        if (length.toSeconds() < 120) {
            return length.toSeconds() + " s";
        }
        if (length.toMinutes() < 120) {
            return length.toMinutes() + " min";
        }
        return length.toHours() < 48 ? length.toHours() + " h" : length.toDays() + " days";
    }
}
