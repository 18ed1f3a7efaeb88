package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.grant.Client;
import org.laurelbridge.bridge.grant.Clients;
import org.laurelbridge.bridge.grant.Grants.Allowance;
import org.laurelbridge.bridge.grant.Scope;

class ClientStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final UUID ONE = new UUID(1, 1);

    @OnEveryDatabase
    void secret_isComparedAndNeverKept(Database database) {
        ClientStore clients = new ClientStore(database);
        clients.add(new Client(ONE, false, "{\"client_name\":\"Ü\"}", NOW), "the secret");
        clients.add(new Client(new UUID(1, 2), true, "{}", NOW), null);

        assertThat(clients.find(ONE)).contains(new Client(ONE, false, "{\"client_name\":\"Ü\"}", NOW));
        assertThat(clients.isSecret(ONE, "the secret")).isTrue();
        assertThat(clients.isSecret(ONE, "another")).isFalse();
        assertThat(clients.isSecret(new UUID(1, 2), "")).isFalse();
        assertThat(clients.find(new UUID(1, 3))).isEmpty();
    }

    @OnEveryDatabase
    void applicationsThatNobodyUsed_areForgotten(Database database) {
        ClientStore clients = new ClientStore(database);
        clients.add(new Client(ONE, true, "{}", NOW), null);
        clients.add(new Client(new UUID(1, 2), true, "{}", NOW), null);
        new GrantStore(database).allow(new Allowance(ONE, new UUID(2, 1), Set.of(Scope.PROFILE_READ), "x", "c"), NOW);
        Instant later = NOW.plus(Clients.PATIENCE).plus(Duration.ofDays(1));
        clients.add(new Client(new UUID(1, 3), true, "{}", later), null);

        assertThat(clients.find(ONE)).isPresent();
        assertThat(clients.find(new UUID(1, 2))).isEmpty();
        assertThat(clients.find(new UUID(1, 3))).isPresent();
    }

    @OnEveryDatabase
    void count_byManyAtOnce_isNeverMoreThanAllowed(Database database) {
        ClientStore clients = new ClientStore(database);
        long counted = IntStream.range(0, 60)
                .parallel()
                .filter(i -> clients.count("192.0.2.1", NOW))
                .count();
        assertThat(counted).isEqualTo(Clients.MOST_AN_HOUR);
        assertThat(clients.count("192.0.2.2", NOW)).isTrue();
        assertThat(clients.count("192.0.2.1", NOW.plus(Duration.ofHours(1)))).isTrue();
    }
}
