package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.issue.Credentials.Wanted;

class CredentialStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final AwardId FIRST = new AwardId(new UUID(0x8000L, 0x8000000000000001L));
    private static final AwardId SECOND = new AwardId(new UUID(0x8000L, 0x8000000000000002L));

    private Database database;
    private CredentialStore store;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        store = new CredentialStore(opened);
    }

    @OnEveryDatabase
    void listWanted_wished_isThere() {
        wish(FIRST);

        assertThat(store.listWanted(10)).containsExactly(new Wanted(FIRST, 1, null));
        assertThat(store.find(FIRST)).isEmpty();
    }

    @OnEveryDatabase
    void save_wished_isKeptAndOffTheQueue() {
        wish(FIRST);

        assertThat(store.save(wanted(), NOW, "{\"é\":1}", NOW)).isTrue();

        assertThat(store.listWanted(10)).isEmpty();
        assertThat(store.find(FIRST)).contains("{\"é\":1}");
    }

    @OnEveryDatabase
    void save_newerWishMeanwhile_writesNothing() {
        wish(FIRST);
        Wanted old = wanted();
        wishAgain(FIRST);

        assertThat(store.save(old, NOW, "{}", NOW)).isFalse();

        assertThat(store.find(FIRST)).isEmpty();
        assertThat(store.listWanted(10)).containsExactly(new Wanted(FIRST, 2, null));
    }

    @OnEveryDatabase
    void save_anotherNodeWasQuicker_keepsItsDocument() {
        wish(FIRST);
        Wanted both = wanted();
        store.save(both, NOW, "{\"by\":1}", NOW);

        assertThat(store.save(both, NOW.plusSeconds(1), "{\"by\":2}", NOW)).isFalse();

        assertThat(store.find(FIRST)).contains("{\"by\":1}");
    }

    @OnEveryDatabase
    void save_notLaterThanTheLast_writesNothing() {
        wish(FIRST);
        store.save(wanted(), NOW, "{\"by\":1}", NOW);
        wishAgain(FIRST);

        assertThat(store.save(wanted(), NOW, "{\"by\":2}", NOW)).isFalse();
        assertThat(store.listWanted(10)).containsExactly(new Wanted(FIRST, 2, NOW));
    }

    @OnEveryDatabase
    void saveTrouble_keepsTheWishBehindOthers() {
        wish(FIRST);
        wish(SECOND);

        store.saveTrouble(wanted(), "x".repeat(2_000));

        assertThat(store.listWanted(10)).extracting(Wanted::credential).containsExactly(SECOND, FIRST);
        assertThat(trouble()).hasSize(1_000);
    }

    @OnEveryDatabase
    void listWanted_neverSigned_doesNotWaitForWhatIsSignedAnew() {
        wish(FIRST);
        store.save(wanted(), NOW, "{}", NOW);
        wishAgain(FIRST);
        wish(SECOND);

        assertThat(store.listWanted(10)).extracting(Wanted::credential).containsExactly(SECOND, FIRST);
        assertThat(store.listWanted(1)).hasSize(1);
    }

    @OnEveryDatabase
    void save_afterTrouble_forgetsIt() {
        wish(FIRST);
        store.saveTrouble(wanted(), "no such badge");

        store.save(wanted(), NOW, "{}", NOW);

        assertThat(trouble()).isNull();
    }

    @OnEveryDatabase
    void drop_takesTheWishOffUnlessThereIsANewerOne() {
        wish(FIRST);
        Wanted old = wanted();
        wishAgain(FIRST);

        store.drop(old);
        assertThat(store.listWanted(10)).hasSize(1);

        store.drop(wanted());
        assertThat(store.listWanted(10)).isEmpty();
    }

    private Wanted wanted() {
        return store.listWanted(1).get(0);
    }

    private String trouble() {
        return database.read(handle -> handle.createQuery("select trouble from credential where id = ?")
                .bind(0, FIRST.value())
                .mapTo(String.class)
                .one());
    }

    private void wish(AwardId award) {
        database.change(handle -> handle.execute(
                "insert into credential (id, award, wanted, mark) values (?, ?, 1, 1)", award.value(), award.value()));
    }

    private void wishAgain(AwardId award) {
        database.change(handle ->
                handle.execute("update credential set wanted = 1, mark = mark + 1 where award = ?", award.value()));
    }
}
