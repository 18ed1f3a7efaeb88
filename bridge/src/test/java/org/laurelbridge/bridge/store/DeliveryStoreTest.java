package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.deliver.Deliveries;
import org.laurelbridge.bridge.deliver.Deliveries.Filter;
import org.laurelbridge.bridge.deliver.DeliveryRows;
import org.laurelbridge.bridge.deliver.Outbox.State;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

class DeliveryStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Filter ALL = new Filter(null, null, null);

    private Database database;
    private Deliveries deliveries;
    private AwardId ada;
    private AwardId bob;

    @BeforeEach
    void open(Database given) {
        database = given;
        deliveries = new DeliveryStore(given);
        ada = award("Ada Lovelace", "ada@example.org");
        bob = award("Bob 100%", "bob@example.org");
    }

    private AwardId award(String name, String email) {
        PersonId person = new PeopleStore(database).add(name, List.of(new Identifier("email", "", email)), NOW);
        return AwardRow.of(database, person, NOW);
    }

    private void add(AwardId award, String target, String state) {
        DeliveryRows.add(database, award, target, 1, "100", NOW, NOW);
        database.change(handle -> handle.execute(
                "update delivery set state = ?, trouble = 'no answer', attempts = 9 where award = ? and target = ?",
                state,
                award.value(),
                target));
    }

    private void fill() {
        add(ada, "campus", "stuck");
        add(ada, "own", "delivered");
        add(ada, "backpack:" + UUID.randomUUID(), "stuck");
        add(bob, "backpack:" + UUID.randomUUID(), "due");
        add(bob, "campus", "stuck");
        add(bob, "webhook:portal", "stuck");
    }

    private List<String> found(@Nullable State state, @Nullable String target, @Nullable String learner) {
        return deliveries.list(new Filter(state, target, learner), 0, 100).stream()
                .map(line -> line.name().substring(0, 3) + " "
                        + line.delivery().target().replaceFirst(":.*", "") + " "
                        + line.delivery().state())
                .toList();
    }

    @OnEveryDatabase
    void list_byStateTargetAndLearner_newestFirst() {
        fill();
        assertThat(found(null, null, null))
                .containsExactly(
                        "Bob webhook STUCK",
                        "Bob campus STUCK",
                        "Bob backpack DUE",
                        "Ada backpack STUCK",
                        "Ada own DELIVERED",
                        "Ada campus STUCK");
        assertThat(found(State.STUCK, "campus", null)).containsExactly("Bob campus STUCK", "Ada campus STUCK");
        assertThat(found(null, Deliveries.BACKPACKS, null)).containsExactly("Bob backpack DUE", "Ada backpack STUCK");
        assertThat(found(State.STUCK, null, "LOVE")).containsExactly("Ada backpack STUCK", "Ada campus STUCK");
        assertThat(found(null, "campus", "bob@example.org")).containsExactly("Bob campus STUCK");
        assertThat(found(null, "own", "100%")).isEmpty();
        assertThat(found(null, "campus", "0%")).containsExactly("Bob campus STUCK");
        assertThat(found(null, null, "ada@example")).isEmpty();
        assertThat(deliveries.list(ALL, 0, 1).get(0).delivery().trouble()).isEqualTo("no answer");
    }

    @OnEveryDatabase
    void list_inPages_isTheWholeOnce() {
        fill();
        List<Long> ids = new ArrayList<>();
        for (long before = 0; ; before = ids.get(ids.size() - 1)) {
            List<Deliveries.Line> page = deliveries.list(ALL, before, 4);
            page.forEach(line -> ids.add(line.delivery().id()));
            if (page.size() < 4) {
                break;
            }
        }
        assertThat(ids)
                .hasSize(6)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates();
    }

    @OnEveryDatabase
    void targets_areAllThatThereAre_backpacksAsOne() {
        assertThat(deliveries.targets()).isEmpty();
        fill();
        assertThat(deliveries.targets()).containsExactly(Deliveries.BACKPACKS, "campus", "own", "webhook:portal");
    }

    @OnEveryDatabase
    void sendAgain_isOfTheFilterAlone_andOfStuckOnes() {
        fill();
        assertThat(deliveries.countStuck(new Filter(null, "campus", null))).isEqualTo(2);
        assertThat(deliveries.countStuck(new Filter(State.DUE, null, null))).isZero();
        assertThat(deliveries.sendAgain(new Filter(State.DELIVERED, null, null), NOW))
                .isZero();
        assertThat(deliveries.sendAgain(new Filter(null, null, "ada"), NOW)).isEqualTo(2);
        assertThat(found(State.STUCK, null, null)).containsExactly("Bob webhook STUCK", "Bob campus STUCK");
        assertThat(found(State.UNKNOWN, null, null)).containsExactly("Ada backpack UNKNOWN", "Ada campus UNKNOWN");
        assertThat(deliveries.sendAgain(new Filter(State.STUCK, "campus", null), NOW))
                .isEqualTo(1);
        assertThat(deliveries.sendAgain(ALL, NOW)).isEqualTo(1);
        assertThat(new AuditStore(database, () -> NOW).list(Audit.Filter.ALL, 0, 10))
                .filteredOn(row -> row.change().action().equals("delivery.sent-again"))
                .extracting(row -> row.change().after().toString())
                .hasSize(3)
                .allMatch(after -> !after.contains("ada"));
    }

    @OnEveryDatabase
    void sendAgain_ofMany_isWhole() {
        for (int i = 0; i < 1_001; i++) {
            add(ada, "campus-" + i, "stuck");
        }
        assertThat(deliveries.sendAgain(ALL, NOW)).isEqualTo(1_001);
        assertThat(deliveries.countStuck(ALL)).isZero();
    }
}
