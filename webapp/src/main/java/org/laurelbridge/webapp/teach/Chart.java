package org.laurelbridge.webapp.teach;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.laurelbridge.webapp.words.Words;

/**
 * How many awards there were in each week, month or year: bars, and the same as a table.
 *
 * @param id of its elements
 * @param title what it is about
 * @param unit the key of what a bar stands for
 * @param top of the scale
 */
public record Chart(String id, String title, Unit unit, List<Bar> bars, long total, long top) {
    private static final int WIDTH = 676;
    private static final int HEIGHT = 180;
    private static final int LEFT = 36;
    private static final int BASE = 192;
    private static final int MOST_WEEKS = 16;
    private static final int MOST_MONTHS = 30;
    private static final int MOST_YEARS = 40;
    private static final int MOST_LABELS = 8;

    /** What a bar stands for. */
    public enum Unit {
        WEEK,
        MONTH,
        YEAR;

        LocalDate start(LocalDate day) {
            return switch (this) {
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate next(LocalDate start) {
            return switch (this) {
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
                case YEAR -> start.plusYears(1);
            };
        }

        /** As it stands below a bar, where there is little room. */
        String sign(LocalDate start, Words words) {
            return this == WEEK
                    ? DateTimeFormatter.ofPattern("d MMM", words.locale()).format(start)
                    : label(start, words);
        }

        String label(LocalDate start, Words words) {
            return switch (this) {
                case WEEK -> words.day(start.atStartOfDay(ZoneOffset.UTC).toInstant());
                case MONTH ->
                    DateTimeFormatter.ofPattern("LLL yyyy", words.locale()).format(start);
                case YEAR -> DateTimeFormatter.ofPattern("yyyy", words.locale()).format(start);
            };
        }

        static Unit of(LocalDate first, LocalDate last) {
            if (ChronoUnit.WEEKS.between(first, last) < MOST_WEEKS) {
                return WEEK;
            }
            return ChronoUnit.MONTHS.between(first, last) < MOST_MONTHS ? MONTH : YEAR;
        }
    }

    /**
     * A bar, in a picture of 720 by 220.
     *
     * @param sign below it; empty where there is no room
     */
    public record Bar(String label, String sign, long count, int x, int width, int height) {
        public int y() {
            return BASE - height;
        }

        public int middle() {
            return x + width / 2;
        }

        /** Whether a sign would reach over the scale where it stood below the middle of the bar. */
        public boolean isFirst() {
            return x < LEFT + WIDTH / 8;
        }
    }

    /**
     * @param moments of awards; at least one
     * @param now where it ends
     */
    static Chart of(String id, String title, List<Instant> moments, Instant now, Words words) {
        List<LocalDate> days = moments.stream()
                .map(moment -> moment.atZone(ZoneOffset.UTC).toLocalDate())
                .sorted()
                .toList();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate newest = days.get(days.size() - 1);
        LocalDate last = newest.isAfter(today) ? newest : today;
        LocalDate first = days.get(0).isBefore(last.minusYears(MOST_YEARS)) ? last.minusYears(MOST_YEARS) : days.get(0);
        Unit unit = Unit.of(first, last);
        List<LocalDate> starts = new ArrayList<>();
        for (LocalDate start = unit.start(first); !start.isAfter(last); start = unit.next(start)) {
            starts.add(start);
        }
        List<Long> counts = starts.stream()
                .map(start -> days.stream()
                        .filter(day -> !day.isBefore(start) && day.isBefore(unit.next(start)))
                        .count())
                .toList();
        long top = top(counts.stream().mapToLong(count -> count).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        int slot = Math.min(WIDTH / starts.size(), WIDTH / 4);
        int every = (starts.size() + MOST_LABELS - 1) / MOST_LABELS;
        for (int i = 0; i < starts.size(); i++) {
            int width = Math.max(2, slot * 7 / 10);
            bars.add(new Bar(
                    unit.label(starts.get(i), words),
                    i % every == 0 ? unit.sign(starts.get(i), words) : "",
                    counts.get(i),
                    LEFT + i * slot + (slot - width) / 2,
                    width,
                    (int) (counts.get(i) * HEIGHT / top)));
        }
        return new Chart(
                id, title, unit, bars, counts.stream().mapToLong(count -> count).sum(), top);
    }

    /** The next of 2, 4, 10, 20, 40, 100, …: its half is a whole number. */
    private static long top(long most) {
        long unit = 1;
        while (true) {
            for (long step : new long[] {2, 4, 10}) {
                if (most <= step * unit) {
                    return step * unit;
                }
            }
            unit *= 10;
        }
    }

    /** The bar with most; the first of them. */
    public Bar most() {
        return bars.stream()
                .reduce((one, other) -> other.count() > one.count() ? other : one)
                .orElseThrow();
    }
}
