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
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.mapping.Identifier;

/** Awards that end, are renewed and are asked about by other badges. */
class ExpiryTest {
    private static final UUID A = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID B = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final String MARCH = "2026-03-01T10:00:00Z";
    private static final String RENEWED = """
            valid: {for: 1y}
            remind: [60d, 30d, 7d]
            repeat: cycles
            renew:
              opens: {before: 60d}
              closes: {after: 30d}
              when: {completed: {on: lab, inWindow: true}}
            """;

    private Walk walk;
    private PersonId ada;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        ada = walk.ada();
    }

    private void turnTo(String moment) {
        walk.turn(Duration.between(walk.clock.instant(), Instant.parse(moment)));
    }

    private List<String> notices() {
        return walk.awards.listNotices(ada, 100).stream()
                .map(told -> told.notice().what().word() + " " + told.notice().moment())
                .toList();
    }

    private static String lab(UUID id, String at) {
        return did(id, "https://lms.example/lab", "{\"completion\":true}", at);
    }

    @OnEveryDatabase
    void expiry_isCountedFromEarning_andToldOnce() {
        walk.apply(mapping(1, "park"), badge("valid: {for: 1y}", "remind: [7d, 60d, 30d]"));
        walk.walk(scored(A, "0.9", MARCH));
        assertThat(walk.only().expiresAt()).isEqualTo("2027-03-01T10:00:00Z");
        assertThat(notices()).isEmpty();
        turnTo("2026-12-31T10:00:00Z");
        assertThat(walk.awards.listNotices(ada, 9))
                .singleElement()
                .satisfies(told -> assertThat(told.notice().ahead()).isEqualTo(Duration.ofDays(60)));
        turnTo("2026-12-31T11:00:00Z");
        assertThat(notices()).hasSize(1);
        // nobody looked for a while: only the newest is told
        turnTo("2027-02-28T00:00:00Z");
        assertThat(notices()).hasSize(2);
        turnTo("2027-03-01T10:00:00Z");
        assertThat(notices()).hasSize(3).first().isEqualTo("expired 2027-03-01T10:00:00Z");
        assertThat(walk.count("evaluation")).isZero();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.only().isExpired(walk.clock.instant())).isTrue();
    }

    @OnEveryDatabase
    void earlierEvidence_movesTheExpiry() {
        walk.apply(mapping(1, "park"), badge("valid: {for: 1y}"));
        walk.walk(scored(A, "0.9", MARCH));
        walk.walk(scored(B, "0.9", "2026-02-01T10:00:00Z"));
        assertThat(walk.only().expiresAt()).isEqualTo("2027-02-01T10:00:00Z");
    }

    @OnEveryDatabase
    void alreadyOverWhenItIsHeard_isKeptNotSigned() {
        walk.apply(mapping(1, "park"), badge("valid: {until: 2026-02-28}"));
        walk.walk(scored(A, "0.9", "2026-02-01T10:00:00Z"));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        assertThat(walk.count("credential")).isZero();
    }

    @OnEveryDatabase
    void renewal_isANewAwardAndTheOldOneJustEnds() {
        walk.apply(mapping(1, "park"), badge(RENEWED, "deliver: [{to: own}]"));
        walk.walk(scored(A, "0.9", MARCH));
        turnTo("2027-01-01T00:00:00Z");
        assertThat(notices()).contains("renewable 2027-03-31T10:00:00Z");
        turnTo("2027-02-01T12:00:00Z");
        walk.walk(lab(B, "2027-02-01T10:00:00Z"));
        assertThat(walk.all()).hasSize(2);
        Award renewed = walk.all().get(1);
        assertThat(renewed.cycle()).isEqualTo(2);
        assertThat(renewed.earnedAt()).isEqualTo("2027-02-01T10:00:00Z");
        assertThat(renewed.expiresAt()).isEqualTo("2028-03-01T10:00:00Z");
        assertThat(renewed.id()).isEqualTo(walk.ids.of("quiz", ada, 2));
        assertThat(walk.all()).extracting(Award::status).containsOnly(AwardStatus.VALID);
    }

    @OnEveryDatabase
    void renewalThatComesAfterItsWindow_butHappenedInIt_counts() {
        walk.apply(mapping(1, "park"), badge(RENEWED));
        walk.walk(scored(A, "0.9", MARCH));
        turnTo("2027-06-01T00:00:00Z");
        assertThat(walk.all()).hasSize(1);
        walk.walk(lab(B, "2027-03-15T10:00:00Z"));
        assertThat(walk.all()).hasSize(2);
        assertThat(walk.all().get(1).earnedAt()).isEqualTo("2027-03-15T10:00:00Z");
    }

    @OnEveryDatabase
    void firstAwardThatLosesItsEvidence_takesTheRenewalWithIt() {
        walk.apply(mapping(1, "park"), badge(RENEWED, "unsupported: revoke", "deliver: [{to: own}]"));
        walk.walk(scored(A, "0.9", MARCH));
        turnTo("2027-02-01T12:00:00Z");
        walk.walk(lab(B, "2027-02-01T10:00:00Z"));
        walk.walk(voids(UUID.randomUUID(), A));
        walk.turn(Duration.ofMinutes(2));
        assertThat(walk.all()).extracting(Award::status).containsOnly(AwardStatus.REVOKED);
    }

    @OnEveryDatabase
    void cycles_eachTimeAnew() {
        walk.apply(
                mapping(1, "park"),
                badge("quiz", 1, "when: {count: {of: {on: lab}, per: statement, atLeast: 2}}", "repeat: cycles"));
        for (int day = 1; day <= 5; day++) {
            walk.walk(lab(UUID.randomUUID(), "2026-02-0" + day + "T10:00:00Z"));
        }
        assertThat(walk.all())
                .extracting(award -> award.earnedAt().toString())
                .containsExactly("2026-02-02T10:00:00Z", "2026-02-04T10:00:00Z");
        // one that happened before all others moves them both
        walk.walk(lab(UUID.randomUUID(), "2026-01-31T10:00:00Z"));
        assertThat(walk.all())
                .extracting(award -> award.earnedAt().toString())
                .containsExactly("2026-02-01T10:00:00Z", "2026-02-03T10:00:00Z", "2026-02-05T10:00:00Z");
    }

    @OnEveryDatabase
    void deadline_isToldFiveDaysBefore() {
        walk.apply(
                mapping(1, "park"),
                badge(
                        "quiz",
                        1,
                        "when: {all: [{completed: {on: lab, as: lab}}, {scored: {on: quiz, atLeast: 80%, within: {days: 30, after: lab}}}]}"));
        walk.walk(lab(A, MARCH));
        turnTo("2026-03-26T23:59:59Z");
        assertThat(notices()).isEmpty();
        turnTo("2026-03-27T00:00:00Z");
        assertThat(notices()).containsExactly("deadline 2026-04-01T00:00:00Z");
        turnTo("2026-04-02T00:00:00Z");
        assertThat(notices()).hasSize(1);
        assertThat(walk.count("evaluation")).isZero();
    }

    @OnEveryDatabase
    void stack_isEarnedByOtherBadges_andGoesUnderReviewWithThem() {
        walk.apply(
                mapping(1, "park"),
                badge("quiz", 1, "when: {completed: quiz}", "unsupported: revoke"),
                badge("lab", 1, "when: {completed: lab}", "valid: {for: 30d}"),
                badge("stack", 1, "when: {all: [{holds: {of: [quiz, lab]}}, {approved: {by: lead}}]}"));
        walk.walk(lab(A, "2026-02-01T10:00:00Z"), scored(B, "0.9", "2026-02-02T10:00:00Z"));
        assertThat(walk.all()).hasSize(2);
        walk.say(ada, "approved", "stack", "lead", "anna");
        assertThat(walk.all()).hasSize(3);
        Award stack = walk.all().get(2);
        assertThat(stack.earnedAt()).isEqualTo(walk.clock.instant());

        // what merely expires was valid when it counted
        turnTo("2026-06-01T00:00:00Z");
        assertThat(walk.all()).extracting(Award::status).containsOnly(AwardStatus.VALID);
        // what is taken back was not
        walk.walk(voids(UUID.randomUUID(), B));
        walk.turn(Duration.ofMinutes(2));
        walk.turn(Duration.ofMinutes(2));
        assertThat(walk.all())
                .extracting(Award::status)
                .containsExactlyInAnyOrder(AwardStatus.REVOKED, AwardStatus.VALID, AwardStatus.REVIEW);
        walk.walk(scored(UUID.randomUUID(), "0.9", "2026-02-02T10:00:00Z"));
        assertThat(walk.all()).extracting(Award::status).containsOnly(AwardStatus.VALID);
    }

    @OnEveryDatabase
    void takenBackApproval_isAsIfItNeverWas() {
        walk.apply(mapping(1, "park"), badge("stack", 1, "when: {approved: {by: lead}}", "settle: 0"));
        walk.say(ada, "approved", "stack", "lead", "anna");
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
        Attesting attesting = new Attesting(walk.attestations, walk.awards, walk.rules, walk.clock);
        UUID said = attesting.list(ada).get(0).id();
        assertThat(attesting.takeBack(ada, said)).isTrue();
        assertThat(attesting.takeBack(ada, said)).isFalse();
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVIEW);
    }

    @OnEveryDatabase
    void attestedBeforeTheBadgeCame_countsForIt() {
        walk.apply(mapping(1, "park"), badge("quiz", 1, "when: {completed: quiz}"));
        walk.walk(scored(A, "0.9", MARCH));
        walk.say(ada, "member", "blue", "", "");
        walk.apply(
                mapping(1, "park"),
                badge("quiz", 1, "when: {completed: quiz}"),
                badge("stack", 1, "when: {holds: {badge: quiz}}"),
                badge("blue", 1, "when: {member: {cohort: blue}}"));
        walk.settle();
        assertThat(walk.all()).extracting(Award::badge).containsExactlyInAnyOrder("quiz", "stack", "blue");
    }

    @OnEveryDatabase
    void applies_whoHadBegunGoesByWhatTheNewVersionSays() {
        walk.apply(mapping(1, "park"), badge("quiz", 1, "when: {scored: {on: quiz, atLeast: 80%}}"));
        walk.walk(scored(A, "0.7", MARCH));
        walk.turn(Duration.ofDays(1));
        walk.apply(
                mapping(1, "park"),
                badge("quiz", 2, "when: {scored: {on: quiz, atLeast: 95%}}", "applies: {new: v2, underway: either}"));
        walk.settle();
        assertThat(walk.all()).isEmpty();
        walk.walk(scored(B, "0.85", walk.clock.instant().toString()));
        assertThat(walk.only().badgeVersion()).isEqualTo(1);
        // somebody who had not begun goes by the new version
        walk.people.add("Bea", List.of(new Identifier("email", "", "bea@example.org")), walk.clock.instant());
        walk.walk(scored(UUID.randomUUID(), "0.85", walk.clock.instant().toString())
                .replace("ada@", "bea@"));
        assertThat(walk.all()).hasSize(1);
    }
}
