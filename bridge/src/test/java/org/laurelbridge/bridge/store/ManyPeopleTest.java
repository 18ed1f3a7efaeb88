package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.laurelbridge.bridge.record.Newcomer;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** Many people at once are taken in as one after the other would be. */
class ManyPeopleTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final int MANY = 10_000;

    private Database database;
    private PeopleStore people;

    @BeforeEach
    void open(Database given) {
        database = given;
        people = new PeopleStore(database);
    }

    /** Newcomers that share identifiers with each other and with those who are there, some of whom are merged. */
    @OnEveryDatabase
    void addAll_isAsOneByOne() {
        for (int seed = 0; seed < 60; seed++) {
            List<String> many = after(seed, "many", then -> people.addAll(then, NOW));
            List<String> one = after(seed, "one", this::oneByOne);
            assertThat(many).as("seed " + seed).isEqualTo(one);
        }
    }

    /** Who is who afterwards, by numbers instead of random ids. */
    private List<String> after(
            int seed, String world, Function<List<Newcomer>, List<Optional<PersonId>>> adding) {
        Random random = new Random(seed);
        String system = world + seed + ".example";
        List<Optional<PersonId>> before = oneByOne(newcomers(random, 4, system));
        List<PersonId> there = before.stream().flatMap(Optional::stream).distinct().toList();
        if (random.nextBoolean() && there.size() > 1) {
            people.merge(there.get(0), there.get(1), "seed " + seed, NOW);
        }
        List<Optional<PersonId>> taken = adding.apply(newcomers(random, 8, system));
        Map<PersonId, Integer> numbers = new HashMap<>();
        before.forEach(one -> one.ifPresent(person -> numbers.putIfAbsent(person, numbers.size())));
        List<String> told = new ArrayList<>();
        for (Optional<PersonId> one : taken) {
            one.ifPresent(person -> numbers.putIfAbsent(person, numbers.size()));
            told.add(one.map(numbers::get).toString());
        }
        numbers.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> {
            Person person = people.findAlone(entry.getKey().value()).orElseThrow();
            List<String> known = person.identifiers().stream()
                    .filter(identifier -> !identifier.kind().equals("mbox_sha1sum"))
                    .map(identifier -> identifier.toString().replace(system, ""))
                    .toList();
            told.add(entry.getValue() + " " + person.name() + " " + known);
        });
        return told;
    }

    private List<Optional<PersonId>> oneByOne(List<Newcomer> newcomers) {
        List<Optional<PersonId>> added = new ArrayList<>();
        for (Newcomer newcomer : newcomers) {
            try {
                added.add(Optional.of(people.add(newcomer.name(), newcomer.identifiers(), NOW)));
            } catch (People.IdentifiersDisagree disagree) {
                added.add(Optional.empty());
            }
        }
        return added;
    }

    private static List<Newcomer> newcomers(Random random, int count, String system) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Newcomer(
                        random.nextInt(3) == 0 ? null : "Name " + random.nextInt(4),
                        IntStream.rangeClosed(0, random.nextInt(3))
                                .mapToObj(j -> identifier(random, system))
                                .distinct()
                                .toList()))
                .toList();
    }

    private static Identifier identifier(Random random, String system) {
        return switch (random.nextInt(3)) {
            case 0 -> new Identifier("email", "", (random.nextBoolean() ? "A" : "a") + random.nextInt(3) + "@" + system);
            case 1 -> new Identifier("id", system, Integer.toString(random.nextInt(4)));
            default -> new Identifier("username", system, "u" + random.nextInt(4));
        };
    }

    @OnEveryDatabase
    void addAll_ofTheSameByFourNodesInAnyOrder_makesEachOnce() {
        List<Newcomer> all = roster(500);
        Set<List<PersonId>> made = ConcurrentHashMap.newKeySet();
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(seed -> new Thread(() -> {
                    List<Newcomer> shuffled = new ArrayList<>(all);
                    Collections.shuffle(shuffled, new Random(seed));
                    made.add(people.addAll(shuffled, NOW).stream()
                            .map(Optional::orElseThrow)
                            .sorted(Comparator.comparing(PersonId::value))
                            .toList());
                }))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Threads::join);

        assertThat(made).hasSize(1);
        assertThat(made.iterator().next()).hasSize(500).doesNotHaveDuplicates();
    }

    /** The bound of the product's promise, three times over: a slow machine must not fail it. */
    @OnEveryDatabase
    void addAll_ofTenThousand_takesSeconds_andAgainLess() {
        List<Newcomer> all = roster(MANY);

        long start = System.nanoTime();
        List<Optional<PersonId>> first = people.addAll(all, NOW);
        long then = System.nanoTime();
        List<Optional<PersonId>> second = people.addAll(all, NOW);
        long end = System.nanoTime();

        assertThat(second).isEqualTo(first).hasSize(MANY).doesNotContain(Optional.empty());
        assertThat(Duration.ofNanos(then - start)).isLessThan(Duration.ofSeconds(30));
        assertThat(end - then).isLessThan(then - start);
    }

    private static List<Newcomer> roster(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Newcomer(
                        "Learner " + i,
                        List.of(
                                new Identifier("id", "https://lms.example", Integer.toString(i)),
                                new Identifier("username", "https://lms.example", "learner" + i),
                                new Identifier("email", "", "learner" + i + "@example.org"))))
                .toList();
    }
}
