package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.RuleDocumentStore;
import org.laurelbridge.mapping.VoidReach;

/** A rule that believes one source alone, when several tell of the same statement (rules: from, S6). */
class TrustedSourceTest {
    private static final String SCORED = Walk.scored(UUID.randomUUID(), "0.9", "2026-03-01T10:00:00Z");

    @OnEveryDatabase
    void statement_fromAnotherSourceAlone_doesNotCount(Database database) {
        Walk walk = walk(database);
        hear(walk, "elsewhere");

        assertThat(walk.all()).isEmpty();
    }

    @OnEveryDatabase
    void statement_fromTheTrustedSourceFirst_counts(Database database) {
        Walk walk = walk(database);
        hear(walk, "proctor");
        hear(walk, "elsewhere");

        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
    }

    @OnEveryDatabase
    void statement_fromTheTrustedSourceLast_countsAllTheSame(Database database) {
        Walk walk = walk(database);
        hear(walk, "elsewhere");
        hear(walk, "proctor");

        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
    }

    @OnEveryDatabase
    void sourceThatIsNotThere_cannotBeAskedFor(Database database) {
        Walk walk = walk(database);
        RuleBook knowing = new RuleBook(new RuleDocumentStore(database), walk.clock, () -> Set.of("proctor"));

        assertThat(knowing.apply(List.of(Walk.mapping(1, "park"), asking(2, "proctor"))))
                .isInstanceOf(RuleBook.Outcome.Changed.class);
        assertThat(knowing.apply(List.of(Walk.mapping(1, "park"), asking(3, "procter"))))
                .isInstanceOfSatisfying(
                        RuleBook.Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .contains("did you mean \"proctor\"?"));
    }

    private static RuleText asking(int version, String source) {
        return Walk.badge("quiz", version, "when: {scored: {on: quiz, atLeast: 80%, from: " + source + "}}");
    }

    private static Walk walk(Database database) {
        Walk walk = new Walk(database);
        walk.ada();
        walk.apply(Walk.mapping(1, "park"), asking(1, "proctor"));
        return walk;
    }

    private static void hear(Walk walk, String source) {
        Submission submission =
                new Submission(source, Submission.Manner.TAKEN, List.of(Walk.candidate(SCORED)), List.of());
        walk.statements.append(List.of(submission), (from, authority) -> VoidReach.ANYTHING, walk.clock.instant());
        walk.settle();
    }
}
