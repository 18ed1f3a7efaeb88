package org.laurelbridge.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where an award's grade goes.
 *
 * @param to the name of a configured gradebook; {@code own} is Laurel's
 * @param course null where the target needs none
 * @param of the maximum, more than zero
 */
public record Destination(String to, @Nullable Course course, Grade grade, BigDecimal of) {

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
