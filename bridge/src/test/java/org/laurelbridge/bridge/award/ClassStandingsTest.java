package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurelbridge.bridge.award.Walk.badge;
import static org.laurelbridge.bridge.award.Walk.did;
import static org.laurelbridge.bridge.award.Walk.mapping;
import static org.laurelbridge.bridge.award.Walk.scored;
import static org.laurelbridge.bridge.award.Walk.voids;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.award.ClassStandings.Cell;
import org.laurelbridge.bridge.award.ClassStandings.Mark;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.Merge;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.ClassEvidenceStore;
import org.laurelbridge.bridge.store.Database;
import org.laurelbridge.bridge.store.OnEveryDatabase;
import org.laurelbridge.decide.Missing;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.rule.Status;

/** How a class stands, read at once, against what is decided for each of them alone. */
class ClassStandingsTest {
    private static final String TEN = "2026-03-01T10:00:00Z";
    private static final List<String> BADGES =
            List.of("quiz", "both", "claimed", "approved", "friend", "stack", "gone");

    private Walk walk;
    private ClassStandings standings;
    private PersonId ada;
    private PersonId bob;
    private PersonId eve;
    private List<PersonId> pupils;

    @BeforeEach
    void open(Database database) {
        walk = new Walk(database);
        ada = walk.ada();
        bob = person("Bob", "bob@example.org");
        eve = person("Eve", "eve@example.org");
        pupils = List.of(ada, bob, eve);
        standings = new ClassStandings(new ClassEvidenceStore(database), walk.rules, walk.clock);
        String quiz = "when: {scored: {on: quiz, atLeast: 80%}}";
        RuleBook.Outcome applied = walk.apply(
                mapping(1, "park"),
                badge("quiz", 1, quiz, "settle: {gain: 0, lose: 0}"),
                badge(
                        "both",
                        1,
                        "when: {all: [{scored: {on: quiz, atLeast: 80%}}, {scored: {on: lab, atLeast: 50%}}]}"),
                badge("claimed", 1, quiz, "award: claim"),
                badge("approved", 1, quiz, "award: approve"),
                badge("friend", 1, "when: {member: {cohort: staff}}"),
                badge("stack", 1, "when: {all: [{holds: {badge: quiz}}, {member: {cohort: staff}}]}"),
                badge("short", 1, quiz, "valid: {for: 1d}"),
                badge("slow", 1, quiz, "settle: {gain: 2d, lose: 0}"));
        assertThat(applied).isInstanceOf(RuleBook.Outcome.Changed.class);
    }

    private PersonId person(String name, String email) {
        return walk.people.add(name, List.of(new Identifier("email", "", email)), walk.clock.instant());
    }

    private Map<String, Cell> row(PersonId person) {
        return standings.of(pupils, BADGES).get(person);
    }

    private Mark mark(PersonId person, String badge) {
        return row(person).get(badge).mark();
    }

    @OnEveryDatabase
    void each_isWhatIsDecidedForThemAlone() {
        walk.walk(
                scored(UUID.randomUUID(), "0.9", TEN),
                scored(UUID.randomUUID(), "0.7", TEN).replace("ada@", "bob@"),
                did(UUID.randomUUID(), "https://lms.example/lab", "{\"score\":{\"scaled\":0.6}}", TEN)
                        .replace("ada@", "bob@"));
        walk.say(bob, "member", "staff", "", "lms");

        assertThat(row(ada).keySet()).as("what is not in force is left out").doesNotContain("gone");
        assertThat(mark(ada, "quiz")).isEqualTo(Mark.EARNED);
        assertThat(mark(ada, "claimed")).isEqualTo(Mark.OFFERED);
        assertThat(mark(ada, "approved")).isEqualTo(Mark.PROPOSED);
        assertThat(mark(bob, "friend")).isEqualTo(Mark.EARNED);
        assertThat(row(eve).values()).extracting(Cell::mark).containsOnly(Mark.NOT_BEGUN);
        assertThat(row(ada).get("both").done()).isEqualTo(1);
        assertThat(row(ada).get("both").of()).isEqualTo(2);
        assertThat(row(ada).get("stack").isNear())
                .as("the other half is missing alone")
                .isTrue();
        int compared = 0;
        for (PersonId person : List.of(ada, bob)) {
            for (Map.Entry<String, Cell> cell : row(person).entrySet()) {
                compared += isSame(person, cell.getKey(), cell.getValue()) ? 1 : 0;
            }
        }
        assertThat(compared).as("cells that were decided").isEqualTo(7);
    }

