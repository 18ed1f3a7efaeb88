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
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.mapping.Identifier;

class AwarderTest {

    private static final String TEN = "2026-03-01T10:00:00Z";
    private static final String ELEVEN = "2026-03-01T11:00:00Z";
    private static final UUID A = UUID.randomUUID();
    private static final UUID B = UUID.randomUUID();
    private static final UUID V = UUID.randomUUID();
    private static final UUID W = UUID.randomUUID();

    /** Of mailto:bob@example.org, by sha1sum. */
    private static final String BOB_SHA1 = "1a9daad476f0158b81bc66b7b27b438b4b4c19c0";

    private Walk walk;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        walk.ada();
    }

    private void rules(String... more) {
        assertThat(walk.apply(mapping(1, "park"), badge(more))).isInstanceOf(RuleBook.Outcome.Changed.class);
    }

    @OnEveryDatabase
    void met_isAwardedOnceWithItsEvidence() {
        rules("deliver: [{to: own}]", "public: always");
        walk.walk(scored(A, "0.9", TEN));

        Award award = walk.only();
        assertThat(award.status()).isEqualTo(AwardStatus.VALID);
        assertThat(award.earnedAt()).isEqualTo(Instant.parse(TEN));
        assertThat(award.evidence()).containsExactly(A);
        assertThat(award.isPublic()).isTrue();
        assertThat(award.explanation()).contains(A.toString());
        assertThat(walk.events()).containsExactly("granted");
        assertThat(walk.deliveries()).containsExactly("own/ r1 100 of 100 due");
        assertThat(walk.count("credential")).isEqualTo(1);
        assertThat(walk.count("evaluation")).isZero();
    }

    @OnEveryDatabase
    void notMet_isNotAwarded() {
        rules();
        walk.walk(scored(A, "0.7999", TEN));
        assertThat(walk.all()).isEmpty();
    }

    @OnEveryDatabase
    void heardTwice_changesNothing() {
        rules("deliver: [{to: own}]");
        walk.walk(scored(A, "0.9", TEN));
        Award before = walk.only();
        walk.walk(scored(A, "0.9", TEN));
        assertThat(walk.only()).isEqualTo(before);
        assertThat(walk.events()).containsExactly("granted");
        assertThat(walk.deliveries()).hasSize(1);
    }

    @OnEveryDatabase
    void decidedAgain_changesNothing() {
        rules("deliver: [{to: own}]");
        walk.walk(scored(A, "0.9", TEN.replace("Z", ".123456789Z")));
        Award before = walk.only();
        walk.walk(scored(B, "0.9", ELEVEN));
        assertThat(walk.only()).isEqualTo(before);
        assertThat(walk.events()).containsExactly("granted");
    }

    @OnEveryDatabase
    void earlierStatementThatCameLater_movesTheMomentAndKeepsTheGrade() {
        rules("deliver: [{to: own}]");
        walk.walk(scored(A, "0.9", ELEVEN));
        walk.walk(scored(B, "0.8", TEN));
        assertThat(walk.only().earnedAt()).isEqualTo(Instant.parse(TEN));
        assertThat(walk.only().evidence()).containsExactly(B);
        assertThat(walk.events()).containsExactly("granted", "changed");
        assertThat(walk.deliveries()).hasSize(1);
    }

    @OnEveryDatabase
    void changedScore_sendsTheGradeAnew() {
        rules("deliver: [{to: own, grade: score, of: 10}]");
        walk.walk(scored(A, "0.9", ELEVEN));
        walk.walk(scored(B, "0.8", TEN));
        assertThat(walk.deliveries())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("own/ r1 9").endsWith("superseded"),
                        second -> assertThat(second).startsWith("own/ r2 8").endsWith("due"));
    }

    @OnEveryDatabase
    void voidedBefore_isNeverAwarded() {
        rules();
        walk.walk(voids(V, A));
        walk.walk(scored(A, "0.9", TEN));
        assertThat(walk.all()).isEmpty();
    }

    @OnEveryDatabase
    void voidedAfter_settlesAndThenGoesToReview() {
        rules("deliver: [{to: own}]");
        walk.walk(scored(A, "0.9", TEN));
        walk.walk(voids(V, A));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.only().unsupportedSince()).isEqualTo(walk.clock.instant());

        walk.turn(Duration.ofSeconds(119));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        walk.turn(Duration.ofSeconds(1));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVIEW);
        assertThat(walk.only().reason()).isNotNull();
        assertThat(walk.deliveries()).containsExactly("own/ r1 100 of 100 due");
    }

    @OnEveryDatabase
    void supportThatComesBackBeforeItSettled_leavesTheAwardAsItWas() {
        rules();
        walk.walk(scored(A, "0.9", TEN));
        walk.walk(voids(V, A));
        walk.walk(scored(B, "0.9", TEN));
        walk.turn(Duration.ofHours(1));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.only().unsupportedSince()).isNull();
        assertThat(walk.only().evidence()).containsExactly(B);
    }

    @OnEveryDatabase
    void supportThatComesBackAfterReview_restoresTheSameAward() {
        rules();
        walk.walk(scored(A, "0.9", TEN));
        AwardId id = walk.only().id();
        walk.walk(voids(V, A));
        walk.turn(Duration.ofHours(1));
        walk.walk(scored(B, "0.9", ELEVEN));
        assertThat(walk.only().id()).isEqualTo(id);
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.only().reason()).isNull();
        assertThat(walk.events()).containsExactly("granted", "unsupported", "review", "restored");
    }

    @OnEveryDatabase
    void unsupportedRevoke_takesTheGradeBack_andWhatIsEarnedAnewIsANewCredential() {
        rules("unsupported: revoke", "deliver: [{to: own}]");
        walk.walk(scored(A, "0.9", TEN));
        walk.database.change(handle -> handle.execute("update delivery set state = 'delivered', attempts = 1"));
        walk.walk(voids(V, A));
        walk.turn(Duration.ofMinutes(2));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVOKED);
        assertThat(walk.deliveries()).containsExactly("own/ r1 100 of 100 delivered", "own/ r2 0 of 100 due");

        Award revoked = walk.only();
        walk.walk(scored(B, "0.9", ELEVEN));
        Award reissued = walk.only();
        assertThat(reissued.status()).isEqualTo(AwardStatus.VALID);
        assertThat(reissued.id()).isEqualTo(revoked.id());
        assertThat(reissued.revision()).isEqualTo(2);
        assertThat(reissued.credential())
                .isEqualTo(walk.ids.credential(revoked.id(), 2))
                .isNotEqualTo(revoked.id());
        assertThat(walk.awards.find(reissued.credential().value())).contains(reissued);
        assertThat(walk.awards.find(revoked.credential().value())).contains(reissued);
        assertThat(walk.events()).containsExactly("granted", "unsupported", "revoked", "reissued");
        assertThat(walk.deliveries()).hasSize(3).last().isEqualTo("own/ r3 100 of 100 due");
        assertThat(walk.count("credential where wanted = 1")).isEqualTo(2);
    }

    @OnEveryDatabase
    void revokedBeforeItsGradeLeft_sendsNothing() {
        rules("unsupported: revoke", "settle: 0", "deliver: [{to: own}]");
        walk.walk(scored(A, "0.9", TEN));
        walk.walk(voids(V, A));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVOKED);
        assertThat(walk.deliveries()).containsExactly("own/ r1 100 of 100 superseded");
    }

    @OnEveryDatabase
    void unsupportedKeep_staysValidAndIsToldOnce() {
        rules("unsupported: keep");
        walk.walk(scored(A, "0.9", TEN));
        walk.walk(voids(V, A));
        walk.turn(Duration.ofHours(1));
        walk.walk(scored(B, "0.1", TEN));
        walk.turn(Duration.ofHours(1));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.events()).containsExactly("granted", "unsupported");
        assertThat(walk.count("evaluation")).isZero();
    }

    @OnEveryDatabase
    void voidOfAVoid_changesNothing() {
        rules();
        walk.walk(scored(A, "0.9", TEN), voids(V, A), voids(W, V));
        assertThat(walk.all()).isEmpty();
    }

    @OnEveryDatabase
    void unknownActor_isParkedAndAwardedWithItsOwnTimeWhenJoined() {
        rules();
        String bob = scored(A, "0.9", TEN).replace("ada@", "bob@");
        walk.walk(bob, did(B, "https://elsewhere.example/", "{}", TEN).replace("ada@", "eve@"));
        assertThat(walk.all()).isEmpty();
        assertThat(walk.people.listUnknown(10)).singleElement().satisfies(one -> {
            assertThat(one.identifier().value()).isEqualTo("bob@example.org");
            assertThat(one.statements()).isEqualTo(1);
        });

        var person =
                walk.people.add(null, List.of(new Identifier("username", "https://lms.example", "bob")), Instant.EPOCH);
        walk.people.join(new Identifier("email", "", "bob@example.org"), person, walk.clock.instant());
        walk.turn(Duration.ofDays(3));
        assertThat(walk.only().person()).isEqualTo(person);
        assertThat(walk.only().earnedAt()).isEqualTo(Instant.parse(TEN));
        assertThat(walk.people.listUnknown(10)).isEmpty();
        assertThat(walk.count("parked")).isZero();
        assertThat(walk.count("unknown_actor_candidate")).isZero();
    }

    @OnEveryDatabase
    void unknownCreate_makesOnePersonOfAnAddressAndItsHash() {
        assertThat(walk.apply(mapping(1, "create"), badge())).isNotNull();
        String bob = scored(A, "0.9", TEN).replace("ada@", "bob@");
        String hashed = scored(B, "0.8", TEN)
                .replace("\"mbox\":\"mailto:ada@example.org\"", "\"mbox_sha1sum\":\"" + BOB_SHA1 + "\"");
        walk.walk(bob, hashed);
        assertThat(walk.count("person")).isEqualTo(2);
        assertThat(walk.all()).hasSize(1);
    }

    @OnEveryDatabase
    void unknownDrop_forgetsThem() {
        walk.apply(mapping(1, "drop"), badge());
        walk.walk(scored(A, "0.9", TEN).replace("ada@", "bob@"));
        assertThat(walk.all()).isEmpty();
        assertThat(walk.count("parked")).isZero();
        assertThat(walk.count("person")).isEqualTo(1);
    }

    @OnEveryDatabase
    void overtakenMark_writesNothing() {
        rules();
        walk.hear(scored(A, "0.9", TEN));
        walk.mapper.mapDue();
        Due read = walk.awards.listDue(walk.clock.instant(), 10).get(0);
        walk.hear(scored(B, "0.8", ELEVEN));
        walk.mapper.mapDue();

        assertThat(walk.awards.conclude(
                        List.of(Conclusion.nothing(read, null)),
                        walk.rules.current().turn(),
                        walk.clock.instant()))
                .containsExactly(false);
        walk.settle();
        assertThat(walk.all()).hasSize(1);
        assertThat(walk.awards.conclude(
                        List.of(Conclusion.nothing(read, null)),
                        walk.rules.current().turn(),
                        walk.clock.instant()))
                .containsExactly(false);
    }

    @OnEveryDatabase
    void factAheadOfItsTime_countsWhenItsTimeHasCome() {
        rules();
        walk.walk(scored(A, "0.9", "2026-03-01T13:00:00Z"));
        assertThat(walk.all()).isEmpty();
        walk.turn(Duration.ofMinutes(59));
        assertThat(walk.all()).isEmpty();
        walk.turn(Duration.ofMinutes(1));
        assertThat(walk.only().earnedAt()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
    }

    @OnEveryDatabase
    void courseOfEvidence_movesWithTheEvidence() {
        rules("deliver: [{to: campus, course: evidence}]");
        walk.walk(scored(A, "0.9", ELEVEN, inCourse("https://lms.example/course/1")));
        walk.database.change(handle -> handle.execute("update delivery set state = 'delivered', attempts = 1"));
        walk.walk(scored(B, "0.9", TEN, inCourse("https://lms.example/course/2")));
        assertThat(walk.deliveries())
                .containsExactly(
                        "campus/https://lms.example/course/1 r1 100 of 100 delivered",
                        "campus/https://lms.example/course/2 r2 100 of 100 due",
                        "campus/https://lms.example/course/1 r3 0 of 100 due");
    }

    @OnEveryDatabase
    void missingCourse_isADeliveryThatItsTargetRefuses() {
        rules("deliver: [{to: campus, course: evidence}]");
        walk.walk(scored(A, "0.9", TEN));
        assertThat(walk.deliveries()).containsExactly("campus/ r1 100 of 100 due");
    }

    private static String inCourse(String course) {
        return """
                ,"context":{"contextActivities":{"grouping":[{"id":"%s",\
                "definition":{"type":"http://adlnet.gov/expapi/activities/course"}}]}}""".formatted(course);
    }

    @OnEveryDatabase
    void revokedByAPerson_isFinalAndTakesTheGradeBack() {
        rules("deliver: [{to: own}]");
        walk.walk(scored(A, "0.9", TEN));
        walk.database.change(handle -> handle.execute("update delivery set state = 'delivered', attempts = 1"));
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        Award seen = walk.only();
        assertThat(verdicts.revoke(seen, "found out")).isTrue();
        assertThat(verdicts.revoke(seen, "found out")).isFalse();
        walk.walk(scored(B, "0.9", ELEVEN));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVOKED);
        assertThat(walk.deliveries()).containsExactly("own/ r1 100 of 100 delivered", "own/ r2 0 of 100 due");
    }

    @OnEveryDatabase
    void restoredByAPerson_staysValidWithoutSupport() {
        rules();
        walk.walk(scored(A, "0.9", TEN));
        walk.walk(voids(V, A));
        walk.turn(Duration.ofHours(1));
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        assertThat(verdicts.restore(walk.only(), "I was there")).isTrue();
        walk.walk(scored(B, "0.1", TEN));
        walk.turn(Duration.ofHours(1));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
    }

    @OnEveryDatabase
    void newVersionOfARule_leavesAwardsOfTheOldOne() {
        rules();
        walk.walk(scored(A, "0.85", TEN));
        walk.apply(mapping(1, "park"), badge("quiz", 2, "when: {scored: {on: quiz, atLeast: 90%}}"));
        walk.settle();
        walk.turn(Duration.ofHours(1));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.only().badgeVersion()).isEqualTo(1);
    }

    @OnEveryDatabase
    void badgeOutOfForce_leavesAwardsUntouched() {
        rules();
        walk.walk(scored(A, "0.85", TEN));
        walk.apply(mapping(1, "park"));
        walk.walk(voids(V, A));
        walk.turn(Duration.ofHours(1));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.count("evaluation")).isZero();
    }

    @OnEveryDatabase
    void badgeAppliedLater_isDecidedForWhatWasKeptBefore() {
        walk.apply(mapping(1, "park"));
        walk.walk(scored(A, "0.9", TEN));
        rules();
        walk.settle();
        assertThat(walk.only().earnedAt()).isEqualTo(Instant.parse(TEN));
    }

    @OnEveryDatabase
    void mappingAppliedLater_mapsWhatWasKeptBefore() {
        walk.walk(scored(A, "0.9", TEN));
        assertThat(walk.mapper.waiting()).isZero();
        rules();
        assertThat(walk.mapper.waiting()).isEqualTo(1);
        walk.settle();
        assertThat(walk.only().evidence()).containsExactly(A);
    }

    @OnEveryDatabase
    void explanation_saysWhatIsMissing() {
        rules();
        walk.walk(scored(A, "0.7", TEN));
        var answer = new Explanations(walk.awards, walk.rules, walk.clock)
                .explain(walk.ada(), "quiz")
                .orElseThrow();
        assertThat(answer.json().toString()).contains("70 %, needs 80 %");
        assertThat(answer.lines()).isNotEmpty();
        assertThat(answer.award()).isNull();
    }
}
