package org.laurelbridge.rule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Days or weeks in a row, by the calendar of a zone: so many of them, of which so few are missed, the last one not. What comes late
 * can fill a hole and never breaks a streak.
 *
 * @param of what has to happen in each
 * @param length of the streak, missed ones included, at least 1
 * @param misses that are allowed, 0 to length - 1
 * @param zone in which they begin
 */
public record Streak(Sort of, Every every, int length, int misses, ZoneId zone) implements GatheredCondition {

    /** What follows without a gap. */
    public enum Every {
        DAY {
            @Override
            long number(LocalDate day) {
                return day.toEpochDay();
            }
        },
        /** Monday to Sunday (ISO 8601). */
        WEEK {
            @Override
            long number(LocalDate day) {
                // the epoch began on a Thursday
                return Math.floorDiv(day.toEpochDay() + 3, 7L);
            }
        };

        /** Of neighbours, it differs by one. */
        abstract long number(LocalDate day);

        /** Its word in the language. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Gauge gauge() {
        return new Row();
    }

    @Override
    public String word() {
        return "streak";
    }

    @Override
    public Phrase plainInstruction() {
        return Phrase.of(
                misses == 0 ? "do.streak" : "do.streakMissing",
                of.phrase(),
                String.valueOf(length),
                Phrase.of("every." + every.word()),
                String.valueOf(misses));
    }

    private final class Row extends Gathering {
        /** The facts of each day or week, in order. */
        private final TreeMap<Long, List<StandingFact>> hits = new TreeMap<>();
        /** Those at which a streak ends, by how many hits it has: all of them, so that the best is known at once. */
        private final TreeMap<Integer, Integer> best = new TreeMap<>();

        @Override
        void count(StandingFact fact) {
            long number = number(fact);
            List<StandingFact> those = hits.get(number);
            if (those != null) {
                those.add(fact);
                return;
            }
            // what is new is the newest, so no other streak changes
            hits.put(number, new ArrayList<>(List.of(fact)));
            best.merge(window(number).size(), 1, Integer::sum);
        }

        /** The oldest goes: only streaks that begin with it change. */
        @Override
        void discount(StandingFact fact) {
            long number = number(fact);
            List<StandingFact> those = hits.getOrDefault(number, new ArrayList<>());
            those.remove(0);
            if (!those.isEmpty()) {
                return;
            }
            List<Long> ends = List.copyOf(hits.subMap(number, number + length).keySet());
            ends.forEach(end -> forget(window(end).size()));
            hits.remove(number);
            ends.stream()
                    .filter(end -> end != number)
                    .forEach(end -> best.merge(window(end).size(), 1, Integer::sum));
        }

        private void forget(int size) {
            best.computeIfPresent(size, (hit, count) -> count == 1 ? null : count - 1);
        }

        private long number(StandingFact fact) {
            return every.number(fact.at().atZone(zone).toLocalDate());
        }

        /** What was hit of the streak that ends there. */
        private Map<Long, List<StandingFact>> window(long end) {
            return hits.subMap(end - length + 1, true, end, true);
        }

        private int longest() {
            return best.isEmpty() ? 0 : best.lastKey();
        }

        @Override
        boolean isEnough() {
            return longest() >= length - misses;
        }

        @Override
        List<StandingFact> enough() {
            long end = hits.keySet().stream()
                    .filter(one -> window(one).size() >= length - misses)
                    .findFirst()
                    .orElseThrow();
            return window(end).values().stream().map(those -> those.get(0)).toList();
        }

        /** The most hits in a row with no more holes than may be missed. */
        private int bestRow() {
            List<Long> numbers = List.copyOf(hits.keySet());
            int row = 0;
            int from = 0;
            for (int to = 0; to < numbers.size(); to++) {
                while (numbers.get(to) - numbers.get(from) - (to - from) > misses) {
                    from++;
                }
                row = Math.max(row, to - from + 1);
            }
            return row;
        }

        @Override
        Status.Open progress() {
            int done = bestRow();
            Phrase row = Phrase.of("every." + every.word());
            return new Status.Open(
                    done,
                    length - misses,
                    Phrase.of("open.streak", String.valueOf(done), String.valueOf(length - misses), row),
                    null);
        }
    }
}
