package org.laurelbridge.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Fact;

/**
 * An example inside a badge document: these facts, this outcome.
 *
 * @param place file, line and column, for whoever reads a failure
 * @param attested what is attested besides
 * @param asOf the moment that is asked about; null for the moment at which all given facts have come and settled
 */
public record RuleTest(
        String place,
        List<Fact> given,
        List<Attestation> attested,
        @Nullable Instant asOf,
        Expectation expect) {

    public RuleTest {
        given = List.copyOf(given);
        attested = List.copyOf(attested);
    }

    /** What should come of it. */
    public sealed interface Expectation {
        /**
         * Earned, and due.
         *
         * @param on the days of earning, one a cycle, in the badge's zone
         */
        record Awarded(List<LocalDate> on) implements Expectation {
            public Awarded {
                on = List.copyOf(on);
            }
        }

        /**
         * Not earned.
         *
         * @param text what the learner reads about the whole rule, in English: how far it came, or why not
         */
        record NotYet(Truth truth, String text) implements Expectation {}
    }
}
