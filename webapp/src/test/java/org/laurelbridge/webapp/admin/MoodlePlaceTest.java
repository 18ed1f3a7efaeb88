package org.laurelbridge.webapp.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.deliver.moodle.MoodleSettings;
import org.laurelbridge.bridge.map.RuleSet;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.rule.Badge;

/** Where a badge's grade goes, as the page of a Moodle says it. */
class MoodlePlaceTest {
    private static final MoodleSettings.Place PLACE = new MoodleSettings.Place("graded", "", "17");

    private static Badge badge(String deliver) {
        RuleSet set = RuleSet.read(List.of(new RuleText("graded.yaml", """
                brl: 1
                kind: badge
                id: graded
                version: 1
                title: Graded
                when: {approved: {by: instructor}}
                """ + deliver)));
        assertThat(set.problems()).isEmpty();
        return set.badges().get(0);
    }

    @Test
    void place_ofABadgeThatDoesNotDeliverThere_saysSo() {
        assertThat(MoodlesPage.Place.of(PLACE, badge(""), "campus").isDelivered())
                .isFalse();
        assertThat(MoodlesPage.Place.of(PLACE, badge("deliver: [{to: other}]"), "campus")
                        .isDelivered())
                .isFalse();
        assertThat(MoodlesPage.Place.of(PLACE, badge("deliver: [{to: other}, {to: campus}]"), "campus")
                        .isDelivered())
                .isTrue();
    }

    @Test
    void place_ofABadgeThatIsInForceNoMore_isNamedByItsId() {
        assertThat(MoodlesPage.Place.of(PLACE, null, "campus"))
                .isEqualTo(new MoodlesPage.Place("graded", "graded", "17", false));
        assertThat(MoodlesPage.Place.of(PLACE, badge(""), "campus").title()).isEqualTo("Graded");
    }
}
