package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurelbridge.webapp.words.Language;
import org.laurelbridge.webapp.words.Words;

class AuditValuesTest {
    private static final AuditNames NAMES = new AuditNames(Map.of("badge/quiz", "Das Quiz"), Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    status | valid                       | gültig
                    status | REVOKED                     | zurückgenommen
                    status | of another day              | of another day
                    public | true                        | ja
                    roles  | administrator, instructor   | Verwaltung, lehrend
                    roles  | administrator, king         | Verwaltung, king
                    badge  | quiz                        | Das Quiz
                    badge  | gone                        | gone
                    why    | valid                       | valid
                    until  | 2026-03-04T05:06:07Z        | 04.03.2026, 05:06 UTC
                    until  | 2026-99-99T1Z               | 2026-99-99T1Z""")
    void value_isSaid_inTheReadersLanguage_whereItIsAWordOfOurs(String name, String kept, String said) {
        assertThat(AuditValues.of(name, kept, NAMES, Words.of(Language.GERMAN))).isEqualTo(said);
    }
}
