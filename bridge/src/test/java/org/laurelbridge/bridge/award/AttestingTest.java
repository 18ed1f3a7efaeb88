package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.mapping;
import static org.laurelbridge.bridge.award.Walk.scored;
import static org.laurelbridge.bridge.award.Walk.voids;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Login;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.record.Merge;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.AccountStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Topic;

/** What is said twice, and what waits for a word. */
class AttestingTest {
    private Walk walk;
    private Attesting attesting;
    private PersonId ada;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        walk.apply(mapping(1, "park"), badge("award: approve"));
        attesting = new Attesting(walk.attestations, walk.awards, walk.rules, walk.clock);
        ada = walk.ada();
    }

    private Attestation say(Topic topic, String value, @Nullable Instant from, @Nullable Instant until) {
        return attesting.say(ada, new Attesting.Saying(topic, "quiz", value, "d", "anna", from, until));
    }

    @OnEveryDatabase
    void whatLasts_saidAgainWithoutATime_isTheSame_untilItIsOver() {
        Attestation first = say(Topic.MEMBER, "", null, null);
        walk.turn(Duration.ofDays(400));
        Instant end = walk.clock.instant().plus(Duration.ofDays(1));
        assertThat(say(Topic.MEMBER, "", null, end).id()).isEqualTo(first.id());
        assertThat(attesting.list(ada)).singleElement().satisfies(said -> {
            assertThat(said.from()).isEqualTo(first.from());
            assertThat(said.until()).isEqualTo(end);
        });

        walk.turn(Duration.ofDays(1));
        assertThat(say(Topic.MEMBER, "", null, null).id()).isNotEqualTo(first.id());
        assertThat(attesting.list(ada)).hasSize(2);
    }

    @OnEveryDatabase
    void whatHappens_saidAgainWithoutATime_isTheSameForADay() {
        Attestation first = say(Topic.APPROVED, "lead", null, null);
        walk.turn(Duration.ofHours(23));
        assertThat(say(Topic.APPROVED, "lead", null, null)).isEqualTo(first);
        walk.turn(Duration.ofHours(1));
        assertThat(say(Topic.APPROVED, "lead", null, null)).isNotEqualTo(first);
        assertThat(attesting.list(ada)).hasSize(2);
    }

    @OnEveryDatabase
    void whatPaidForAnAward_saidAgain_isTheSameForAnHour_andThenForTheNextOne() {
        walk.apply(mapping(1, "park"), badge("quiz", 2, "when: {approved: {by: lead}}", "repeat: cycles"));
        Attestation first = say(Topic.APPROVED, "lead", null, null);
        walk.settle();
        walk.turn(Duration.ofMinutes(59));
        assertThat(say(Topic.APPROVED, "lead", null, null)).isEqualTo(first);
        walk.settle();
        assertThat(walk.only().cycle()).isEqualTo(1);

        walk.turn(Duration.ofMinutes(1));
        assertThat(say(Topic.APPROVED, "lead", null, null)).isNotEqualTo(first);
        walk.settle();
        assertThat(walk.all()).extracting(Award::cycle).containsExactly(1, 2);
    }

    @OnEveryDatabase
    void whatPaidForAnAwardThatWasRevoked_saidAgain_isAboutTheNextEvidence() {
        UUID first = UUID.randomUUID();
        walk.apply(
                mapping(1, "park"),
                badge(
                        "quiz",
                        2,
                        "when: {inOrder: [{scored: {on: quiz, atLeast: 80%}}, {approved: {by: lead}}]}",
                        "unsupported: revoke"));
        walk.walk(scored(first, "0.9", "2026-03-01T10:00:00Z"));
        say(Topic.APPROVED, "lead", null, null);
        walk.settle();
        walk.walk(voids(UUID.randomUUID(), first));
        walk.turn(Duration.ofHours(2));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVOKED);

        walk.walk(scored(UUID.randomUUID(), "0.9", "2026-03-01T13:00:00Z"));
        assertThat(walk.only().status()).isEqualTo(AwardStatus.REVOKED);
        say(Topic.APPROVED, "lead", null, null);
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
    }

    @OnEveryDatabase
    void twoApprovals_ofWhoIsOnePerson_areOne_asLongAsTheyAreTakenForOne() {
        walk.apply(mapping(1, "park"), badge("quiz", 2, "when: {approved: {by: lead, n: 2}}"));
        PersonId carl = walk.people.add("Carl", known("carl"), walk.clock.instant());
        PersonId karl = walk.people.add("Karl", known("karl"), walk.clock.instant());
        Merge merge = walk.people.merge(carl, karl, "the same", walk.clock.instant());
        approve("person " + karl);
        approve("person " + carl);
        assertThat(walk.all()).isEmpty();

        walk.people.unmerge(merge.id(), walk.clock.instant());
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);

        walk.people.merge(carl, karl, "the same after all", walk.clock.instant());
        walk.settle();
        walk.turn(Duration.ofHours(2));
        assertThat(walk.only().status()).isNotEqualTo(AwardStatus.VALID);
        approve("the head of department");
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);
    }

    @OnEveryDatabase
    void approvalByAnAccount_isItsPersons_onceItIsKnownWhoThatIs(Database database) {
        walk.apply(mapping(1, "park"), badge("quiz", 2, "when: {approved: {by: lead, n: 2}}"));
        PersonId carl = walk.people.add("Carl", known("carl"), walk.clock.instant());
        PersonId karl = walk.people.add("Karl", known("karl"), walk.clock.instant());
        Account account = Account.made("Karl", null, Set.of(Role.INSTRUCTOR), null);
        AccountStore accounts = new AccountStore(database);
        accounts.add(account, Login.byPassword("karl"), walk.clock.instant());
        approve("account " + account.id());
        approve("person " + carl);
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);

        accounts.link(account.id(), carl);
        assertDecidedOtherwise();
        accounts.link(account.id(), karl);
        walk.settle();
        assertThat(walk.only().status()).isEqualTo(AwardStatus.VALID);

        walk.people.merge(carl, karl, "the same", walk.clock.instant());
        assertDecidedOtherwise();
    }

    private void assertDecidedOtherwise() {
        walk.settle();
        walk.turn(Duration.ofHours(2));
        assertThat(walk.only().status()).isNotEqualTo(AwardStatus.VALID);
    }

    private static List<Identifier> known(String name) {
        return List.of(new Identifier("email", "", name + "@example.org"));
    }

    private void approve(String by) {
        attesting.say(ada, new Attesting.Saying(Topic.APPROVED, "quiz", "lead", "", by, null, null));
        walk.settle();
    }

    @OnEveryDatabase
    void whatBeginsLater_orIsOtherwise_isAnother() {
        say(Topic.MEMBER, "", walk.clock.instant().plusSeconds(60), null);
        say(Topic.MEMBER, "", null, null);
        say(Topic.MEMBER, "other", null, null);
        assertThat(attesting.list(ada)).hasSize(3);
    }

    @OnEveryDatabase
    void saidWithItsTime_isKeptOnce() {
        Instant from = Instant.parse("2026-01-01T00:00:00.123456789Z");
        Attestation said = say(Topic.EVIDENCE, "text", from, from.plusSeconds(1));
        assertThat(say(Topic.EVIDENCE, "text", from, from.plusSeconds(1))).isEqualTo(said);
        assertThat(attesting.list(ada)).containsExactly(said);
    }

    @OnEveryDatabase
    void awardsThatWait_areListedByHowTheyStand_theLongestFirst() {
        walk.walk(scored(UUID.randomUUID(), "0.9", "2026-03-01T10:00:00Z"));
        Award proposed = walk.only();
        walk.turn(Duration.ofHours(1));
        walk.apply(
                mapping(1, "park"),
                badge("award: approve"),
                badge("lab", 1, "when: {completed: quiz}", "award: approve"));
        walk.settle();

        List<Award> waiting = walk.awards.listStanding(AwardStatus.PROPOSED, 10);
        assertThat(waiting).extracting(Award::badge).containsExactly("quiz", "lab");
        assertThat(waiting.get(0)).isEqualTo(proposed);
        assertThat(walk.awards.listStanding(AwardStatus.PROPOSED, 1)).containsExactly(proposed);
        assertThat(walk.awards.listStanding(AwardStatus.VALID, 10)).isEmpty();
    }
}
