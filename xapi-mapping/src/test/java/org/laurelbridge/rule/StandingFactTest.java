package org.laurelbridge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.xapi.Score;

/** What a regrade says replaces what the fact said; what it does not say stays (S2, S11). */
class StandingFactTest {
    private static final Score TEN = new Score(null, BigDecimal.TEN, null, null);
    private static final StandingFact PASSED = new StandingFact(fact(1, true, true, TEN), null);

    @Test
    void successAlone_bringsItsMasteryAndLeavesThePoints() {
        StandingFact regraded = PASSED.regradedBy(fact(2, false, false, null));
        assertThat(regraded.fact().success()).isFalse();
        assertThat(regraded.fact().mastery()).isFalse();
        assertThat(regraded.fact().points()).isEqualTo(TEN);
        assertThat(regraded.statements()).containsExactly(new UUID(0, 1), new UUID(0, 2));
    }

    @Test
    void pointsAlone_leaveTheSuccessAndItsMastery() {
        Score nine = new Score(null, BigDecimal.valueOf(9), null, null);
        StandingFact regraded = PASSED.regradedBy(fact(2, null, false, nine));
        assertThat(regraded.fact().success()).isTrue();
        assertThat(regraded.fact().mastery()).isTrue();
        assertThat(regraded.fact().points()).isEqualTo(nine);
    }

    @Test
    void nothing_regradesNothing() {
        assertThat(PASSED.regradedBy(fact(2, null, false, null))).isSameAs(PASSED);
        Score bounds = new Score(null, null, BigDecimal.ZERO, BigDecimal.TEN);
        assertThat(PASSED.regradedBy(fact(2, null, false, bounds))).isSameAs(PASSED);
    }

    private static Fact fact(int id, @Nullable Boolean success, boolean mastery, @Nullable Score points) {
        return new Fact(
                "a",
                Kind.SCORED,
                "http://adlnet.gov/expapi/verbs/scored",
                Instant.EPOCH,
                null,
                success,
                null,
                null,
                null,
                "1",
                Set.of("campus"),
                null,
                points,
                "http://lms.example/a",
                "http://lms.example/a",
                null,
                null,
                null,
                null,
                false,
                mastery,
                new UUID(0, id));
    }
}
