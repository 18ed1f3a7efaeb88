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
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.award.ClassStandings.Mark;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.ClassEvidenceStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.mapping.Identifier;

/** Who of a class holds a badge while its renewal is not theirs yet. */
class ClassHoldersTest {
    private static final String RENEWED = """
            valid: {for: 1y}
            repeat: cycles
            renew:
              opens: {before: 60d}
              when: {completed: {on: lab, inWindow: true}}
            """;
    private static final UUID LAB = UUID.randomUUID();
    private static final Set<Mark> HELD = Set.of(Mark.EARNED, Mark.REVIEW);

    private Walk walk;
    private ClassEvidence evidence;
    private ClassStandings standings;
    private PersonId ada;
    private PersonId bob;
    private PersonId eve;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        ada = walk.ada();
        bob = person("Bob", "bob@example.org");
        eve = person("Eve", "eve@example.org");
        evidence = new ClassEvidenceStore(database);
        standings = new ClassStandings(evidence, walk.rules, walk.clock);
        String quiz = "when: {scored: {on: quiz, atLeast: 80%}}";
        assertThat(walk.apply(
                        mapping(1, "park"),
                        badge("claimed", 1, quiz, "award: claim", RENEWED),
                        badge("approved", 1, quiz, "award: approve", RENEWED)))
                .isInstanceOf(RuleBook.Outcome.Changed.class);
    }

    private PersonId person(String name, String email) {
        return walk.people.add(name, List.of(new Identifier("email", "", email)), walk.clock.instant());
    }

    private void turnTo(String moment) {
        walk.turn(Duration.between(walk.clock.instant(), Instant.parse(moment)));
    }

    /** Bob gets both until the first of March 2027, and earns their renewals. */
    private void renewed() {
        walk.walk(scored(UUID.randomUUID(), "0.9", "2026-03-01T10:00:00Z").replace("ada@", "bob@"));
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        assertThat(verdicts.claim(award("claimed"))).isTrue();
        assertThat(verdicts.approve(award("approved"), "well done")).isTrue();
        walk.settle();
        turnTo("2027-02-01T12:00:00Z");
        walk.walk(did(LAB, "https://lms.example/lab", "{\"completion\":true}", "2027-02-01T10:00:00Z")
                .replace("ada@", "bob@"));
    }

    private Award award(String badge) {
        return walk.awards.list(badge, bob, null, 1).get(0);
    }

    private List<AwardStatus> stands(PersonId person, String badge) {
        return evidence
                .listStands(List.of(person, eve), List.of(badge))
                .get(person)
                .getOrDefault(badge, List.of())
                .stream()
                .sorted((one, other) -> one.cycle() - other.cycle())
                .map(ClassEvidence.Stands::status)
                .toList();
    }

    private void assertHeldBy(PersonId person) {
        for (String badge : List.of("claimed", "approved")) {
            assertThat(standings.standing(List.of(person, eve), List.of(badge), HELD))
                    .as(badge)
                    .containsExactly(person);
        }
    }

    @OnEveryDatabase
    void whoHoldsABadge_isFound_whateverBecomesOfItsRenewal() {
        renewed();
        assertThat(stands(bob, "claimed")).containsExactly(AwardStatus.VALID, AwardStatus.OFFERED);
        assertThat(stands(bob, "approved")).containsExactly(AwardStatus.VALID, AwardStatus.PROPOSED);
        assertHeldBy(bob);
        assertThat(standings.standing(List.of(bob, eve), List.of("claimed"), Set.of(Mark.OFFERED)))
                .containsExactly(bob);

        walk.people.merge(ada, bob, "one person", walk.clock.instant());
        walk.settle();
        assertHeldBy(ada);

        walk.walk(voids(UUID.randomUUID(), LAB));
        assertThat(stands(ada, "claimed")).containsExactly(AwardStatus.VALID, AwardStatus.WITHDRAWN);
        assertThat(stands(ada, "approved")).containsExactly(AwardStatus.VALID, AwardStatus.WITHDRAWN);
        assertHeldBy(ada);

        turnTo("2027-03-01T10:00:00Z");
        assertThat(standings.standing(List.of(ada, eve), List.of("claimed", "approved"), HELD))
                .as("it is over")
                .isEmpty();
    }

    @OnEveryDatabase
    void stands_areThoseOfWhoIsOnePerson_withoutWhatWasSuperseded() {
        renewed();
        walk.walk(scored(UUID.randomUUID(), "0.9", "2027-02-01T11:00:00Z"));
        assertThat(stands(ada, "claimed")).containsExactly(AwardStatus.OFFERED);

        walk.people.merge(ada, bob, "one person", walk.clock.instant());
        walk.settle();
        assertThat(stands(ada, "claimed")).containsExactly(AwardStatus.VALID, AwardStatus.OFFERED);
        assertThat(stands(eve, "claimed")).isEmpty();
        assertThat(evidence.listStands(List.of(ada), List.of()).get(ada)).isEmpty();
        assertThat(evidence.listStands(List.of(), List.of("claimed"))).isEmpty();
    }

    @OnEveryDatabase
    void whatWasTakenBack_standsBack_forWhatWhoIsOnePersonHolds() {
        renewed();
        Verdicts verdicts = new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock);
        walk.walk(scored(UUID.randomUUID(), "0.9", "2026-03-01T10:00:00Z"));
        assertThat(verdicts.claim(walk.awards.list("claimed", ada, null, 1).get(0)))
                .isTrue();
        walk.settle();
        assertThat(verdicts.revoke(walk.awards.list("claimed", ada, null, 1).get(0), "a mistake"))
                .isTrue();
        walk.settle();
        assertThat(stands(ada, "claimed")).containsExactly(AwardStatus.REVOKED);

        walk.people.merge(ada, bob, "one person", walk.clock.instant());
        walk.settle();
        assertThat(stands(ada, "claimed")).containsExactly(AwardStatus.VALID, AwardStatus.OFFERED);
    }
}
