package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class LeaseStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final UUID ONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("00000000-0000-4000-8000-000000000002");

    @OnEveryDatabase
    void hold_free_isHeldAgainstOthersUntilItEnds(Database database) {
        LeaseStore leases = new LeaseStore(database);

        assertThat(leases.hold("pull:a", ONE, NOW, MINUTE)).isTrue();
        assertThat(leases.hold("pull:a", TWO, NOW.plusSeconds(59), MINUTE)).isFalse();
        assertThat(leases.hold("pull:b", TWO, NOW, MINUTE)).isTrue();
        assertThat(leases.hold("pull:a", TWO, NOW.plusSeconds(60), MINUTE)).isTrue();
        assertThat(leases.hold("pull:a", ONE, NOW.plusSeconds(61), MINUTE)).isFalse();
    }

    @OnEveryDatabase
    void hold_own_isProlonged(Database database) {
        LeaseStore leases = new LeaseStore(database);
        leases.hold("pull:a", ONE, NOW, MINUTE);

        assertThat(leases.hold("pull:a", ONE, NOW.plusSeconds(30), MINUTE)).isTrue();
        assertThat(leases.hold("pull:a", TWO, NOW.plusSeconds(61), MINUTE)).isFalse();
    }

    @OnEveryDatabase
    void giveBack_own_freesItAndAnothersDoesNot(Database database) {
        LeaseStore leases = new LeaseStore(database);
        leases.hold("pull:a", ONE, NOW, MINUTE);

        leases.giveBack("pull:a", TWO);
        assertThat(leases.hold("pull:a", TWO, NOW, MINUTE)).isFalse();
        leases.giveBack("pull:a", ONE);
        assertThat(leases.hold("pull:a", TWO, NOW, MINUTE)).isTrue();
    }

    @OnEveryDatabase
    void hold_manyNodesAtOnce_oneHasIt(TestDatabase database) throws Exception {
        List<LeaseStore> nodes = IntStream.range(0, 4)
                .mapToObj(node -> new LeaseStore(database.open()))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> held = nodes.stream()
                    .map(node -> threads.submit(() -> node.hold("pull:a", UUID.randomUUID(), NOW, MINUTE)))
                    .toList();
            int holders = 0;
            for (Future<Boolean> one : held) {
                holders += one.get() ? 1 : 0;
            }
            assertThat(holders).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
