package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.verify.MatchTries;

class MatchTryStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @OnEveryDatabase
    void count_isTenAnHour_ofEachBadge(Database database) {
        MatchTryStore tries = new MatchTryStore(database);
        for (int i = 0; i < MatchTries.MOST; i++) {
            assertThat(tries.count("one", NOW.plusSeconds(i))).isTrue();
        }
        assertThat(tries.count("one", NOW.plusSeconds(60))).isFalse();
        assertThat(tries.count("other", NOW.plusSeconds(60))).isTrue();

        assertThat(tries.count("one", NOW.plus(Duration.ofHours(1)))).isTrue();
        assertThat(tries.count("one", NOW.plus(Duration.ofHours(1)))).isFalse();
    }

    @OnEveryDatabase
    void count_byManyAtOnce_isNeverMoreThanTen(Database database) {
        MatchTryStore tries = new MatchTryStore(database);

        long answered = IntStream.range(0, 40)
                .parallel()
                .filter(i -> tries.count("one", NOW))
                .count();

        assertThat(answered).isEqualTo(MatchTries.MOST);
    }
}
