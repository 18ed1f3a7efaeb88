package org.laurelbridge.bridge.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.lti.TestPlatform;

class LtiPlatformStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private static LtiPlatform named(String name, String clientId) {
        LtiPlatform campus = TestPlatform.platform();
        return new LtiPlatform(
                UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
                name,
                campus.issuer(),
                clientId,
                campus.authorization(),
                campus.token(),
                campus.audience(),
                campus.keys(),
                false,
                Set.of("1", "2"));
    }

    @OnEveryDatabase
    void add_isThereAsItWas(Database database) {
        LtiPlatforms platforms = new LtiPlatformStore(database);
        LtiPlatform campus = named("campus", "a");
        assertThat(platforms.add(campus, NOW)).isTrue();
        assertThat(platforms.find(campus.id())).contains(campus);
    }

    @OnEveryDatabase
    void add_twoSitesOfOneIssuer_areTwo(Database database) {
        LtiPlatforms platforms = new LtiPlatformStore(database);
        LtiPlatform south = named("south", "b");
        LtiPlatform north = named("north", "a");
        platforms.add(south, NOW);
        platforms.add(north, NOW);
        assertThat(platforms.list(TestPlatform.ISSUER)).containsExactly(north, south);
        assertThat(platforms.list(TestPlatform.ISSUER + "/")).isEmpty();
        assertThat(platforms.list()).containsExactly(north, south);
    }

    @OnEveryDatabase
    void add_knownNameOrClient_isRefusedWhole(Database database) {
        LtiPlatforms platforms = new LtiPlatformStore(database);
        LtiPlatform campus = named("campus", "a");
        platforms.add(campus, NOW);
        assertThat(platforms.add(named("other", "a"), NOW)).isFalse();
        assertThat(platforms.add(named("campus", "b"), NOW)).isFalse();
        assertThat(platforms.list()).containsExactly(campus);
    }

    @OnEveryDatabase
    void allow_twice_isOneMore(Database database) {
        LtiPlatforms platforms = new LtiPlatformStore(database);
        LtiPlatform campus = named("campus", "a");
        platforms.add(campus, NOW);
        platforms.allow(campus.id(), "3", NOW);
        platforms.allow(campus.id(), "3", NOW);
        assertThat(platforms.find(campus.id()).orElseThrow().deployments()).isEqualTo(Set.of("1", "2", "3"));
    }

    @OnEveryDatabase
    void remove_isGone(Database database) {
        LtiPlatforms platforms = new LtiPlatformStore(database);
        LtiPlatform campus = named("campus", "a");
        platforms.add(campus, NOW);
        assertThat(platforms.remove(campus.id())).isTrue();
        assertThat(platforms.remove(campus.id())).isFalse();
        assertThat(platforms.list()).isEmpty();
        assertThat(platforms.add(campus, NOW)).isTrue();
    }
}
