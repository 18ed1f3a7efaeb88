package org.laurelbridge.document;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * A length of time as people write it: {@code 90s 2m 48h 90d 2w 6mo 1y}, or 0. Days and longer are calendar units of the
 * zone they are counted in, so that a year after 29 February is 28 February and a day may have 23 hours.
 *
 * @param amount 0 to 999,999
 */
public record Span(long amount, ChronoUnit unit) {
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS,
            "w", ChronoUnit.WEEKS,
            "mo", ChronoUnit.MONTHS,
            "y", ChronoUnit.YEARS);

    public static final Span ZERO = new Span(0, ChronoUnit.SECONDS);

    public Span {
        if (amount < 0 || amount > 999_999 || !UNITS.containsValue(unit)) {
            throw new IllegalArgumentException("a span is 0 to 999999 of s m h d w mo y, not " + amount + " " + unit);
        }
    }

    /** Reads what people write; empty when it is no span. */
    public static Optional<Span> parse(String written) {
        String text = written.strip();
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        ChronoUnit unit = UNITS.get(text.substring(digits).strip());
        if (digits == 0 || digits > 6) {
            return Optional.empty();
        }
        long amount = Long.parseLong(text.substring(0, digits));
        if (amount == 0 && digits == text.length()) {
            return Optional.of(ZERO);
        }
        return Optional.ofNullable(unit).map(known -> new Span(amount, known));
    }

    /** The moment this span after another, by the calendar of its zone. */
    public ZonedDateTime after(ZonedDateTime start) {
        return start.plus(amount, unit);
    }

    /** The moment this span before another, by the calendar of its zone. */
    public ZonedDateTime before(ZonedDateTime end) {
        return end.minus(amount, unit);
    }

    public boolean isZero() {
        return amount == 0;
    }

    /** As written: {@code 90d}. */
    @Override
    public String toString() {
        return UNITS.entrySet().stream()
                .filter(known -> known.getValue() == unit)
                .map(known -> amount + known.getKey())
                .findFirst()
                .orElseThrow();
    }
}
