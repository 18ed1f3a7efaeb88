package org.laurelbridge.rule;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Percent;

/** Which attempt counts when there are several. Each is asked only when at least one attempt has a score. */
public enum AttemptPolicy {
    BEST {
        @Override
        Truth truth(Attempts attempts) {
            return attempts.reaching() > 0 ? Truth.MET : Truth.OPEN;
        }

        /** The earliest that reaches it: a later, better one is not what earned it. Else the best so far. */
        @Override
        List<StandingFact> deciding(Attempts attempts) {
            return attempts.all().stream()
                    .filter(attempts::reaches)
                    .min((one, other) -> Fact.IN_ORDER.compare(one.fact(), other.fact()))
                    .map(List::of)
                    .orElseGet(() -> List.of(highest(attempts)));
        }

        private StandingFact highest(Attempts attempts) {
            Percent highest = Attempts.score(Collections.max(attempts.all(), Attempts::byScore));
            return attempts.all().stream()
                    .filter(fact -> Attempts.score(fact).equals(highest))
                    .min((one, other) -> Fact.IN_ORDER.compare(one.fact(), other.fact()))
                    .orElseThrow();
        }
    },
    FIRST {
        @Override
        Truth truth(Attempts attempts) {
            return attempts.reaches(attempts.first()) ? Truth.MET : Truth.IMPOSSIBLE;
        }

        @Override
        List<StandingFact> deciding(Attempts attempts) {
            return List.of(attempts.first());
        }
    },
    LATEST {
        @Override
        Truth truth(Attempts attempts) {
            return attempts.reaches(attempts.latest()) ? Truth.MET : Truth.OPEN;
        }

        @Override
        List<StandingFact> deciding(Attempts attempts) {
            return List.of(attempts.latest());
        }
    },
    AVERAGE {
        @Override
        Truth truth(Attempts attempts) {
            return attempts.mean().reaches(attempts.needed()) ? Truth.MET : Truth.OPEN;
        }

        @Override
        List<StandingFact> deciding(Attempts attempts) {
            return inOrder(attempts);
        }

        @Override
        Percent shown(Attempts attempts) {
            return attempts.mean().exact();
        }
    },
    EVERY {
        @Override
        Truth truth(Attempts attempts) {
            return attempts.reaching() == attempts.count() ? Truth.MET : Truth.IMPOSSIBLE;
        }

        @Override
        List<StandingFact> deciding(Attempts attempts) {
            return inOrder(attempts);
        }

        @Override
        Percent shown(Attempts attempts) {
            return Attempts.score(Collections.min(attempts.all(), Attempts::byScore));
        }
    };

    /** What the policy says of these attempts. */
    abstract Truth truth(Attempts attempts);

    /** The facts that decide it, in order; never empty. */
    abstract List<StandingFact> deciding(Attempts attempts);

    /** The score that decides it. */
    Percent shown(Attempts attempts) {
        return Attempts.score(deciding(attempts).get(0));
    }

    /** Its word in the language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<StandingFact> inOrder(Attempts attempts) {
        return attempts.all().stream()
                .sorted((one, other) -> Fact.IN_ORDER.compare(one.fact(), other.fact()))
                .toList();
    }
}
