package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.deliver.LineItems;

class LineItemStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final LineItems.Key KEY = new LineItems.Key("campus", "2", "k8s-quiz");

    @OnEveryDatabase
    void claim_fromEightThreads_isGivenOnce(Database database) {
        LineItems items = new LineItemStore(database);

        long given = IntStream.range(0, 8)
                .parallel()
                .filter(i -> items.claim(KEY, NOW, LEASE))
                .count();

        assertThat(given).isEqualTo(1);
    }

    @OnEveryDatabase
    void claim_thatRanOut_isGivenAgain(Database database) {
        LineItems items = new LineItemStore(database);
        items.claim(KEY, NOW, LEASE);

        assertThat(items.claim(KEY, NOW.plus(LEASE).minusMillis(1), LEASE)).isFalse();
        assertThat(items.claim(KEY, NOW.plus(LEASE), LEASE)).isTrue();
    }

    @OnEveryDatabase
    void claim_afterARelease_isGivenAtOnce(Database database) {
        LineItems items = new LineItemStore(database);
        items.claim(KEY, NOW, LEASE);
        items.release(KEY);

        assertThat(items.claim(KEY, NOW, LEASE)).isTrue();
    }

    @OnEveryDatabase
    void save_isFoundAndCannotBeClaimed(Database database) {
        LineItems items = new LineItemStore(database);
        items.claim(KEY, NOW, LEASE);
        items.save(KEY, "https://campus/item?type_id=1");

        assertThat(items.find(KEY)).contains("https://campus/item?type_id=1");
        assertThat(items.claim(KEY, NOW.plus(LEASE), LEASE)).isFalse();
        assertThat(items.find(new LineItems.Key("campus", "3", "k8s-quiz"))).isEmpty();
    }

    @OnEveryDatabase
    void forget_leavesAColumnThatTookItsPlace(Database database) {
        LineItems items = new LineItemStore(database);
        items.save(KEY, "https://campus/new");

        items.forget(KEY, "https://campus/old");
        assertThat(items.find(KEY)).contains("https://campus/new");

        items.forget(KEY, "https://campus/new");
        assertThat(items.find(KEY)).isEmpty();
        assertThat(items.claim(KEY, NOW, LEASE)).isTrue();
    }
}
