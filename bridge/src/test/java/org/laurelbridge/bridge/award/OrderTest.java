package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.Identifier;

/** The same statements give the same awards, in whatever order, in whatever commits and however often they come (rules: S6). */
class OrderTest {

    private static final String BOTH = "when: {all: [{scored: {on: quiz, atLeast: 80%}}, {completed: lab}]}";
    private static final String NO_LAB =
            "when: {all: [{scored: {on: quiz, atLeast: 50%}}, {none: [{completed: lab}]}]}";
    private static final String LATEST = "when: {scored: {on: quiz, atLeast: 70%, attempt: latest}}";
    private static final int LEARNERS = 50;
    /** Each of them is an order of arrival of its own: what other learners send plays no part. */
    private static final int ROUNDS = 20;

    private final Random random = new Random(7);

    private static Stream<Named<Supplier<TestDatabase>>> databases() {
        return Stream.of(Named.of("SQLite", TestDatabase::sqlite), Named.of("MariaDB", TestDatabase::mariaDb));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void thousandPermutationsWithDuplicates_endInTheSameAwards(Supplier<TestDatabase> databases) {
        List<String> story = story();
        Map<String, String> expected = outcome(databases, List.of(story)).get("u0");
        assertThat(expected).hasSize(3);
        for (int round = 0; round < ROUNDS; round++) {
            List<List<String>> orders = new ArrayList<>();
            for (int learner = 0; learner < LEARNERS; learner++) {
                orders.add(permuted(story));
            }
            outcome(databases, orders)
                    .forEach((learner, awards) ->
                            assertThat(awards).as("the awards of %s", learner).isEqualTo(expected));
        }
    }

    /** Scores and completions with voids of some, of things that are not there, and of voids. */
    private static List<String> story() {
        List<String> story = new ArrayList<>();
        story.add(Walk.scored(id(1), "0.85", "2026-03-01T10:00:00Z"));
        story.add(Walk.scored(id(2), "0.9", "2026-03-01T09:00:00Z"));
        story.add(Walk.scored(id(3), "0.6", "2026-03-01T08:00:00Z"));
        story.add(Walk.scored(id(4), "0.75", "2026-03-01T11:00:00Z"));
        story.add(Walk.did(id(5), "https://lms.example/lab", "{}", "2026-03-01T10:30:00Z"));
        story.add(Walk.did(id(6), "https://lms.example/lab", "{}", "2026-03-01T07:00:00Z"));
        story.add(Walk.voids(id(7), id(2)));
        story.add(Walk.voids(id(8), id(6)));
        story.add(Walk.voids(id(9), id(7)));
        story.add(Walk.voids(id(10), id(99)));
        return story;
    }

    private List<String> permuted(List<String> story) {
        List<String> order = new ArrayList<>(story);
        for (int more = random.nextInt(5); more > 0; more--) {
            order.add(story.get(random.nextInt(story.size())));
        }
        Collections.shuffle(order, random);
        return order;
    }

    /** Badge, status, moment and evidence of each learner's awards, once the input is quiet and the timers have run. */
    private Map<String, Map<String, String>> outcome(Supplier<TestDatabase> databases, List<List<String>> orders) {
        try (TestDatabase given = databases.get()) {
            Walk walk = new Walk(given.database());
            walk.apply(
                    Walk.mapping(1, "park"),
                    Walk.badge("both", 1, BOTH),
                    Walk.badge("no-lab", 1, NO_LAB),
                    Walk.badge("latest", 1, LATEST));
            int longest = orders.stream().mapToInt(List::size).max().orElse(0);
            for (int place = 0; place < longest; place++) {
                List<String> together = new ArrayList<>();
                for (int learner = 0; learner < orders.size(); learner++) {
                    if (place < orders.get(learner).size()) {
                        together.add(of(learner, orders.get(learner).get(place)));
                    }
                }
                walk.hear(together.toArray(String[]::new));
                if (random.nextInt(3) == 0) {
                    walk.turn(Duration.ofSeconds(random.nextInt(180)));
                }
                if (place == longest / 2) {
                    addPeople(walk, orders.size());
                }
            }
            walk.settle();
            walk.turn(Duration.ofHours(1));
            return awards(walk, orders.size());
        }
    }

    private static void addPeople(Walk walk, int learners) {
        for (int learner = 0; learner < learners; learner++) {
            walk.people.add(
                    null, List.of(new Identifier("email", "", "u" + learner + "@example.org")), walk.clock.instant());
        }
    }

    private static Map<String, Map<String, String>> awards(Walk walk, int learners) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (int learner = 0; learner < learners; learner++) {
            var person = walk.people
                    .find(new Identifier("email", "", "u" + learner + "@example.org"))
                    .orElseThrow();
            Map<String, String> awards = new TreeMap<>();
            for (Award award : walk.awards.list(null, person, null, 10)) {
                List<Long> evidence = award.evidence().stream()
                        .map(UUID::getLeastSignificantBits)
                        .sorted()
                        .toList();
                awards.put(award.badge(), award.status() + " " + award.earnedAt() + " " + evidence);
            }
            all.put("u" + learner, awards);
        }
        return all;
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    /** The statement as this learner's own: ids and actor. */
    private static String of(int learner, String statement) {
        return statement
                .replace("00000000-0000-0000-0000-", "%08x-0000-0000-0000-".formatted(learner + 1))
                .replace("ada@", "u" + learner + "@");
    }
}