    /** Compares those that have no award; false for the others. */
    private boolean isSame(PersonId person, String badge, Cell cell) {
        Explanations.Answer answer = new Explanations(walk.awards, walk.rules, walk.clock)
                .explain(person, badge)
                .orElseThrow();
        if (answer.award() != null || cell.mark() == Mark.NOT_BEGUN) {
            assertThat(cell.award())
                    .isEqualTo(answer.award() == null ? null : answer.award().id());
            return false;
        }
        assertThat(cell.missing() == null)
                .as(person + " " + badge)
                .isEqualTo(Missing.one(answer.decision()).isEmpty());
        if (answer.decision().status() instanceof Status.Open) {
            assertThat(cell.mark()).isEqualTo(Mark.UNDER_WAY);
            assertThat(List.of(cell.done(), cell.of()))
                    .isEqualTo(List.of(answer.ahead().done(), answer.ahead().of()));
        }
        return true;
    }

    @OnEveryDatabase
    void standing_isAsTheTableShowsIt() {
        walk.walk(
                scored(UUID.randomUUID(), "0.9", TEN),
                scored(UUID.randomUUID(), "0.9", TEN).replace("ada@", "bob@"));
        Set<PersonId> seen = new HashSet<>();
        for (Mark mark : Set.of(Mark.EARNED, Mark.REVIEW, Mark.PROPOSED, Mark.OFFERED, Mark.EXPIRED, Mark.REVOKED)) {
            for (String badge : BADGES) {
                Set<PersonId> standing = standings.standing(pupils, List.of(badge), Set.of(mark));
                assertThat(standing)
                        .as(badge + " " + mark)
                        .isEqualTo(standings.of(pupils, List.of(badge)).entrySet().stream()
                                .filter(row -> row.getValue()
                                                .getOrDefault(badge, Cell.NOT_BEGUN)
                                                .mark()
                                        == mark)
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toSet()));
                seen.addAll(standing);
            }
        }
        assertThat(seen).contains(ada, bob);
        assertThat(standings.standing(pupils, List.of(), Set.of(Mark.EARNED))).isEmpty();
    }

    private Set<PersonId> decidedNear(List<String> badges) {
        return standings.of(pupils, badges).entrySet().stream()
                .filter(row -> row.getValue().values().stream().anyMatch(Cell::isNear))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @OnEveryDatabase
    void near_isKeptAsItIsDecided_alsoWhenTimeAloneChangesIt() {
        UUID gone = UUID.randomUUID();
        walk.walk(
                scored(UUID.randomUUID(), "0.9", TEN),
                did(gone, "https://lms.example/lab", "{\"score\":{\"scaled\":0.6}}", TEN)
                        .replace("ada@", "bob@"));
        assertThat(standings.near(pupils, List.of("both"))).containsExactlyInAnyOrder(ada, bob);
        assertThat(standings.near(pupils, List.of("slow"))).containsExactly(ada);
        assertThat(standings.near(List.of(eve, bob), List.of("slow", "friend"))).isEmpty();
        for (String badge : BADGES) {
            assertThat(standings.near(pupils, List.of(badge))).as(badge).isEqualTo(decidedNear(List.of(badge)));
        }

        walk.turn(Duration.ofDays(3));
        assertThat(mark(List.of("slow"), ada)).isEqualTo(Mark.EARNED);
        assertThat(standings.near(pupils, List.of("slow"))).isEmpty();

        UUID low = UUID.randomUUID();
        walk.walk(scored(low, "0.7", TEN).replace("ada@", "bob@"));
        assertThat(standings.near(pupils, List.of("quiz"))).containsExactly(bob);
        walk.walk(voids(UUID.randomUUID(), gone), voids(UUID.randomUUID(), low));
        assertThat(standings.near(pupils, List.of("both"))).containsExactly(ada);
        assertThat(standings.near(pupils, List.of("quiz")))
                .as("nothing is known of him any more that would count")
                .isEqualTo(decidedNear(List.of("quiz")))
                .isEmpty();
        assertThat(standings.near(pupils, List.of())).isEmpty();
        assertThat(standings.near(List.of(), BADGES)).isEmpty();
    }

    @OnEveryDatabase
    void near_isFilledIn_forWhomWasDecidedBeforeItWasKept(Database database) throws IOException {
        walk.walk(scored(UUID.randomUUID(), "0.7", TEN).replace("ada@", "bob@"));
        database.change(handle -> handle.execute("delete from near_badge"));
        assertThat(standings.near(pupils, BADGES)).isEmpty();

        String migration = migration("V22__what_is_near.sql");
        String fill = migration.substring(migration.indexOf("insert into"), migration.lastIndexOf(';'));
        database.change(handle -> handle.execute(fill));
        walk.turn(Duration.ofSeconds(1));

        assertThat(standings.near(pupils, BADGES))
                .isEqualTo(decidedNear(BADGES))
                .containsExactly(bob);
        assertThat(walk.count("evaluation")).isZero();
    }

    @OnEveryDatabase
    void near_isKeptOfWhoStandsForOthersAlone(Database database) throws IOException {
        walk.walk(scored(UUID.randomUUID(), "0.7", TEN).replace("ada@", "bob@"));
        assertThat(standings.near(List.of(ada), List.of("quiz"))).isEmpty();
        assertThat(standings.near(List.of(bob), List.of("quiz"))).containsExactly(bob);

        Merge merge = walk.people.merge(ada, bob, "one person", walk.clock.instant());
        walk.settle();
        assertThat(standings.near(List.of(ada), List.of("quiz"))).containsExactly(ada);
        assertThat(standings.near(List.of(bob), List.of("quiz"))).isEmpty();

        long near = walk.count("near_badge");
        database.change(
                handle -> handle.execute("insert into near_badge (person, badge) values (?, 'quiz')", bob.value()));
        repeat(database, "V34__who_is_near_again.sql");
        repeat(database, "V34__who_is_near_again.sql");
        assertThat(walk.count("evaluation")).isEqualTo(near);
        walk.turn(Duration.ofSeconds(1));
        assertThat(walk.count("near_badge")).isEqualTo(near);
        assertThat(walk.count("evaluation")).isZero();

        walk.people.unmerge(merge.id(), walk.clock.instant());
        walk.settle();
        assertThat(standings.near(List.of(ada), List.of("quiz"))).isEmpty();
        assertThat(standings.near(List.of(bob), List.of("quiz"))).containsExactly(bob);
    }

    private static void repeat(Database database, String migration) throws IOException {
        for (String statement : migration(migration).strip().split(";(\\R|$)", 0)) {
            database.change(handle -> handle.execute(statement));
        }
    }

    private static String migration(String file) throws IOException {
        try (InputStream migration = Objects.requireNonNull(Database.class.getResourceAsStream("migrations/" + file))) {
            return new String(migration.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Mark mark(List<String> badges, PersonId person) {
        return standings.of(pupils, badges).get(person).get(badges.get(0)).mark();
    }

    @OnEveryDatabase
    void nobodyAndNothing_areAskedForNothing() {
        assertThat(standings.of(List.of(), BADGES)).isEmpty();
        assertThat(standings.of(List.of(ada), List.of()).get(ada)).isEmpty();
    }

    @OnEveryDatabase
    void merged_countAsWhoStandsForThem_andDeclinedIsNotEarned() {
        walk.walk(scored(UUID.randomUUID(), "0.9", TEN).replace("ada@", "bob@"));
        walk.people.merge(ada, bob, "one person", walk.clock.instant());
        pupils = List.of(ada, eve);
        walk.settle();
        assertThat(mark(ada, "quiz")).isEqualTo(Mark.EARNED);
        assertThat(row(ada).get("both").done()).isEqualTo(1);

        Award waits = walk.awards.list("approved", ada, null, 1).get(0);
        new Verdicts(walk.awards, walk.rules, walk.orders, walk.clock).decline(waits, "no");
        assertThat(mark(ada, "approved")).isEqualTo(Mark.UNDER_WAY);
    }

    @OnEveryDatabase
    void earned_tellsWhatStands_ofWhoStandsForThem_alsoWhatExpired() {
        walk.walk(
                scored(UUID.randomUUID(), "0.9", "2026-02-01T10:00:00Z").replace("ada@", "bob@"),
                scored(UUID.randomUUID(), "0.9", TEN).replace("ada@", "eve@"));
        List<String> badges = List.of("quiz", "short", "claimed", "approved");
        Instant february = Instant.parse("2026-02-01T10:00:00Z");
        assertThat(standings.earned(pupils, badges))
                .contains(
                        new ClassEvidence.Earned(bob, "quiz", february),
                        new ClassEvidence.Earned(bob, "short", february),
                        new ClassEvidence.Earned(eve, "quiz", Instant.parse(TEN)))
                .noneMatch(one -> one.badge().equals("claimed") || one.badge().equals("approved"));

        walk.people.merge(ada, bob, "one person", walk.clock.instant());
        walk.settle();
        assertThat(standings.earned(List.of(ada, eve), badges))
                .contains(new ClassEvidence.Earned(ada, "quiz", february))
                .noneMatch(one -> one.person().equals(bob));
        assertThat(standings.earned(List.of(ada), List.of())).isEmpty();
    }

    @OnEveryDatabase
    void expired_isNotEarned() {
        walk.walk(scored(UUID.randomUUID(), "0.9", "2026-02-01T10:00:00Z"));
        assertThat(standings
                        .of(List.of(ada), List.of("short"))
                        .get(ada)
                        .get("short")
                        .mark())
                .isEqualTo(Mark.EXPIRED);
    }
}
