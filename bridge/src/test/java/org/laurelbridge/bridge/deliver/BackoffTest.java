package org.laurelbridge.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({"1, PT2S", "2, PT4S", "5, PT32S", "11, PT34M8S", "12, PT1H", "40, PT1H", "1000000, PT1H"})
    void delay_doublesUpToAnHour(int failures, Duration expected) {
        assertThat(Backoff.standard(() -> 1).delay(failures)).isEqualTo(expected);
    }

    @Test
    void delay_isHalvedByChanceAtMost() {
        assertThat(Backoff.standard(() -> 0).delay(5)).isEqualTo(Duration.ofSeconds(16));
        assertThat(Backoff.standard(() -> 0.5).delay(5)).isEqualTo(Duration.ofSeconds(24));
    }

    @ParameterizedTest
    @CsvSource({
        "1, P2D, false",
        "11, P2D, false",
        "12, P1D, true",
        "12, PT23H, false",
        "39, PT23H, false",
        "40, PT1H, true"
    })
    void givesUp_afterFortyTriesOrADayWithTwelve(int failures, Duration since, boolean expected) {
        assertThat(Backoff.standard(() -> 0).givesUp(failures, since)).isEqualTo(expected);
    }
}
