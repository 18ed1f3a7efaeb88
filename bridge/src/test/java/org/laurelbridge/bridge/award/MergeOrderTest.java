package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurelbridge.bridge.record.Merge;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.Identifier;

/**
 * Whoever is merged and un-merged, in whatever order and between whatever statements, ends with the awards of people who were from
 * the start what they are at the end (rules: S6, S10).
 */
class MergeOrderTest {

    private static final String BOTH = "when: {all: [{scored: {on: quiz, atLeast: 80%}}, {completed: lab}]}";
    private static final String NO_LAB =
            "when: {all: [{scored: {on: quiz, atLeast: 50%}}, {none: [{completed: lab}]}]}";
    private static final String LATEST = "when: {scored: {on: quiz, atLeast: 70%, attempt: latest}}";
    private static final String TWICE = "when: {count: {of: {kind: completed, on: quiz}, per: day, atLeast: 2}}";
    /** Each of them is a story of its own, of three accounts. */
    private static final int TRIOS = 52;

    private static final int ROUNDS = 4;
    private static final List<String> ACCOUNTS = List.of("a", "b", "c");

    private final Random random = new Random(11);

    private static Stream<Named<Supplier<TestDatabase>>> databases() {
        return Stream.of(Named.of("SQLite", TestDatabase::sqlite), Named.of("MariaDB", TestDatabase::mariaDb));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void mergesAtRandom_endInTheAwardsOfPeopleWhoWereSoFromTheStart(Supplier<TestDatabase> databases) {
        int awards = 0;
        int together = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (TestDatabase given = databases.get()) {
                Walk walk = new Walk(given.database());
                walk.apply(
                        Walk.mapping(1, "park"),
                        Walk.badge("both", 1, BOTH),
                        Walk.badge("no-lab", 1, NO_LAB),
                        Walk.badge("latest", 1, LATEST),
                        Walk.badge("twice", 1, TWICE));
                List<Trio> trios = IntStream.range(0, TRIOS)
                        .mapToObj(number -> new Trio(walk, number))
                        .toList();
                while (trios.stream().anyMatch(Trio::isGoingOn)) {
                    trios.forEach(Trio::goOn);
                    if (random.nextInt(2) == 0) {
                        walk.turn(Duration.ofSeconds(random.nextInt(180)));
                    }
                }
                trios.forEach(Trio::tellAsFromTheStart);
                walk.settle();
                walk.turn(Duration.ofHours(1));
                for (Trio trio : trios) {
                    assertThat(trio.awards("m")).as("trio %s", trio.number).isEqualTo(trio.awards("s"));
                    awards += trio.awards("m").size();
                    together += trio.people().size() < ACCOUNTS.size() ? 1 : 0;
                }
                assertThat(undecided(walk)).isZero();
            }
        }
        assertThat(awards).isGreaterThan(ROUNDS * TRIOS);
        assertThat(together).isBetween(ROUNDS * TRIOS / 4, ROUNDS * TRIOS * 9 / 10);
    }

    private static long undecided(Walk walk) {
        return walk.count("evaluation where person in (select merged from merged_person)");
    }

    /** Three accounts twice: some are merged now and then, the others are from the start what the first are at the end. */
    private final class Trio {
        final int number;
        private final Walk walk;
        private final List<String> story = story();
        private final List<String> left;
        private final List<Merge> merges = new ArrayList<>();

        Trio(Walk walk, int number) {
            this.walk = walk;
            this.number = number;
            this.left = new ArrayList<>(story);
            for (int more = random.nextInt(4); more > 0; more--) {
                left.add(story.get(random.nextInt(story.size())));
            }
            Collections.shuffle(left, random);
            ACCOUNTS.forEach(account -> walk.people.add(null, List.of(email("m", account)), walk.clock.instant()));
        }

        boolean isGoingOn() {
            return !left.isEmpty();
        }

        void goOn() {
            if (!left.isEmpty()) {
                walk.hear(of("m", left.remove(left.size() - 1)));
            }
            if (random.nextInt(3) == 0) {
                mergeOrUndo();
            }
        }

        private void mergeOrUndo() {
            List<PersonId> people = new ArrayList<>(people());
            if (!merges.isEmpty() && (people.size() == 1 || random.nextBoolean())) {
                Merge undone = merges.remove(random.nextInt(merges.size()));
                assertThat(walk.people.unmerge(undone.id(), walk.clock.instant()))
                        .isPresent();
            } else if (people.size() > 1) {
                Collections.shuffle(people, random);
                merges.add(walk.people.merge(people.get(0), people.get(1), "chance", walk.clock.instant()));
            }
        }

        /** Who is somebody of their own now. */
        Set<PersonId> people() {
            Set<PersonId> people = new TreeSet<>((one, other) -> one.value().compareTo(other.value()));
            ACCOUNTS.forEach(account -> people.add(person("m", account)));
            return people;
        }

        private PersonId person(String side, String account) {
            return walk.people.find(email(side, account)).orElseThrow();
        }

        void tellAsFromTheStart() {
            for (PersonId person : people()) {
                List<Identifier> identifiers = ACCOUNTS.stream()
                        .filter(account -> person("m", account).equals(person))
                        .map(account -> email("s", account))
                        .toList();
                walk.people.add(null, identifiers, walk.clock.instant());
            }
            walk.hear(story.stream().map(one -> of("s", one)).toArray(String[]::new));
        }

        /** What stands, by account and badge: moment and evidence. What lost its support waits for a person, or was never there. */
        Map<String, String> awards(String side) {
            Map<String, String> awards = new TreeMap<>();
            for (String account : ACCOUNTS) {
                for (Award award : walk.awards.list(null, person(side, account), null, 100)) {
                    assertThat(award.person()).isEqualTo(person(side, account));
                    assertThat(award.status()).isNotEqualTo(AwardStatus.REVOKED);
                    if (award.status() == AwardStatus.VALID) {
                        List<Long> evidence = award.evidence().stream()
                                .map(UUID::getLeastSignificantBits)
                                .sorted()
                                .toList();
                        String earlier = awards.put(account + " " + award.badge(), award.earnedAt() + " " + evidence);
                        assertThat(earlier).as("another that stands").isNull();
                    }
                }
            }
            return awards;
        }

        private List<String> story() {
            List<String> told = new ArrayList<>();
            int length = 6 + random.nextInt(6);
            for (int i = 1; i <= length; i++) {
                String at = "2026-02-%02dT%02d:00:00Z".formatted(20 + random.nextInt(3), random.nextInt(24));
                String by = ACCOUNTS.get(random.nextInt(ACCOUNTS.size())) + "@";
                told.add(
                        switch (random.nextInt(6)) {
                            case 0, 1 ->
                                Walk.did(id(i), "https://lms.example/lab", "{}", at)
                                        .replace("ada@", by);
                            case 2 -> Walk.voids(id(i), id(1 + random.nextInt(length)));
                            default ->
                                Walk.scored(id(i), "0." + (4 + random.nextInt(6)), at)
                                        .replace("ada@", by);
                        });
            }
            return told;
        }

        private Identifier email(String side, String account) {
            return new Identifier("email", "", side + number + account + "@example.org");
        }

        /** The statement as it is told of this side's accounts: ids and actor. */
        private String of(String side, String statement) {
            int block = 2 * number + (side.equals("m") ? 1 : 2);
            return statement
                    .replace("00000000-0000-0000-0000-", "%08x-0000-0000-0000-".formatted(block))
                    .replaceAll("mailto:([abc])@", "mailto:" + side + number + "$1@");
        }
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
