package org.laurelbridge.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthsTest {
    private static final Instant LEAP_DAY = Instant.parse("2024-02-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT1.239S, 1.23",
        "'PT0,5H', 1800",
        "PT1M, 60",
        "P1DT1S, 86401",
        "P2W, 1209600",
        // from 29 February to 28 February, and to 29 March
        "P1Y, 31536000",
        "P1M, 2505600",
        "P1.0M, 2505600",
        "P9999Y, 315537897600"
    })
    void seconds_areExact_yearsAndMonthsByTheCalendar(String duration, BigDecimal seconds) {
        assertThat(Lengths.seconds(duration, LEAP_DAY)).isEqualByComparingTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 hour", "P0.5Y", "P1.5M", "P10000Y", "P10000M", "PT1000000000S"})
    void seconds_ofWhatHasNoExactLength_isNull(String duration) {
        assertThat(Lengths.seconds(duration, LEAP_DAY)).isNull();
    }
}
