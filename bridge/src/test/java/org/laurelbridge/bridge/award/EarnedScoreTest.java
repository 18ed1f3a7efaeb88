package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.mapping;
import static org.laurelbridge.bridge.award.Walk.scored;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.issue.Earned;
import org.laurelbridge.bridge.issue.Earnings;
import org.laurelbridge.bridge.issue.Issued;
import org.laurelbridge.bridge.issue.Salts;
import org.laurelbridge.bridge.issue.Sharing;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;

/** The score that decided, from the statement to what a badge is written from. */
class EarnedScoreTest {

    private Walk walk;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        walk.ada();
    }

    @OnEveryDatabase
    void earned_byAScore_knowsIt_andShowsItToWhomItMay() {
        walk.apply(mapping(1, "park"), badge());
        walk.hear(scored(UUID.randomUUID(), "0.83339", "2026-03-01T10:00:00Z"));
        walk.settle();

        Earned hidden = earned(Sharing.UNCHOSEN);
        assertThat(hidden.score()).isEqualByComparingTo("83.33");
        assertThat(hidden.shownScore()).isNull();
        assertThat(hidden.recipient().isPlain()).isFalse();
        Earned shown = earned(new Sharing(false, true, true, false));
        assertThat(shown.shownScore()).isEqualByComparingTo("83.33");
        assertThat(shown.shown().evidence()).isFalse();
        assertThat(shown.recipient().isPlain()).isTrue();
    }

    @OnEveryDatabase
    void earned_withoutAScore_hasNone() {
        walk.apply(mapping(1, "park"), badge("lab", 1, "when: {completed: lab}"));
        walk.hear(Walk.did(
                UUID.randomUUID(), "https://lms.example/lab", "{\"completion\":true}", "2026-03-01T10:00:00Z"));
        walk.settle();

        assertThat(earned(new Sharing(true, true, false, false)).shownScore()).isNull();
    }

    private Earned earned(Sharing choice) {
        Earnings earnings = new Earnings(
                walk.awards,
                walk.people,
                (badge, version) -> Optional.of(Issued.achievement()),
                walk.ids,
                new Salts(new byte[32]),
                award -> choice);
        Award award = walk.only();
        return earnings.find(award.credential().value()).orElseThrow();
    }
}
