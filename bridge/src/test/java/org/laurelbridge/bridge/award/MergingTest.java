package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.mapping;
import static org.laurelbridge.bridge.award.Walk.scored;
import static org.laurelbridge.bridge.award.Walk.voids;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.award.Awards.Conclusion;
import org.laurelbridge.bridge.award.Awards.Due;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.deliver.OwnGrades;
import org.laurelbridge.bridge.deliver.own.OwnGradebook;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.CannotMerge;
import org.laurelbridge.bridge.record.Merge;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.bridge.store.OutboxStore;
import org.laurelbridge.bridge.store.OwnGradeStore;
import org.laurelbridge.mapping.Identifier;

/** What becomes of awards and grades when two people are found to be one, and two again (rules: S10). */
class MergingTest {

    private static final String TEN = "2026-03-01T10:00:00Z";
    private static final String ELEVEN = "2026-03-01T11:00:00Z";
    private static final String QUIZ = "when: {scored: {on: quiz, atLeast: 80%}}";
    private static final UUID A = UUID.randomUUID();
    private static final UUID B = UUID.randomUUID();
    private static final UUID C = UUID.randomUUID();
    private static final UUID V = UUID.randomUUID();

    private Walk walk;
    private OwnGrades grades;
    private Outbox outbox;
    private PersonId ada;
    private PersonId bob;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        grades = new OwnGradeStore(database);
        outbox = new OutboxStore(database, walk.awards, walk.people, badge -> badge);
        ada = walk.ada();
        bob = walk.people.add("Bob", List.of(new Identifier("email", "", "bob@example.org")), walk.clock.instant());
        apply(mapping(1, "park"), badge("deliver: [{to: own}]"));
    }

    private void apply(RuleText... texts) {
        assertThat(walk.apply(texts)).isInstanceOf(RuleBook.Outcome.Changed.class);
    }

    private static String bobs(String statement) {
        return statement.replace("ada@", "bob@");
    }

    private Merge merge() {
        Merge merge = walk.people.merge(ada, bob, "one and the same", walk.clock.instant());
        walk.settle();
        return merge;
    }

    private void undo(Merge merge) {
        assertThat(walk.people.unmerge(merge.id(), walk.clock.instant())).isPresent();
        walk.turn(Duration.ofHours(1));
    }

    private Award award(UUID evidence) {
        return walk.all().stream()
                .filter(award -> award.id().equals(walk.ids.of("quiz", evidence.equals(A) ? ada : bob, 1)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> events(Award award) {
        return walk.awards.listEvents(award.id()).stream()
                .map(Awards.Happened::what)
                .toList();
    }

    /** Delivers all that is due into the own gradebook. */
    private int deliver() {
        List<Outbox.Claim> claims = outbox.claim(walk.clock.instant(), Duration.ofMinutes(10), 10, Set.of());
        for (Outbox.Claim claim : claims) {
            new OwnGradebook(grades).send(claim.delivery());
            outbox.settle(claim, new Outbox.Outcome(Outbox.State.DELIVERED, null, null), walk.clock.instant());
        }
        return claims.size();
    }

    @OnEveryDatabase
    void bothHaveIt_theEarlierStandsAndTheOtherIsSuperseded_untilItIsUndone() {
        walk.walk(scored(A, "0.9", ELEVEN), bobs(scored(B, "0.8", TEN)));
        Award adas = award(A);
        Award bobs = award(B);

        Merge merge = merge();

        assertThat(award(A).status()).isEqualTo(AwardStatus.SUPERSEDED);
        assertThat(award(B).status()).isEqualTo(AwardStatus.VALID);
        assertThat(award(B).person()).isEqualTo(ada);
        assertThat(award(B).earnedAt()).isEqualTo(Instant.parse(TEN));
        assertThat(walk.awards.find(ada, List.of("quiz")))
                .containsOnlyKeys("quiz")
                .containsValue(List.of(award(B)));
        assertThat(events(adas)).containsExactly("granted", "superseded");
        assertThat(events(bobs)).containsExactly("granted");

        undo(merge);

        assertThat(award(A)).isEqualTo(adas);
        assertThat(award(B)).isEqualTo(bobs);
        assertThat(events(adas)).containsExactly("granted", "superseded", "restored", "supported");
    }

    @OnEveryDatabase
    void onlyTheMergedOneHasIt_itGoesOnAtItsAddress() {
        walk.walk(bobs(scored(B, "0.9", TEN)));
        Award before = walk.only();

        Merge merge = merge();
        walk.turn(Duration.ofHours(1));

        assertThat(walk.only().id()).isEqualTo(before.id());
        assertThat(walk.only().person()).isEqualTo(ada);
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.events()).containsExactly("granted");
        walk.walk(scored(A, "0.9", "2026-03-01T09:00:00Z"));
        assertThat(walk.only().earnedAt()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));

        undo(merge);

        assertThat(walk.awards.list(null, bob, null, 9))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("basis.explanation")
                .containsExactly(before);
        assertThat(award(A).earnedAt()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
    }

    @OnEveryDatabase
    void gradesOfASupersededAward_areNeitherSentNorTakenBack_andGoOnWhenItIsUndone() {
        walk.walk(bobs(scored(B, "0.9", TEN)));
        assertThat(deliver()).isEqualTo(1);
        walk.walk(scored(A, "0.9", ELEVEN));

        Merge merge = merge();

        assertThat(deliver()).isZero();
        assertThat(walk.deliveries()).containsExactly("own/ r1 100 of 100 delivered", "own/ r1 100 of 100 superseded");
        assertThat(grades.find("quiz", ada).orElseThrow().award()).isEqualTo(award(B).id());
        assertThat(grades.list(null, null, 9))
                .singleElement()
                .satisfies(entry -> assertThat(entry.name()).isEqualTo("Ada"));

        undo(merge);

        assertThat(deliver()).isEqualTo(1);
        assertThat(grades.find("quiz", ada).orElseThrow().award()).isEqualTo(award(A).id());
        assertThat(grades.find("quiz", bob).orElseThrow().award()).isEqualTo(award(B).id());
        assertThat(grades.list(null, null, 9))
                .extracting(OwnGrades.Entry::name)
                .containsExactlyInAnyOrder("Ada", "Bob");
    }

    @OnEveryDatabase
    void gradeThatWasOnItsWayBack_isTakenBackWhenTheMergeIsUndone() {
        apply(mapping(1, "park"), badge("quiz", 2, QUIZ, "unsupported: suspend", "deliver: [{to: own}]"));
        walk.walk(scored(A, "0.9", ELEVEN), bobs(scored(B, "0.9", TEN)));
        deliver();
        walk.walk(voids(V, A));
        walk.turn(Duration.ofMinutes(2));
        assertThat(award(A).status()).isEqualTo(AwardStatus.SUSPENDED);

        Merge merge = merge();
        assertThat(deliver()).isZero();
        undo(merge);

        assertThat(award(A).status()).isEqualTo(AwardStatus.SUSPENDED);
        assertThat(deliver()).isEqualTo(1);
        assertThat(grades.find("quiz", ada).orElseThrow().grade()).isZero();
        assertThat(deliver()).isZero();
    }

    @OnEveryDatabase
    void gradeOfARevokedAward_isTakenBackWhenTheMergeIsUndone() {
        walk.walk(scored(A, "0.9", TEN), bobs(scored(B, "0.9", ELEVEN)));
        deliver();
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        assertThat(verdicts.revoke(award(A), "the account was borrowed")).isTrue();

        Merge merge = merge();
        assertThat(deliver()).isZero();
        undo(merge);

        assertThat(deliver()).isEqualTo(1);
        assertThat(grades.find("quiz", ada).orElseThrow().grade()).isZero();
        assertThat(grades.find("quiz", bob).orElseThrow().grade()).isPositive();
    }

    @OnEveryDatabase
    void supersededAward_whoseGradeArrived_keepsIt() {
        walk.walk(scored(A, "0.9", ELEVEN), bobs(scored(B, "0.9", TEN)));
        assertThat(deliver()).isEqualTo(2);
        undo(merge());
        merge();
        assertThat(deliver()).isZero();
        assertThat(walk.deliveries())
                .containsOnly("own/ r1 100 of 100 delivered")
                .hasSize(2);
    }

    @OnEveryDatabase
    void revokedAward_staysRevokedAndStandsBackForOneThatHolds() {
        walk.walk(scored(A, "0.9", TEN), bobs(scored(B, "0.9", ELEVEN)));
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        assertThat(verdicts.revoke(award(A), "the account was borrowed")).isTrue();

        Merge merge = merge();

        assertThat(award(A).status()).isEqualTo(AwardStatus.REVOKED);
        assertThat(walk.awards.find(ada, List.of("quiz")).get("quiz").get(0)).isEqualTo(award(B));
        assertThat(award(B).status()).isEqualTo(AwardStatus.VALID);
        undo(merge);
        assertThat(award(A).status()).isEqualTo(AwardStatus.REVOKED);
        assertThat(walk.awards.find(ada, List.of("quiz")).get("quiz").get(0)).isEqualTo(award(A));
    }

    @OnEveryDatabase
    void standingAwardRevokedAfterTheMerge_isNotReplacedByTheSupersededOne() {
        walk.walk(scored(A, "0.9", ELEVEN), bobs(scored(B, "0.9", TEN)));
        merge();
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        assertThat(verdicts.revoke(award(A), "superseded: the other one counts"))
                .isFalse();
        assertThat(verdicts.revoke(award(B), "found out")).isTrue();

        PersonId eve =
                walk.people.add("Eve", List.of(new Identifier("email", "", "eve@example.org")), walk.clock.instant());
        walk.people.merge(eve, ada, "she again", walk.clock.instant());
        walk.turn(Duration.ofHours(1));

        assertThat(award(A).status()).isEqualTo(AwardStatus.SUPERSEDED);
        assertThat(walk.awards.find(eve, List.of("quiz")).get("quiz").get(0)).isEqualTo(award(B));
        assertThat(award(B).status()).isEqualTo(AwardStatus.REVOKED);
    }

    @OnEveryDatabase
    void undoneOutOfOrder_eachHasTheirOwn() {
        PersonId eve =
                walk.people.add("Eve", List.of(new Identifier("email", "", "eve@example.org")), walk.clock.instant());
        walk.walk(scored(A, "0.9", ELEVEN), bobs(scored(B, "0.9", TEN)));
        walk.walk(scored(C, "0.9", "2026-03-01T09:00:00Z").replace("ada@", "eve@"));
        Merge first = merge();
        Merge second = walk.people.merge(eve, ada, "she again", walk.clock.instant());
        walk.settle();
        assertThat(walk.awards.list(null, eve, null, 9)).hasSize(3);

        undo(first);

        assertThat(walk.awards.list(null, bob, null, 9)).singleElement().satisfies(award -> {
            assertThat(award.status()).isEqualTo(AwardStatus.VALID);
            assertThat(award.evidence()).containsExactly(B);
        });
        assertThat(award(A).status()).isEqualTo(AwardStatus.SUPERSEDED);
        assertThat(walk.awards.find(ada, List.of("quiz")).get("quiz").get(0).evidence())
                .containsExactly(C);
        undo(second);
        assertThat(award(A).status()).isEqualTo(AwardStatus.VALID);
        assertThat(award(A).evidence()).containsExactly(A);
    }

    @OnEveryDatabase
    void whatWasDecidedBeforeTheMerge_isNotWritten() {
        walk.hear(scored(A, "0.9", TEN), bobs(scored(B, "0.9", TEN)));
        while (walk.mapper.mapDue() > 0) {
            continue;
        }
        List<Due> read = walk.awards.listDue(walk.clock.instant(), 10);
        assertThat(read).hasSize(2);
        walk.people.merge(ada, bob, "one and the same", walk.clock.instant());

        List<Conclusion> overtaken =
                read.stream().map(due -> Conclusion.nothing(due, null)).toList();
        assertThat(walk.awards.conclude(overtaken, walk.rules.current().turn(), walk.clock.instant()))
                .containsOnly(false);
        walk.settle();
        assertThat(walk.only().id()).isEqualTo(walk.ids.of("quiz", ada, 1));
    }

    @OnEveryDatabase
    void supportNeverGoesMissing_whereNothingSettles() {
        apply(mapping(1, "park"), badge("quiz", 2, QUIZ, "settle: 0", "unsupported: revoke"));
        walk.walk(scored(A, "0.9", ELEVEN), bobs(scored(B, "0.9", TEN)));

        undo(merge());

        assertThat(award(A).status()).isEqualTo(AwardStatus.VALID);
        assertThat(award(B).status()).isEqualTo(AwardStatus.VALID);
    }

    @OnEveryDatabase
    void evidenceVoidedMeanwhile_isMissedWhenTheSupersededAwardComesBack() {
        walk.walk(scored(A, "0.9", ELEVEN), bobs(scored(B, "0.9", TEN)));
        Merge merge = merge();
        walk.walk(voids(V, A));

        undo(merge);

        assertThat(award(A).status()).isEqualTo(AwardStatus.REVIEW);
        assertThat(award(B).status()).isEqualTo(AwardStatus.VALID);
    }

    @OnEveryDatabase
    void whatAGroupDid_countsOnceForTwoOfItsMembersWhoAreOne() {
        apply(
                new RuleText(
                        "campus.yaml",
                        Walk.MAPPING.formatted(2, "park").replace("unknown:", "groups: members\nunknown:")),
                badge("quiz", 2, "when: {count: {of: {kind: completed, on: quiz}, per: statement, atLeast: 2}}"));
        merge();
        String members = "\"actor\":{\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:ada@example.org\"},"
                + "{\"mbox\":\"mailto:bob@example.org\"}]}";
        String alone = "\"actor\":{\"mbox\":\"mailto:ada@example.org\"}";
        walk.walk(scored(A, "0.9", TEN).replace(alone, members));
        assertThat(walk.count("fact")).isEqualTo(2);
        assertThat(walk.all()).isEmpty();
        walk.walk(bobs(scored(B, "0.9", ELEVEN)));
        assertThat(walk.only().evidence()).containsExactlyInAnyOrder(A, B);
    }

    @OnEveryDatabase
    void ruleAppliedLater_isDecidedForWhoeverStandsForTheLearner() {
        walk.walk(bobs(scored(B, "0.9", TEN)));
        merge();
        apply(
                mapping(1, "park"),
                badge("deliver: [{to: own}]"),
                badge("more", 1, "when: {scored: {on: quiz, atLeast: 85%}}"));
        walk.settle();
        assertThat(walk.awards.find(ada, List.of("more"))).containsOnlyKeys("more");
        assertThat(walk.count("evaluation")).isZero();
    }

    @OnEveryDatabase
    void credentials_areSignedAnew_exceptThatOfASupersededAward() {
        walk.walk(scored(A, "0.9", ELEVEN), bobs(scored(B, "0.9", TEN)));
        walk.database.change(handle -> handle.execute("update credential set wanted = 0"));
        Merge merge = merge();
        assertThat(wanted()).containsExactly(award(B).id().value());
        undo(merge);
        assertThat(wanted()).hasSize(2);
    }

    private List<UUID> wanted() {
        return walk.database.read(handle -> handle.createQuery("select award from credential where wanted = 1")
                .mapTo(UUID.class)
                .list());
    }

    @OnEveryDatabase
    void whatCannotBe_isSaidClearly() {
        PersonId eve =
                walk.people.add("Eve", List.of(new Identifier("email", "", "eve@example.org")), walk.clock.instant());
        PersonId nobody = new PersonId(new UUID(1, 2));
        Merge merge = merge();

        assertThat(reason(ada, ada)).contains("themselves");
        assertThat(reason(ada, nobody)).isEqualTo("there is no person " + nobody);
        assertThat(reason(eve, bob)).contains(bob + " was merged into " + ada + " (merge " + merge.id() + ")");
        assertThat(reason(bob, eve)).contains(bob + " was merged into " + ada);
        assertThat(walk.people.unmerge(merge.id() + 1, walk.clock.instant())).isEmpty();
        undo(merge);
        assertThatThrownBy(() -> walk.people.unmerge(merge.id(), walk.clock.instant()))
                .isInstanceOf(CannotMerge.class)
                .hasMessageContaining("undone already");
        Merge again = walk.people.merge(bob, ada, "the other way round", walk.clock.instant());
        assertThat(walk.people.listMerges(0, 9)).extracting(Merge::id).containsExactly(again.id(), merge.id());
        assertThat(walk.people.listMerges(again.id(), 9)).extracting(Merge::why).containsExactly("one and the same");
    }

    private String reason(PersonId kept, PersonId merged) {
        try {
            return "merged: " + walk.people.merge(kept, merged, "try", walk.clock.instant());
        } catch (CannotMerge cannot) {
            return String.valueOf(cannot.getMessage());
        }
    }
}
