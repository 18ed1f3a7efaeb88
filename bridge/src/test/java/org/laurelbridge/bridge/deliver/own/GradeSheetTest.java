package org.laurelbridge.bridge.deliver.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.bridge.deliver.OwnGrades;
import org.laurelbridge.bridge.deliver.Samples;

class GradeSheetTest {

    @Test
    void line_quotesWhatCsvNeedsQuoted() {
        assertThat(GradeSheet.line(entry("Lovelace, \"Ada\"")))
                .isEqualTo("k8s-quiz,0d0f4b6a-7f3e-4d0c-9c53-1f0a6f6f0003,\"Lovelace, \"\"Ada\"\"\",100,100,well done,"
                        + "9b1c3c0e-1111-8222-8333-444455556666,2026-11-23T09:00:00Z\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum(A1)", "\t=1", "\uFF1D1+1", "\uFF201"})
    void line_withANameThatIsAFormula_makesItText(String name) {
        assertThat(GradeSheet.line(entry(name))).contains(",'" + name + ",");
    }

    @Test
    void line_withoutAName_leavesItEmpty() {
        OwnGrades.Entry nameless = new OwnGrades.Entry(entry("x").grade(), null);

        assertThat(GradeSheet.line(nameless)).contains("0003,,100");
    }

    private static OwnGrades.Entry entry(String name) {
        BigDecimal hundred = new BigDecimal("100.00000"); // as the database gives it back
        return new OwnGrades.Entry(
                new OwnGrades.Grade(
                        Samples.BADGE, Samples.ADA, Samples.AWARD, hundred, hundred, "well done", Samples.EARNED),
                name);
    }
}
