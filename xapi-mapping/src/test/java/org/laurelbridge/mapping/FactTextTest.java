package org.laurelbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
            assertThat(FactText.read(FactText.write(fact))).isEqualTo(fact);
        }
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
