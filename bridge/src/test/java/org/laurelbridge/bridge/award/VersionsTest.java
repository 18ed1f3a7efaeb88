package org.laurelbridge.bridge.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.bridge.map.SeveralVersions;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Kind;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.RuleReader;
import org.laurelbridge.rule.Vocabulary;

/** Version n of each chain comes into force at second n; all of them read one activity, unless it is said otherwise. */
class VersionsTest {

    private enum Whom {
        ALL,
        EITHER,
        NEW
    }

    @Test
    void thirdVersion_keepsThoseApartWhomTheSecondLeftToTheFirst() {
        Chain chain = new Chain(List.of(Whom.ALL, Whom.NEW, Whom.NEW));
        assertThat(List.of(chain.judges(1.5), chain.judges(2.5), chain.judges(3.5)))
                .containsExactly(List.of(1), List.of(2), List.of(3));
        assertThat(chain.asked()).containsExactly(3, 2, 1);
    }

    @Test
    void eitherOfThree_isTheNewestFirst() {
        Chain chain = new Chain(List.of(Whom.ALL, Whom.NEW, Whom.EITHER));
        assertThat(List.of(chain.judges(1.5), chain.judges(2.5), chain.judges(3.5)))
                .containsExactly(List.of(3, 1), List.of(3, 2), List.of(3));
    }

    @Test
    void whatTheFirstAloneRead_beganTheFirst() {
        Chain chain = new Chain(
                List.of(version(1, "first", Whom.ALL), version(2, "second", Whom.NEW), version(3, "third", Whom.NEW)));
        assertThat(chain.judges("first", 1.5)).containsExactly(1);
        // it came when the second was in force already
        assertThat(chain.judges("first", 2.5)).containsExactly(3);
        assertThat(chain.judges("second", 2.5)).containsExactly(2);
        assertThat(chain.judges("third", 2.5)).containsExactly(3);
    }

    @Test
    void forEverybody_isForThoseOfEveryVersionBefore() {
        Chain chain = new Chain(List.of(Whom.ALL, Whom.NEW, Whom.NEW, Whom.ALL));
        assertThat(List.of(chain.judges(1.5), chain.judges(2.5), chain.judges(3.5)))
                .containsOnly(List.of(4));
        assertThat(chain.asked()).containsExactly(4);
    }

    /** What was in force at the beginning, or was for everybody since, and each later one that may be met instead. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyChain_isWalkedFromTheBeginningOn(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<Whom> whom = new ArrayList<>(List.of(Whom.ALL));
            IntStream.range(0, random.nextInt(6)).forEach(i -> whom.add(Whom.values()[random.nextInt(3)]));
            Chain chain = new Chain(whom);
            for (double begun = 1.5; begun < whom.size() + 1; begun++) {
                List<Integer> expected = new ArrayList<>();
                for (int version = (int) begun; version <= whom.size(); version++) {
                    boolean isStart = version == (int) begun || whom.get(version - 1) == Whom.ALL;
                    if (isStart) {
                        expected.clear();
                    }
                    if (isStart || whom.get(version - 1) == Whom.EITHER) {
                        expected.add(0, version);
                    }
                }
                assertThat(chain.judges(begun))
                        .as("%s begun at %s", whom, begun)
                        .isEqualTo(expected);
                assertThat(chain.asked()).containsAll(expected);
            }
            assertThat(chain.versions().forNew(List.of(), List.of(), null))
                    .extracting(Badge::version)
                    .containsExactly(whom.size());
        }
    }

    private record Chain(Versions versions) {

        Chain(List<?> all) {
            this(new Versions(
                    SeveralVersions.of(
                            IntStream.rangeClosed(1, all.size())
                                    .mapToObj(number -> all.get(number - 1) instanceof Badge badge
                                            ? badge
                                            : version(number, "quiz", (Whom) all.get(number - 1)))
                                    .toList(),
                            since(all.size())),
                    "quiz"));
        }

        private static Map<String, Instant> since(int versions) {
            Map<String, Instant> since = new HashMap<>();
            IntStream.rangeClosed(1, versions).forEach(number -> since.put("quiz@" + number, at(number)));
            return since;
        }

        List<Integer> judges(double begun) {
            return judges("quiz", begun);
        }

        List<Integer> judges(String activity, double begun) {
            return versions.forNew(List.of(fact(activity, at(begun))), List.of(), null).stream()
                    .map(Badge::version)
                    .toList();
        }

        List<Integer> asked() {
            return versions.all(Set.of()).stream().map(Badge::version).toList();
        }
    }

    private static Instant at(double seconds) {
        return Instant.parse("2026-03-01T10:00:00Z").plusMillis((long) (seconds * 1000));
    }

    private static Badge version(int number, String activity, Whom whom) {
        String underway = switch (whom) {
            case ALL -> "v" + number;
            case EITHER -> "either";
            case NEW -> "v" + (number - 1);
        };
        String text = Walk.badge(
                        "quiz",
                        number,
                        "when: {completed: %s}".formatted(activity),
                        "applies: {underway: %s}".formatted(underway))
                .text();
        return new RuleReader(Vocabulary.open()).read("quiz", text).badge().orElseThrow();
    }

    private static Fact fact(String activity, Instant at) {
        UUID id = UUID.randomUUID();
        return new Fact(
                activity,
                Kind.COMPLETED,
                "completed",
                at,
                null,
                null,
                true,
                null,
                null,
                id.toString(),
                Set.of("lrs"),
                null,
                null,
                activity,
                activity,
                null,
                null,
                null,
                null,
                false,
                false,
                id);
    }
}
