package org.laurelbridge.webapp.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurelbridge.build.Field;
import org.laurelbridge.build.Row;

/** Badges that a condition asks for are chosen from a list, or ticked, and never both. */
class OneWayTest {

    private static List<String> keys(Map<String, String> values) {
        Row row = new Row("holds", values, null, List.of());
        return Stream.of(false, true)
                .flatMap(rare -> RowFields.shown(row, "r", rare).stream())
                .map(Field::key)
                .toList();
    }

    @Test
    void severalBadges_haveNoFieldForOne() {
        assertThat(keys(Map.of("of", "first, second", "n", "2")))
                .contains("of", "n")
                .doesNotContain("badge");
    }

    @Test
    void oneBadge_hasNoBoxes() {
        assertThat(keys(Map.of("badge", "first"))).contains("badge").doesNotContain("of");
    }

    @Test
    void bothSaid_areBothShown_soThatOneCanBeTakenAway() {
        assertThat(keys(Map.of("badge", "first", "of", "second"))).contains("badge", "of");
    }
}
