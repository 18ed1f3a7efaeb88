package org.laurelbridge.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Percent;

/**
 * Where an award's grade goes.
 *
 * @param to the name of a configured gradebook; {@code own} is Laurel's
 * @param course null where the target needs none
 * @param of the maximum, more than zero
 */
public record Destination(String to, @Nullable Course course, Grade grade, BigDecimal of) {

    /** Decimals that a gradebook keeps: Moodle's column has five. */
    private static final int DECIMALS = 5;

    /**
     * The points that an award puts there, from 0 to {@code of}, never rounded up.
     *
     * @param score what decided; null when nothing had a score
     * @return empty when the grade is the score and there is none: missing is not zero (S11)
     */
    public Optional<BigDecimal> points(@Nullable Percent score) {
        if (grade instanceof Grade.Fixed fixed) {
            return Optional.of(fixed.points());
        }
        return Optional.ofNullable(score).map(this::share);
    }

    private BigDecimal share(Percent score) {
        BigDecimal hundredths = score.whole().multiply(BigDecimal.valueOf(100));
        BigDecimal points = score.part().multiply(of).divide(hundredths, DECIMALS, RoundingMode.FLOOR);
        return points.max(BigDecimal.ZERO).min(of);
    }

    /** Which course's gradebook. */
    public sealed interface Course {
        /**
         * One course, whoever earned it.
         *
         * @param id as the LMS numbers or names it
         */
        record Fixed(String id) implements Course {}

        /** The course in the context of the statements that earned the award. */
        record Evidence() implements Course {}
    }

    /** How many points. */
    public sealed interface Grade {
        /**
         * The same for everyone.
         *
         * @param points not negative, out of {@code of}
         */
        record Fixed(BigDecimal points) implements Grade {}

        /** The score that decided, as a share of {@code of}. */
        record Score() implements Grade {}
    }
}
