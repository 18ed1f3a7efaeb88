package org.laurelbridge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth tables of Kleene's logic, with impossible as a false that stays. */
class TallyTest {

    @ParameterizedTest
    @CsvSource({
        "MET,        MET,        MET",
        "MET,        OPEN,       OPEN",
        "MET,        UNKNOWN,    UNKNOWN",
        "MET,        IMPOSSIBLE, IMPOSSIBLE",
        "OPEN,       OPEN,       OPEN",
        "OPEN,       UNKNOWN,    OPEN",
        "OPEN,       IMPOSSIBLE, IMPOSSIBLE",
        "UNKNOWN,    UNKNOWN,    UNKNOWN",
        "UNKNOWN,    IMPOSSIBLE, IMPOSSIBLE",
        "IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE"
    })
    void all_ofTwo(Truth one, Truth other, Truth both) {
        assertThat(tally(one, other).atLeast(2)).isEqualTo(both);
        assertThat(tally(other, one).atLeast(2)).isEqualTo(both);
    }

    @ParameterizedTest
    @CsvSource({
        "MET,        MET,        MET",
        "MET,        OPEN,       MET",
        "MET,        UNKNOWN,    MET",
        "MET,        IMPOSSIBLE, MET",
        "OPEN,       OPEN,       OPEN",
        "OPEN,       UNKNOWN,    UNKNOWN",
        "OPEN,       IMPOSSIBLE, OPEN",
        "UNKNOWN,    UNKNOWN,    UNKNOWN",
        "UNKNOWN,    IMPOSSIBLE, UNKNOWN",
        "IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE"
    })
    void any_ofTwo(Truth one, Truth other, Truth either) {
        assertThat(tally(one, other).atLeast(1)).isEqualTo(either);
        assertThat(tally(other, one).atLeast(1)).isEqualTo(either);
    }

    @ParameterizedTest
    @CsvSource({"MET, IMPOSSIBLE", "OPEN, MET", "IMPOSSIBLE, MET", "UNKNOWN, UNKNOWN"})
    void none_ofOne(Truth part, Truth none) {
        assertThat(tally(part).none()).isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource({"MET, OPEN, IMPOSSIBLE", "MET, UNKNOWN, IMPOSSIBLE", "OPEN, UNKNOWN, UNKNOWN", "OPEN, IMPOSSIBLE, MET"})
    void none_ofTwo(Truth one, Truth other, Truth none) {
        assertThat(tally(one, other).none()).isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource({
        "MET,        MET,        IMPOSSIBLE, MET",
        "MET,        OPEN,       IMPOSSIBLE, OPEN",
        "MET,        UNKNOWN,    OPEN,       UNKNOWN",
        "OPEN,       UNKNOWN,    OPEN,       OPEN",
        "UNKNOWN,    UNKNOWN,    OPEN,       UNKNOWN",
        "MET,        IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE"
    })
    void atLeast_twoOfThree(Truth one, Truth two, Truth three, Truth answer) {
        assertThat(tally(one, two, three).atLeast(2)).isEqualTo(answer);
    }

    private static Tally tally(Truth... parts) {
        Tally tally = new Tally();
        for (Truth part : parts) {
            tally.add(part);
        }
        return tally;
    }
}
