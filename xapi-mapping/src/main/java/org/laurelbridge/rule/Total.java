package org.laurelbridge.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.xapi.Lengths;

/**
 * So much altogether. A fact that does not say how much is left out: missing is not zero (S11).
 *
 * @param of what is added up
 * @param needed more than zero: seconds, percent, or points as the sender counts them
 */
public record Total(Sort of, Measure measure, BigDecimal needed) implements GatheredCondition {

    private static final BigDecimal HOURS = BigDecimal.valueOf(7200);
    private static final BigDecimal MINUTES = BigDecimal.valueOf(120);

    /** What is added up. */
    public enum Measure {
        /** Seconds; years and months of a duration are those that begin with the fact. */
        DURATION {
            @Override
            @Nullable
            Percent of(Fact fact) {
                String duration = fact.duration();
                BigDecimal seconds = duration == null ? null : Lengths.seconds(duration, fact.at());
                return seconds == null ? null : Percent.of(seconds);
            }
        },
        PERCENT {
            @Override
            @Nullable
            Percent of(Fact fact) {
                return fact.percent();
            }
        },
        POINTS {
            @Override
            @Nullable
            Percent of(Fact fact) {
                BigDecimal raw = fact.points() == null ? null : fact.points().raw();
                return raw == null ? null : Percent.of(raw);
            }
        };

        /** As an exact fraction; null when the fact does not say. */
        abstract @Nullable Percent of(Fact fact);

        /** Its word in the language. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public boolean counts(StandingFact fact) {
        return GatheredCondition.super.counts(fact) && measure.of(fact.fact()) != null;
    }

    @Override
    public Gauge gauge() {
        return new Sum();
    }

    @Override
    public String word() {
        return "total";
    }

    @Override
    public Phrase plainInstruction() {
        return Phrase.of("do.total", of.phrase(), amount(Percent.of(needed)));
    }

    /** As people count it, lengths in the unit that is needed; two decimals, rounded down. */
    private Phrase amount(Percent amount) {
        if (measure != Measure.DURATION) {
            return Phrase.of("amount." + measure.word(), amount.shown().toPlainString());
        }
        int unit = needed.compareTo(HOURS) >= 0 ? 3600 : needed.compareTo(MINUTES) >= 0 ? 60 : 1;
        BigDecimal units =
                amount.part().divide(amount.whole().multiply(BigDecimal.valueOf(unit)), 2, RoundingMode.FLOOR);
        return Phrase.of(
                "amount." + measure.word() + "." + unit,
                units.stripTrailingZeros().toPlainString());
    }

    private final class Sum extends Gathering {
        private final Mean sum = new Mean();

        @Override
        void count(StandingFact fact) {
            sum.add(value(fact));
        }

        @Override
        void discount(StandingFact fact) {
            sum.remove(value(fact));
        }

        private Percent value(StandingFact fact) {
            Percent value = measure.of(fact.fact());
            if (value == null) {
                throw new IllegalStateException("only facts that say how much are added up");
            }
            return value;
        }

        @Override
        boolean isEnough() {
            return sum.adds(Percent.of(needed));
        }

        /** Up to the first that made it enough. */
        @Override
        List<StandingFact> enough() {
            Mean so = new Mean();
            List<StandingFact> facts = new ArrayList<>();
            for (StandingFact fact : here()) {
                if (so.adds(Percent.of(needed))) {
                    break;
                }
                so.add(value(fact));
                facts.add(fact);
            }
            return facts;
        }

        @Override
        Status.Open progress() {
            Percent reached = sum.isEmpty() ? Percent.of(BigDecimal.ZERO) : sum.all();
            return new Status.Open(0, 1, Phrase.of("open.total", amount(reached), amount(Percent.of(needed))), null);
        }
    }
}
