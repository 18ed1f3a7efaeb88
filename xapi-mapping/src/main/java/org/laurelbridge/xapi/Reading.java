package org.laurelbridge.xapi;

import java.util.List;
import java.util.function.Function;

/** What came of reading a statement. */
public sealed interface Reading {

    /** Every problem found; empty when there is none. */
    List<Problem> problems();

    /** One function for each answer. */
    <T> T fold(Function<Usable, T> usable, Function<Refused, T> refused);

    /**
     * A statement to work with.
     *
     * @param problems diagnostics: faults of parts that were left out or do no harm; always empty when read strictly
     */
    record Usable(Statement statement, List<Problem> problems) implements Reading {
        public Usable {
            problems = List.copyOf(problems);
        }

        @Override
        public <T> T fold(Function<Usable, T> usable, Function<Refused, T> refused) {
            return usable.apply(this);
        }
    }

    /**
     * No statement.
     *
     * @param problems at least one; those that made it unusable come first
     */
    record Refused(List<Problem> problems) implements Reading {
        public Refused {
            problems = List.copyOf(problems);
        }

        @Override
        public <T> T fold(Function<Usable, T> usable, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
