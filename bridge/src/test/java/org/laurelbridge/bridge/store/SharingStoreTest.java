package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.issue.Sharing;

class SharingStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final AwardId AWARD = new AwardId(new UUID(2, 1));

    @OnEveryDatabase
    void choose_isKept_andSignsAnewWhatReadsOtherwise(Database database) {
        SharingStore choices = new SharingStore(database);
        CredentialStore credentials = new CredentialStore(database);
        database.change(handle -> handle.execute(
                "insert into credential (id, award, wanted, mark, valid_from, document) values (?, ?, 0, 4, 0, 'old')",
                AWARD.value(),
                AWARD.value()));
        assertThat(choices.find(AWARD)).isEqualTo(Sharing.UNCHOSEN);

        Sharing hosted = new Sharing(true, false, false, true);
        choices.choose(AWARD, hosted, NOW);
        assertThat(choices.find(AWARD)).isEqualTo(hosted);
        assertThat(credentials.listWanted(10)).isEmpty();
        assertThat(credentials.find(AWARD)).contains("old");

        Sharing scored = new Sharing(false, true, true, false);
        choices.choose(AWARD, scored, NOW);
        assertThat(choices.find(AWARD)).isEqualTo(scored);
        assertThat(credentials.find(AWARD))
                .as("what the learner does not want seen")
                .isEmpty();
        assertThat(credentials.listWanted(10))
                .singleElement()
                .satisfies(wish -> assertThat(wish.mark()).isEqualTo(5));

        choices.choose(AWARD, scored, NOW);
        assertThat(credentials.listWanted(10))
                .singleElement()
                .satisfies(wish -> assertThat(wish.mark()).isEqualTo(5));
    }
}
