package org.laurelbridge.xapi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time by ISO 8601, extended or basic, to the nanosecond (what is finer is cut): {@code 2026-03-01T10:02:11.5+01:00}. A zone
 * of {@code -00:00} is refused (1.0.3 Data 4.5). Without a zone it is UTC, which 1.0.3 lets pass.
 */
public final class Timestamp {
    private final String text;
    private int at;
    private boolean failed;

    private Timestamp(String text) {
        this.text = text;
    }

    /** Null when it is no time. */
    public static @Nullable Instant parse(String text) {
        return text.length() > 60 ? null : new Timestamp(text).instant();
    }

    /** Whether a time that {@link #parse} can read says its zone. */
    static boolean hasZone(String text) {
        char last = text.charAt(text.length() - 1);
        int time = Math.max(text.indexOf('T'), text.indexOf('t'));
        return last == 'Z' || last == 'z' || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
    }

    private @Nullable Instant instant() {
        int year = digits(4);
        boolean extended = skip('-');
        int month = digits(2);
        separator(extended, '-');
        int day = digits(2);
        failed |= !skip('T') && !skip('t');
        long seconds = timeOfDay(extended);
        long nanos = skip('.') || skip(',') ? fraction() : 0;
        long offset = at == text.length() ? 0 : offset();
        if (failed || at != text.length() || (seconds == 86_400 && nanos > 0)) {
            return null;
        }
        try {
            long days = LocalDate.of(year, month, day).toEpochDay();
            return Instant.ofEpochSecond(days * 86_400 + seconds - offset, nanos);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private long timeOfDay(boolean extended) {
        int hour = digits(2);
        separator(extended, ':');
        int minute = digits(2);
        int second = 0;
        if (extended ? skip(':') : at < text.length() && Iri.isDigit(text.charAt(at))) {
            second = digits(2);
        }
        // 24:00 is the end of the day, second 60 a leap second; both are the moment after
        failed |= hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0);
        return hour * 3600L + minute * 60L + second;
    }

    private long fraction() {
        int start = at;
        long nanos = 0;
        while (at < text.length() && Iri.isDigit(text.charAt(at))) {
            nanos = at - start < 9 ? nanos * 10 + text.charAt(at) - '0' : nanos;
            at++;
        }
        failed |= at == start;
        for (int scale = at - start; scale < 9; scale++) {
            nanos *= 10;
        }
        return nanos;
    }

    private long offset() {
        if (skip('Z') || skip('z')) {
            return 0;
        }
        boolean negative = skip('-');
        failed |= !negative && !skip('+');
        int hours = digits(2);
        int minutes = 0;
        if (at < text.length()) {
            skip(':');
            minutes = digits(2);
        }
        failed |= hours > 23 || minutes > 59 || (negative && hours + minutes == 0);
        return (negative ? -1 : 1) * (hours * 3600L + minutes * 60L);
    }

    private void separator(boolean extended, char mark) {
        failed |= extended && !skip(mark);
    }

    private boolean skip(char mark) {
        if (at < text.length() && text.charAt(at) == mark) {
            at++;
            return true;
        }
        return false;
    }

    private int digits(int count) {
        int value = 0;
        for (int index = 0; index < count; index++) {
            if (at >= text.length() || !Iri.isDigit(text.charAt(at))) {
                failed = true;
                return 0;
            }
            value = value * 10 + text.charAt(at++) - '0';
        }
        return value;
    }
}
