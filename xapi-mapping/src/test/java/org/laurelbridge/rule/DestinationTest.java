package org.laurelbridge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Percent;

class DestinationTest {
    private static final Destination SCORE =
            new Destination("campus", null, new Destination.Grade.Score(), BigDecimal.TEN);

    @Test
    void fixedGrade_isItsPointsWhateverTheScore() {
        Destination fixed = new Destination("own", null, new Destination.Grade.Fixed(BigDecimal.ONE), BigDecimal.TEN);
        assertThat(fixed.points(null)).contains(BigDecimal.ONE);
    }

    @Test
    void score_isItsShareOfTheMaximumNeverRoundedUp() {
        assertThat(SCORE.points(Percent.share(BigDecimal.valueOf(2), BigDecimal.valueOf(3))))
                .contains(new BigDecimal("6.66666"));
    }

    @Test
    void score_staysWithinTheBounds() {
        assertThat(SCORE.points(Percent.of(BigDecimal.valueOf(120)))).contains(BigDecimal.TEN);
        assertThat(SCORE.points(Percent.of(BigDecimal.valueOf(-5)))).contains(BigDecimal.ZERO);
    }

    @Test
    void score_whenThereIsNone_isNotZero() {
        assertThat(SCORE.points(null)).isEmpty();
    }
}
