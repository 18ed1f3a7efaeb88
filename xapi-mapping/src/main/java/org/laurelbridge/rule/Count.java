package org.laurelbridge.rule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.laurelbridge.mapping.Fact;

/**
 * So many different ones.
 *
 * @param of what is counted
 * @param per what tells one from another
 * @param needed at least 1
 * @param zone in which days and weeks begin
 */
public record Count(Sort of, Per per, int needed, ZoneId zone) implements GatheredCondition {

    /** What tells one from another. */
    public enum Per {
        STATEMENT {
            @Override
            Object key(Fact fact, ZoneId zone) {
                return fact.statement();
            }
        },
        ACTIVITY {
            @Override
            Object key(Fact fact, ZoneId zone) {
                return fact.target();
            }
        },
        DAY {
            @Override
            Object key(Fact fact, ZoneId zone) {
                return fact.at().atZone(zone).toLocalDate();
            }
        },
        /** Monday to Sunday (ISO 8601). */
        WEEK {
            @Override
            Object key(Fact fact, ZoneId zone) {
                LocalDate day = fact.at().atZone(zone).toLocalDate();
                return List.of(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            }
        },
        ATTEMPT {
            @Override
            Object key(Fact fact, ZoneId zone) {
                return fact.attempt();
            }
        };

        abstract Object key(Fact fact, ZoneId zone);

        /** Its word in the language. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Gauge gauge() {
        return new Different();
    }

    @Override
    public String word() {
        return "count";
    }

    @Override
    public Phrase plainInstruction() {
        return Phrase.of("do.count", of.phrase(), String.valueOf(needed), Phrase.of("per." + per.word()));
    }

    private final class Different extends Gathering {
        private final Map<Object, Integer> counts = new HashMap<>();

        @Override
        void count(StandingFact fact) {
            counts.merge(per.key(fact.fact(), zone), 1, Integer::sum);
        }

        @Override
        void discount(StandingFact fact) {
            counts.computeIfPresent(per.key(fact.fact(), zone), (key, count) -> count == 1 ? null : count - 1);
        }

        @Override
        boolean isEnough() {
            return counts.size() >= needed;
        }

        @Override
        List<StandingFact> enough() {
            Set<Object> seen = new HashSet<>();
            List<StandingFact> first = new ArrayList<>();
            for (StandingFact fact : here()) {
                if (first.size() < needed && seen.add(per.key(fact.fact(), zone))) {
                    first.add(fact);
                }
            }
            return first;
        }

        @Override
        Status.Open progress() {
            int done = counts.size();
            return new Status.Open(
                    done, needed, Phrase.of("open.parts", String.valueOf(done), String.valueOf(needed)), null);
        }
    }
}
