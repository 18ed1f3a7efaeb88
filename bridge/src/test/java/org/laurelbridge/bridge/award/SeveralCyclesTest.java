package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.did;
import static org.laurelbridge.bridge.award.Walk.mapping;
import static org.laurelbridge.bridge.award.Walk.scored;
import static org.laurelbridge.bridge.award.Walk.voids;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.award.Awards.Conclusion;
import org.laurelbridge.bridge.award.Awards.Due;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.mapping.Identifier;

/** What several awards of one badge, or several versions of it, are to each other. */
class SeveralCyclesTest {
    private static final UUID A = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID B = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final String FEBRUARY = "2026-02-20T10:00:00Z";
    private static final String YEARLY = "valid: {for: 1y}\nrepeat: cycles\nrenew: {opens: {before: 364d}}";

    private Walk walk;
    private PersonId ada;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        ada = walk.ada();
    }

    private void twoCycles(String... more) {
        walk.apply(mapping(1, "park"), badge(YEARLY, "deliver: [{to: own}]", String.join("\n", more)));
        walk.walk(scored(A, "0.9", FEBRUARY));
        walk.walk(scored(B, "0.9", "2026-02-25T10:00:00Z"));
        assertThat(walk.all()).hasSize(2);
        walk.database.change(handle -> handle.execute("update delivery set state = 'delivered', attempts = 1"));
    }

    private List<String> takenBack() {
        return walk.deliveries().stream().filter(one -> one.contains(" 0 of ")).toList();
    }

    @OnEveryDatabase
    void gradeIsTakenBack_whenNoCycleHoldsItAnyMore() {
        twoCycles("unsupported: revoke");
        walk.walk(voids(UUID.randomUUID(), B));
        walk.turn(Duration.ofMinutes(2));
        assertThat(walk.all()).extracting(Award::status).containsExactly(AwardStatus.VALID, AwardStatus.REVOKED);
        assertThat(takenBack()).isEmpty();

        walk.walk(voids(UUID.randomUUID(), A));
        walk.turn(Duration.ofMinutes(2));
        assertThat(walk.all()).extracting(Award::status).containsOnly(AwardStatus.REVOKED);
        assertThat(takenBack()).isNotEmpty();
    }

    @OnEveryDatabase
    void gradesOfBothCyclesAreTakenBack_whenBothGoTogether() {
        twoCycles("unsupported: revoke");
        walk.walk(voids(UUID.randomUUID(), A), voids(UUID.randomUUID(), B));
        walk.turn(Duration.ofMinutes(2));
        assertThat(walk.all()).extracting(Award::status).containsOnly(AwardStatus.REVOKED);
        assertThat(takenBack()).hasSize(2);
    }

    @OnEveryDatabase
    void revokedByAPerson_leavesTheGradeThatAnotherCycleHolds_andThatCycle() {
        twoCycles();
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        assertThat(verdicts.revoke(walk.all().get(0), "copied")).isTrue();
        walk.turn(Duration.ofMinutes(5));
        assertThat(walk.all()).extracting(Award::status).containsExactly(AwardStatus.REVOKED, AwardStatus.VALID);
        assertThat(takenBack()).isEmpty();
    }

    @OnEveryDatabase
    void declinedCycle_isFollowedByTheNext_alsoWhenItsEvidenceIsGone() {
        walk.apply(mapping(1, "park"), badge(YEARLY, "award: approve"));
        walk.walk(scored(A, "0.9", FEBRUARY));
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        assertThat(verdicts.decline(walk.only(), "not her work")).isTrue();
        walk.walk(voids(UUID.randomUUID(), A));

        walk.walk(scored(B, "0.9", "2026-02-25T10:00:00Z"));

        assertThat(walk.all()).extracting(Award::cycle).containsExactly(1, 2);
        assertThat(walk.all()).extracting(Award::status).containsExactly(AwardStatus.WITHDRAWN, AwardStatus.PROPOSED);
        assertThat(walk.all().get(1).evidence()).containsExactly(B);
    }

    @OnEveryDatabase
    void cycleRevokedByAPerson_leavesTheNextOne_alsoWhenItsEvidenceIsGone() {
        twoCycles("unsupported: revoke");
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        assertThat(verdicts.revoke(walk.all().get(0), "copied")).isTrue();
        walk.walk(voids(UUID.randomUUID(), A));
        walk.turn(Duration.ofMinutes(5));
        assertThat(walk.all()).extracting(Award::status).containsExactly(AwardStatus.REVOKED, AwardStatus.VALID);
    }

    @OnEveryDatabase
    void whoIsToldOfEveryAward_isToldThatOneIsTakenBack_whileAnotherCycleStands(Database database) {
        walk = new Walk(database, List.of("lrs:a"));
        twoCycles("unsupported: revoke");
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        assertThat(verdicts.revoke(walk.all().get(0), "copied")).isTrue();
        assertThat(takenBack()).containsExactly("lrs:a/ r2 0 of 100 due");

        walk.walk(scored(UUID.randomUUID(), "0.9", "2026-03-01T11:00:00Z"));
        walk.walk(voids(UUID.randomUUID(), B));
        walk.turn(Duration.ofMinutes(2));
        assertThat(takenBack()).hasSize(1);
    }

    @OnEveryDatabase
    void whoIsToldOfEveryAward_isToldThatTheLastCycleIsTakenBack_whileTheFirstStands(Database database) {
        walk = new Walk(database, List.of("lrs:a"));
        twoCycles("unsupported: revoke");
        walk.walk(voids(UUID.randomUUID(), B));
        walk.turn(Duration.ofMinutes(2));
        assertThat(walk.all()).extracting(Award::status).containsExactly(AwardStatus.VALID, AwardStatus.REVOKED);
        assertThat(takenBack()).containsExactly("lrs:a/ r2 0 of 100 due");
    }

    @OnEveryDatabase
    void whoHasTheNextOne_isNotToldThatTheLastEnds() {
        twoCycles("remind: [30d]");
        walk.turn(Duration.between(walk.clock.instant(), Instant.parse("2027-03-01T00:00:00Z")));
        assertThat(walk.awards.listNotices(ada, 9))
                .extracting(told -> told.notice().what())
                .containsOnly(Notice.What.RENEWABLE);
    }

    @OnEveryDatabase
    void decidedByOldRules_isNotWritten() {
        walk.apply(mapping(1, "park"), badge());
        walk.hear(scored(A, "0.9", FEBRUARY));
        walk.mapper.mapDue();
        Due due = walk.awards.listDue(walk.clock.instant(), 1).get(0);
        long turn = walk.rules.current().turn();
        walk.apply(mapping(1, "park"), badge("quiz", 2, "when: {completed: quiz}"));
        assertThat(walk.awards.conclude(List.of(Conclusion.nothing(due, null)), turn, walk.clock.instant()))
                .containsExactly(false);
        walk.settle();
        assertThat(walk.only().badgeVersion()).isEqualTo(2);
    }

    @OnEveryDatabase
    void either_waitsForTheVersionThatSettlesLater() {
        walk.apply(mapping(1, "park"), badge("quiz", 1, "when: {completed: quiz}", "settle: {gain: 48h}"));
        walk.walk(scored(A, "0.5", "2026-03-01T10:00:00Z"));
        walk.turn(Duration.ofHours(1));
        walk.apply(
                mapping(1, "park"),
                badge("quiz", 2, "when: {all: [{completed: quiz}, {completed: lab}]}", "applies: {underway: either}"));
        walk.settle();
        assertThat(walk.all()).isEmpty();
        walk.turn(Duration.ofHours(48));
        assertThat(walk.only().badgeVersion()).isEqualTo(1);
    }

    @OnEveryDatabase
    void underway_isWhoBeganThisCycle_notWhoHadTheLastOne() {
        RuleText newer =
                badge("quiz", 2, "when: {scored: {on: quiz, atLeast: 95%}}", YEARLY, "applies: {underway: v1}");
        walk.apply(mapping(1, "park"), badge(YEARLY));
        walk.people.add("Bea", List.of(new Identifier("email", "", "bea@example.org")), walk.clock.instant());
        walk.walk(scored(A, "0.9", FEBRUARY), scored(B, "0.9", FEBRUARY).replace("ada@", "bea@"));
        walk.walk(scored(UUID.randomUUID(), "0.5", "2026-02-25T10:00:00Z").replace("ada@", "bea@"));
        walk.apply(mapping(1, "park"), newer);
        walk.turn(Duration.ofHours(2));

        walk.walk(
                scored(UUID.randomUUID(), "0.9", "2026-03-01T13:00:00Z"),
                scored(UUID.randomUUID(), "0.9", "2026-03-01T13:00:00Z").replace("ada@", "bea@"));
        assertThat(walk.all())
                .filteredOn(award -> award.cycle() == 2)
                .singleElement()
                .satisfies(award -> {
                    assertThat(award.person()).isNotEqualTo(ada);
                    assertThat(award.badgeVersion()).isEqualTo(1);
                });

        walk.walk(scored(UUID.randomUUID(), "0.95", "2026-03-01T13:30:00Z"));
        assertThat(walk.awards.find(ada, List.of("quiz")).get("quiz"))
                .extracting(Award::badgeVersion)
                .containsExactly(1, 2);
    }

    @OnEveryDatabase
    void whatNobodyApproved_doesNotComeToRestOnWhatCameLate() {
        walk.apply(mapping(1, "park"), badge("late: approve"));
        walk.walk(scored(A, "0.9", "2026-03-01T10:00:00Z"));
        walk.walk(scored(B, "0.9", "2026-01-01T10:00:00Z"));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVIEW);
        assertThat(walk.only().reason()).contains("came late");
        walk.walk(did(UUID.randomUUID(), "https://lms.example/quiz", "{}", "2026-03-01T11:00:00Z"));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVIEW);
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        assertThat(verdicts.restore(walk.only(), "seen")).isTrue();
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
    }
}
