package org.laurelbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.xapi.Score;

/** The table of score normalisation, row by row. */
class ScorePolicyTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // policy          scaled   raw  min  max  percent  diagnostic
                "''             ,  0.8    , -  , -  , -  , 80     , -",
                "''             ,  0.79996, -  , -  , -  , 79.996 , -",
                "''             ,  1      , -  , -  , -  , 100    , -",
                "''             , -0.5    , -  , -  , -  , 0      , -",
                "negative: keep , -0.5    , -  , -  , -  , -50    , -",
                "negative: reject, -0.5   , -  , -  , -  , -      , scaled-negative",
                "negative: reject, 0      , -  , -  , -  , 0      , -",
                "''             , -1      , -  , -  , -  , 0      , -",
                "outside: reject,  -      , 20 , -  , 20 , 100    , -",
                "outside: reject,  -      , 5  , 5  , 20 , 0      , -",
                "outside: reject,  -      , 4  , 5  , 20 , -      , raw-out-of-range",
                "'conflict: {then: lower}', 0.7, 16, -, 20, 70    , score-conflict",
                "scaled: symmetric, 0     , -  , -  , -  , 50     , -",
                "scaled: symmetric, -1    , -  , -  , -  , 0      , -",
                "''             ,  1.2    , -  , -  , -  , -      , scaled-out-of-range",
                "''             ,  80     , 16 , -  , 20 , 80     , scaled-out-of-range",
                "''             ,  -      , 16 , -  , 20 , 80     , -",
                "''             ,  -      , 3  , 1  , 5  , 50     , -",
                "''             ,  -      , 16 , -  , -  , -      , no-maximum",
                "''             ,  0.5    , 16 , -  , -  , 50     , -",
                "''             ,  -      , 16 , 20 , 20 , -      , bounds-reversed",
                "''             ,  -      , 25 , -  , 20 , 100    , raw-out-of-range",
                "''             ,  -      , -5 , 0  , 20 , 0      , raw-out-of-range",
                "outside: reject,  -      , 25 , -  , 20 , -      , raw-out-of-range",
                "''             ,  0.8    , 16 , -  , 20 , 80     , -",
                "''             ,  0.81   , 16 , -  , 20 , 81     , -",
                "''             ,  0.9    , 16 , -  , 20 , 90     , score-conflict",
                "'order: [raw, scaled]', 0.9, 16, - , 20 , 80     , score-conflict",
                "'conflict: {then: lower}', 0.9, 16, -, 20, 80    , score-conflict",
                "'conflict: {then: reject}', 0.9, 16, -, 20, -    , score-conflict",
                "'conflict: {above: 20%}', 0.9, 16, - , 20 , 90    , -",
                "'order: [raw]' ,  0.9    , 16 , -  , 20 , 80     , -",
                "''             ,  -      , -  , -  , 20 , -      , -",
            })
    void percent_isExactAndSaysWhyNot(
            String policy,
            @Nullable BigDecimal scaled,
            @Nullable BigDecimal raw,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal percent,
            @Nullable String diagnostic) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Percent found = Mappings.scores("{" + policy + "}").percent(new Score(scaled, raw, min, max), diagnostics::add);
        assertThat(found).isEqualTo(percent == null ? null : Percent.of(percent));
        assertThat(diagnostics)
                .extracting(Diagnostic::code)
                .isEqualTo(diagnostic == null ? List.of() : List.of(diagnostic));
    }

    @Test
    void percent_ofNothing_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Percent.share(BigDecimal.ONE, BigDecimal.ZERO));
    }
}
