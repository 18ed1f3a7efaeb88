package org.laurelbridge.webapp.teach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.award.ClassEvidence.Earned;
import org.laurelbridge.bridge.lti.Leaderboards.Aliases;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.webapp.words.Language;
import org.laurelbridge.webapp.words.Words;

/** Bars of charts and places on boards. */
class WatchingTest {
    private static final Instant NOW = Instant.parse("2026-03-11T10:00:00Z");
    private static final Words WORDS = Words.of(Language.values()[0]);
    private static final Aliases ALIASES = person -> "A" + person.value().getLeastSignificantBits();

    private static Chart chart(Instant... moments) {
        return Chart.of("x", "X", List.of(moments), NOW, WORDS);
    }

    @Test
    void fewWeeks_areBarsOfWeeks_upToNow_withTheEmptyOnes() {
        Chart chart = chart(
                Instant.parse("2026-02-22T23:59:59Z"),
                Instant.parse("2026-02-23T00:00:00Z"),
                Instant.parse("2026-02-24T00:00:00Z"));

        assertThat(chart.unit()).isEqualTo(Chart.Unit.WEEK);
        assertThat(chart.bars()).extracting(Chart.Bar::count).containsExactly(1L, 2L, 0L, 0L);
        assertThat(chart.top()).isEqualTo(2);
        assertThat(chart.most().count()).isEqualTo(2);
    }

    @Test
    void longerTimes_areBarsOfMonthsAndYears() {
        assertThat(chart(NOW.minus(Duration.ofDays(200))).unit()).isEqualTo(Chart.Unit.MONTH);
        assertThat(chart(NOW.minus(Duration.ofDays(200))).bars().get(0).label()).isEqualTo("Aug 2025");
        assertThat(chart(NOW.minus(Duration.ofDays(2000))).unit()).isEqualTo(Chart.Unit.YEAR);
        assertThat(chart(Instant.EPOCH).bars()).hasSizeLessThanOrEqualTo(41);
        assertThat(chart(NOW.plus(Duration.ofDays(40))).total()).isEqualTo(1);
    }

    @Test
    void barsOfAnyMoments_standInThePicture_andAreAllOfThem() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Instant[] moments = Stream.generate(() -> NOW.minus(Duration.ofHours(random.nextInt(90_000))))
                    .limit(1 + random.nextInt(300))
                    .toArray(Instant[]::new);
            Chart chart = chart(moments);
            assertThat(chart.total()).as("seed " + seed).isEqualTo(moments.length);
            assertThat(chart.bars()).allSatisfy(bar -> {
                assertThat(bar.x()).isGreaterThanOrEqualTo(36);
                assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(712);
                assertThat(bar.y()).isBetween(12, 192);
            });
        }
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(0, number));
    }

    private static Earned earned(int person, String badge) {
        return new Earned(person(person), badge, NOW);
    }

    @Test
    void board_hasEverybodyOnce_equalOnesAtOnePlace_andYouAlone() {
        List<PersonId> people =
                IntStream.range(0, 5).mapToObj(WatchingTest::person).toList();
        Board board = Board.of(
                people,
                List.of(earned(3, "a"), earned(3, "b"), earned(1, "a"), earned(1, "a"), earned(2, "b"), earned(9, "a")),
                ALIASES,
                person(2));

        assertThat(board.lines())
                .containsExactly(
                        new Board.Line(1, "A3", 2, false),
                        new Board.Line(2, "A1", 1, false),
                        new Board.Line(2, "A2", 1, true),
                        new Board.Line(4, "A0", 0, false),
                        new Board.Line(4, "A4", 0, false));
    }

    @Test
    void board_ofFew_isEmpty() {
        List<PersonId> people =
                IntStream.range(0, 4).mapToObj(WatchingTest::person).toList();
        assertThat(Board.of(people, List.of(earned(1, "a")), ALIASES, null).lines())
                .isEmpty();
    }
}
