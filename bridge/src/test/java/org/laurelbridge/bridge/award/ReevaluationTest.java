package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.mapping;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.award.Reevaluation.Progress;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.DatabaseFailure;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.ReevaluationStore;

class ReevaluationTest {

    private static final int PEOPLE = 40;

    private Walk walk;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        walk.apply(
                mapping(1, "create"), badge(), badge("lab", 1, "when: {any: [{completed: lab}, {completed: quiz}]}"));
        for (int i = 0; i < PEOPLE; i++) {
            walk.hear(Walk.scored(UUID.randomUUID(), "0.9", "2026-03-01T10:00:00Z")
                    .replace("ada@example.org", "u" + i + "@example.org"));
        }
        walk.settle();
        assertThat(walk.count("award")).isEqualTo(2L * PEOPLE);
    }

    private Reevaluation another() {
        return new Reevaluation(
                new ReevaluationStore(walk.database),
                new Awarder(walk.awards, walk.rules, walk.ids, walk.orders, walk.clock),
                walk.rules,
                walk.clock);
    }

    private static Progress run(Reevaluation reevaluation) throws InterruptedException, ExecutionException {
        return reevaluation.run(2, soFar -> {});
    }

    @OnEveryDatabase
    void nothingChanged_changesNothing() throws Exception {
        List<Award> before = walk.all();
        Reevaluation reevaluation = another();
        assertThat(reevaluation.begin(List.of())).isTrue();
        Progress done = run(reevaluation);
        assertThat(done.decided()).isEqualTo(2L * PEOPLE);
        assertThat(done.decisions()).isEqualTo(2L * PEOPLE);
        assertThat(done.facts()).isEqualTo(done.people());
        assertThat(walk.all()).isEqualTo(before);
        assertThat(walk.count("evaluation")).isZero();
    }

    @OnEveryDatabase
    void oneBadge_isDecidedAlone() throws Exception {
        Reevaluation reevaluation = another();
        reevaluation.begin(List.of("quiz"));
        assertThat(run(reevaluation).decided()).isEqualTo(PEOPLE);
    }

    @OnEveryDatabase
    void whoHoldsABadgeWithoutFacts_isDecidedToo() throws Exception {
        walk.database.change(handle -> handle.execute("delete from fact"));
        Reevaluation reevaluation = another();
        reevaluation.begin(List.of());
        assertThat(run(reevaluation).decided()).isEqualTo(2L * PEOPLE);
        assertThat(walk.all()).allMatch(award -> award.unsupportedSince() != null);
    }

    @OnEveryDatabase
    void stopped_goesOnWhereItWas() throws Exception {
        Reevaluation first = another();
        first.begin(List.of());
        assertThat(walk.awarder.awardDue(0, 2)).isPositive();
        first.stop();
        assertThat(run(first).decided()).isZero();
        long left = first.left();
        assertThat(left).isBetween(1L, 2L * PEOPLE - 1);

        Reevaluation second = another();
        assertThat(second.begin(List.of())).isFalse();
        assertThat(run(second).decided()).isEqualTo(left);
        assertThat(second.left()).isZero();
        assertThat(another().begin(List.of())).isTrue();
    }

    @OnEveryDatabase
    void aNewerReason_isNoPartOfIt() throws Exception {
        Reevaluation reevaluation = another();
        reevaluation.begin(List.of());
        walk.hear(Walk.scored(UUID.randomUUID(), "0.9", "2026-03-01T10:00:00Z")
                .replace("ada@example.org", "u0@example.org"));
        walk.mapper.mapDue();
        assertThat(reevaluation.left()).isEqualTo(2L * PEOPLE - 2);
        run(reevaluation);
        assertThat(reevaluation.left()).isZero();
    }

    @OnEveryDatabase
    void aFailure_endsAllThreads() {
        Reevaluation reevaluation = another();
        reevaluation.begin(List.of());
        rename("rule_trouble", "away");
        try {
            assertThatThrownBy(() -> run(reevaluation)).hasCauseInstanceOf(DatabaseFailure.class);
        } finally {
            rename("away", "rule_trouble");
        }
        assertThat(reevaluation.left()).isEqualTo(2L * PEOPLE);
    }

    private void rename(String table, String name) {
        walk.database.change(handle -> handle.execute("alter table " + table + " rename to " + name));
    }
}
