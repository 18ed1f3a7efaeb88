package org.laurelbridge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.laurelbridge.mapping.Percent;

class MeanTest {
    private static final Percent WHOLE = Percent.of(BigDecimal.valueOf(100));

    @Test
    void sum_ofDifferentFractions_isExact() {
        Mean mean = of(share(1, 3), share(1, 7), share(11, 21));
        assertThat(mean.all()).isEqualTo(WHOLE);
        assertThat(mean.adds(WHOLE)).isTrue();
        assertThat(mean.adds(Percent.of(new BigDecimal("100.00000000000000000000000000001"))))
                .isFalse();
    }

    @Test
    void mean_isReachedExactly_andNotByLess() {
        Mean mean = of(share(1, 3), share(1, 4), share(5, 12));
        assertThat(mean.exact()).isEqualTo(share(1, 3));
        assertThat(mean.reaches(share(1, 3))).isTrue();
        mean.remove(share(5, 12));
        assertThat(mean.reaches(share(7, 24))).isTrue();
        assertThat(mean.reaches(share(1, 3))).isFalse();
        assertThat(mean.isEmpty()).isFalse();
    }

    @Test
    void ofNothing_isNothing() {
        Mean mean = of(share(1, 3));
        mean.remove(share(1, 3));
        assertThat(mean.isEmpty()).isTrue();
        assertThat(mean.adds(Percent.of(BigDecimal.ZERO))).isTrue();
    }

    private static Mean of(Percent... shares) {
        Mean mean = new Mean();
        for (Percent share : shares) {
            mean.add(share);
        }
        return mean;
    }

    private static Percent share(long part, long whole) {
        return Percent.share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }
}
