package org.laurelbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurelbridge.xapi.Score;

class FactTextTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void write_readsBackTheSame(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Fact fact = fact(random);
            assertThat(read(FactText.write(fact))).containsExactly(fact);
        }
    }

    @Test
    void read_passesOverWhatALaterVersionWrote() {
        Fact fact = fact(new Random(1));
        String text = FactText.write(fact).replaceFirst("\\{", "{\"later\":{\"more\":[1,{}]},");
        assertThat(read(text)).containsExactly(fact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{}", "\"\""})
    void read_refusesWhatIsNoFact(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void read_refusesAFactWithoutItsStatement() {
        String text = FactText.write(fact(new Random(1))).replace("\"statement\"", "\"stmt\"");
        assertThatThrownBy(() -> read(text)).hasMessageContaining("missing");
    }

    @Test
    void readAll_readsAHistoryInItsOrder() {
        Random random = new Random(2);
        List<Fact> facts = Stream.generate(() -> fact(random)).limit(50).toList();
        String texts = facts.stream().map(FactText::write).collect(Collectors.joining());
        assertThat(read(texts)).isEqualTo(facts);
        assertThat(read("")).isEmpty();
    }

    private static List<Fact> read(String texts) {
        return FactText.readAll(texts.getBytes(StandardCharsets.UTF_8));
    }

    private static Fact fact(Random random) {
        return new Fact(
                "a-" + random.nextInt(9),
                new Kind("passed"),
                "https://v.example/\"ü\\" + random.nextInt(),
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                maybe(
                        random,
                        () -> Percent.share(
                                decimal(random), decimal(random).abs().add(BigDecimal.ONE))),
                maybe(random, random::nextBoolean),
                maybe(random, random::nextBoolean),
                maybe(random, () -> "PT" + random.nextInt(99) + "S"),
                maybe(random, () -> new UUID(random.nextLong(), random.nextLong())),
                "attempt " + random.nextInt(),
                Set.of("source", "another \"one\""),
                maybe(random, random::nextBoolean),
                maybe(
                        random,
                        () -> new Score(
                                maybe(random, () -> decimal(random)),
                                maybe(random, () -> decimal(random)),
                                maybe(random, () -> decimal(random)),
                                maybe(random, () -> decimal(random)))),
                "https://o.example/" + random.nextInt(),
                "https://o.example/" + random.nextInt(),
                maybe(random, () -> "https://c.example/" + random.nextInt()),
                maybe(random, () -> new UUID(random.nextLong(), random.nextLong())),
                maybe(
                        random,
                        () -> new Cmi5(
                                random.nextBoolean(),
                                maybe(random, () -> "session " + random.nextInt()),
                                random.nextBoolean(),
                                maybe(random, () -> Cmi5.Level.values()[random.nextInt(3)]))),
                maybe(random, () -> Instant.ofEpochMilli(random.nextLong() >> 20)),
                random.nextBoolean(),
                random.nextBoolean(),
                new UUID(random.nextLong(), random.nextLong()));
    }

    private static BigDecimal decimal(Random random) {
        return BigDecimal.valueOf(random.nextLong(), random.nextInt(20));
    }

    private static <T> @Nullable T maybe(Random random, Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }
}
