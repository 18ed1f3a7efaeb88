package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.issue.KeptEndorsements;
import org.laurelbridge.bridge.issue.KeptEndorsements.Endorsement;

class EndorsementStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String ABOUT = "https://badges.example.org/badges/k8s-quiz/1";

    private Database database;
    private EndorsementStore store;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        store = new EndorsementStore(opened);
    }

    @OnEveryDatabase
    void save_isListedInOrder_forWhatItIsAboutAlone() {
        save(ABOUT, 2, "{\"é\":2}");
        save(ABOUT, 1, "{\"é\":1}");
        save(ABOUT + "0", 3, "{}");

        assertThat(store.list(ABOUT)).containsExactly("{\"é\":1}", "{\"é\":2}");
        assertThat(store.list("did:web:badges.example.org:issuer")).isEmpty();
    }

    @OnEveryDatabase
    void save_again_givesWay() {
        save(ABOUT, 1, "{\"name\":\"old\"}");
        save(ABOUT, 1, "{\"name\":\"new\"}");

        assertThat(store.list(ABOUT)).containsExactly("{\"name\":\"new\"}");
    }

    @OnEveryDatabase
    void save_tooMany_keepsNoMore() {
        for (int i = 0; i < KeptEndorsements.MOST; i++) {
            assertThat(save(ABOUT, i, "{}")).isTrue();
        }

        assertThat(save(ABOUT, 10, "{}")).isFalse();
        assertThat(save(ABOUT, 9, "{\"again\":1}")).isTrue();
        assertThat(store.list(ABOUT)).hasSize(KeptEndorsements.MOST);
    }

    @OnEveryDatabase
    void remove_isGone() {
        save(ABOUT, 1, "{}");

        assertThat(store.remove(ABOUT, "urn:x:1")).isTrue();
        assertThat(store.remove(ABOUT, "urn:x:1")).isFalse();
        assertThat(store.list(ABOUT)).isEmpty();
    }

    @OnEveryDatabase
    void change_signsCredentialsOfTheBadgeAnew_andNoOthers() {
        credential(1, "{\"achievement\":{\"id\":\"" + ABOUT + "\"}}");
        credential(2, "{\"achievement\":{\"id\":\"" + ABOUT + "0\"}}");

        save(ABOUT, 1, "{}");
        assertThat(wanted()).isEqualTo(1);
        store.remove(ABOUT, "urn:x:1");
        assertThat(wanted()).isEqualTo(1);
        assertThat(mark(1)).isEqualTo(3);
        assertThat(mark(2)).isEqualTo(1);
    }

    @OnEveryDatabase
    void change_overtakesWhoeverSignsNow(Database opened) {
        credential(3, "{}");
        opened.change(handle -> handle.execute("update credential set wanted = 1, document = null"));

        save(ABOUT, 1, "{}");

        assertThat(mark(3)).isEqualTo(2);
    }

    private boolean save(String about, int number, String document) {
        return store.save(new Endorsement(about, "urn:x:" + number, document), NOW.plusSeconds(number));
    }

    private void credential(int number, String document) {
        database.change(handle -> handle.execute(
                "insert into credential (id, award, wanted, mark, document) values (?, ?, 0, 1, ?)",
                new UUID(0x8000L, number),
                new UUID(0x8000L, number),
                document));
    }

    private int wanted() {
        return database.read(handle -> handle.createQuery("select count(*) from credential where wanted = 1")
                .mapTo(Integer.class)
                .one());
    }

    private int mark(int number) {
        return database.read(handle -> handle.createQuery("select mark from credential where award = :award")
                .bind("award", new UUID(0x8000L, number))
                .mapTo(Integer.class)
                .one());
    }
}
