package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.listen.kept.KeptSources;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.xapi.XapiVersion;

class KeptSourceStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final KeptSource.Pulled PULLED = new KeptSource.Pulled(
            URI.create("https://lrs.example/xapi"), XapiVersion.V2_0, Duration.ofSeconds(5), true);

    private static KeptSources sources(Database database) {
        return new KeptSourceStore(
                database, new SecretBox("a secret key of thirty-two bytes".getBytes(StandardCharsets.US_ASCII)));
    }

    private static KeptSource named(String name, KeptSource.@Nullable Pulled pulled) {
        return new KeptSource(UUID.randomUUID(), name, "key", "the secret, with ü", pulled);
    }

    @OnEveryDatabase
    void add_isThereAsItWas(Database database) {
        KeptSource lrs = named("lrs", PULLED);
        KeptSource sender = named("app", null);

        assertThat(sources(database).add(lrs, NOW)).isTrue();
        assertThat(sources(database).add(sender, NOW)).isTrue();

        assertThat(sources(database).list()).containsExactly(sender, lrs);
    }

    @OnEveryDatabase
    void add_knownName_changesNothing(Database database) {
        KeptSource lrs = named("lrs", PULLED);
        sources(database).add(lrs, NOW);

        assertThat(sources(database).add(named("lrs", null), NOW)).isFalse();

        assertThat(sources(database).list()).containsExactly(lrs);
        assertThat(rows(database)).hasSize(1);
    }

    @OnEveryDatabase
    void change_isAnother_whenItIsAnotherLrs(Database database) {
        KeptSource before = named("lrs", PULLED);
        KeptSource after = named(
                "lrs",
                new KeptSource.Pulled(
                        URI.create("https://other.example/xapi"), XapiVersion.V1_0, Duration.ofMinutes(1), true));
        sources(database).add(before, NOW);

        assertThat(sources(database).change(before.id(), after)).isTrue();
        assertThat(sources(database).change(before.id(), after)).isFalse();

        assertThat(sources(database).list()).containsExactly(after);
    }

    @OnEveryDatabase
    void remove_isGone(Database database) {
        KeptSource lrs = named("lrs", PULLED);
        sources(database).add(lrs, NOW);

        assertThat(sources(database).remove(lrs.id())).isTrue();
        assertThat(sources(database).remove(lrs.id())).isFalse();

        assertThat(sources(database).list()).isEmpty();
    }

    @OnEveryDatabase
    void everyChange_isTold_withoutTheSecret(Database database) {
        KeptSource lrs = named("lrs", PULLED);
        sources(database).add(lrs, NOW);
        sources(database).change(lrs.id(), new KeptSource(lrs.id(), "lrs", "key", "another secret", PULLED));
        sources(database).remove(lrs.id());

        assertThat(rows(database))
                .extracting(row -> row.change().action())
                .containsExactly("source.removed", "source.changed", "source.connected");
        assertThat(rows(database).get(1).change().after()).containsEntry("secret", "another one");
        assertThat(rows(database).toString()).doesNotContain("the secret, with").doesNotContain("another secret");
    }

    private static List<Audit.Entry> rows(Database database) {
        return new AuditStore(database, () -> NOW).list(Audit.Filter.ALL, 0, 10);
    }
}
