package org.laurelbridge.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laurelbridge.mapping.Percent;

/**
 * The sum and the mean of exact fractions. Adding fractions exactly makes their terms grow, so a sum rounded down with a known bound of its
 * error answers nearly every question, and the exact sum the rest.
 */
final class Mean {
    private static final int SCALE = 24;
    private static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(SCALE);

    private final Map<BigDecimal, BigDecimal> partsByWhole = new TreeMap<>();
    private BigDecimal lowSum = BigDecimal.ZERO;
    private int count;

    void add(Percent percent) {
        count++;
        lowSum = lowSum.add(low(percent));
        partsByWhole.merge(percent.whole(), percent.part(), BigDecimal::add);
    }

    void remove(Percent percent) {
        count--;
        lowSum = lowSum.subtract(low(percent));
        partsByWhole.merge(percent.whole(), percent.part().negate(), BigDecimal::add);
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether the mean is at least {@code needed}. */
    boolean reaches(Percent needed) {
        return adds(new Percent(needed.part().multiply(BigDecimal.valueOf(count)), needed.whole()));
    }

    /** Whether the sum is at least {@code needed}. */
    boolean adds(Percent needed) {
        if (lowSum.multiply(needed.whole()).compareTo(needed.part()) >= 0) {
            return true;
        }
        BigDecimal highSum = lowSum.add(STEP.multiply(BigDecimal.valueOf(count)));
        return highSum.multiply(needed.whole()).compareTo(needed.part()) > 0 && all().compareTo(needed) >= 0;
    }

    /** The mean itself; only asked when at least one fraction was added. */
    Percent exact() {
        Percent sum = all();
        return new Percent(sum.part(), sum.whole().multiply(BigDecimal.valueOf(count)));
    }

    /** The sum itself; only asked when at least one fraction was added. */
    Percent all() {
        List<Percent> sums = new ArrayList<>();
        partsByWhole.forEach((whole, part) -> sums.add(new Percent(part, whole)));
        return sum(sums);
    }

    /** By halves, so that the long terms are multiplied few times. */
    private static Percent sum(List<Percent> fractions) {
        if (fractions.size() == 1) {
            return fractions.get(0);
        }
        Percent left = sum(fractions.subList(0, fractions.size() / 2));
        Percent right = sum(fractions.subList(fractions.size() / 2, fractions.size()));
        return new Percent(
                left.part().multiply(right.whole()).add(right.part().multiply(left.whole())),
                left.whole().multiply(right.whole()));
    }

    private static BigDecimal low(Percent percent) {
        return percent.part().divide(percent.whole(), SCALE, RoundingMode.FLOOR);
    }
}
