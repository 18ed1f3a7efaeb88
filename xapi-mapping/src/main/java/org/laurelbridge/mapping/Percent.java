package org.laurelbridge.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact share of a hundred, kept as the fraction it came from, so that 2 of 3 is two thirds and 79.996 % is not 80 %.
 *
 * @param part above the fraction line, in hundredths of {@code whole}: 80 % of 1 is 80 over 1
 * @param whole below the fraction line, more than zero
 */
public record Percent(BigDecimal part, BigDecimal whole) implements Comparable<Percent> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Percent {
        if (whole.signum() <= 0) {
            throw new IllegalArgumentException("a percent is of more than zero, not of " + whole);
        }
    }

    /** {@code percent} per cent, as 80 for 80 %. */
    public static Percent of(BigDecimal percent) {
        return new Percent(percent, BigDecimal.ONE);
    }

    /** The share that {@code part} is of {@code whole}. */
    public static Percent share(BigDecimal part, BigDecimal whole) {
        return new Percent(part.multiply(HUNDRED), whole);
    }

    /** Reads what {@link #toText} wrote. */
    public static Percent parse(String text) {
        int slash = text.indexOf('/');
        return new Percent(new BigDecimal(text.substring(0, slash)), new BigDecimal(text.substring(slash + 1)));
    }

    /** The fraction, exact: {@code 1600/20}. */
    public String toText() {
        return part.toPlainString() + "/" + whole.toPlainString();
    }

    /** Rounded down to two decimals, for people; never for comparing. */
    public BigDecimal shown() {
        return part.divide(whole, 2, RoundingMode.FLOOR).stripTrailingZeros();
    }

    @Override
    public int compareTo(Percent other) {
        return part.multiply(other.whole).compareTo(other.part.multiply(whole));
    }

    /** Equal fractions are equal, however they are written. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Percent percent && compareTo(percent) == 0;
    }

    @Override
    public int hashCode() {
        return shown().hashCode();
    }

    /** As people read it: {@code 79.99 %}. */
    @Override
    public String toString() {
        return shown().toPlainString() + " %";
    }
}
