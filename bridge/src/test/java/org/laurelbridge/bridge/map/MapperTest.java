package org.laurelbridge.bridge.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.map.FactLog.Counted;
import org.laurelbridge.bridge.map.FactLog.Derived;
import org.laurelbridge.bridge.map.FactLog.ToMap;

/** How intakes go into commits; the store that refuses one cannot be had from a real database. */
class MapperTest {

    private final TurnedClock clock = new TurnedClock("2026-03-01T12:00:00Z");
    private final FactLog facts = mock(FactLog.class);
    private final Mapper mapper = new Mapper(facts, new RuleBook(mock(RuleDocuments.class), clock), clock);
    private final List<List<Long>> commits = new ArrayList<>();
    private long poisoned;

    @BeforeEach
    void aStoreThatRefusesThePoisoned() {
        when(facts.load(any()))
                .thenAnswer(call -> call.<List<ToMap>>getArgument(0).stream()
                        .map(intake -> List.of())
                        .toList());
        when(facts.replace(any(), any(), any())).thenAnswer(call -> {
            List<Long> ids = call.<List<Derived>>getArgument(0).stream()
                    .map(derived -> derived.intake().intake())
                    .toList();
            if (ids.contains(poisoned)) {
                throw new FactLog.Refused(new IllegalStateException("too long"));
            }
            commits.add(ids);
            return ids.stream().map(id -> Optional.of(new Counted(0, 0, 0))).toList();
        });
    }

    private void wait(int intakes, int statements) {
        when(facts.listToMap(anyLong(), anyInt()))
                .thenReturn(LongStream.rangeClosed(1, intakes)
                        .mapToObj(id -> new ToMap(id, 0, 0, statements))
                        .toList());
    }

    @Test
    void mapDue_manySmallIntakes_shareACommit() {
        wait(3, 8);

        assertThat(mapper.mapDue()).isEqualTo(3);
        assertThat(commits).containsExactly(List.of(1L, 2L, 3L));
    }

    @Test
    void mapDue_largeIntakes_takeAsManyAsTheBoundAllows() {
        wait(5, 400);

        assertThat(mapper.mapDue()).isEqualTo(2);
        assertThat(commits).containsExactly(List.of(1L, 2L));
    }

    @Test
    void mapDue_oneBeyondTheBound_goesAlone() {
        wait(2, 5_000);

        assertThat(mapper.mapDue()).isEqualTo(1);
        assertThat(commits).containsExactly(List.of(1L));
    }

    @Test
    void mapDue_oneIsRefused_theOthersAreWrittenAndItRests() {
        wait(3, 8);
        poisoned = 2;

        assertThat(mapper.mapDue()).isEqualTo(2);
        assertThat(commits).containsExactly(List.of(1L), List.of(3L));
        assertThat(mapper.figures().stuck()).singleElement().satisfies(stuck -> {
            assertThat(stuck.intake()).isEqualTo(2);
            assertThat(stuck.retryAt()).isEqualTo("2026-03-01T12:01:00Z");
        });
    }

    @Test
    void mapDue_afterItsRest_itIsTriedAgain() {
        wait(1, 8);
        poisoned = 1;
        mapper.mapDue();
        poisoned = 0;

        assertThat(mapper.mapDue()).isZero();
        clock.turn(Duration.ofMinutes(2));

        assertThat(mapper.mapDue()).isEqualTo(1);
        assertThat(mapper.figures().stuck()).isEmpty();
    }
}
