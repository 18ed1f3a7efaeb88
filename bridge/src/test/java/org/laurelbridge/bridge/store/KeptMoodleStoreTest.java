package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodle;
import org.laurelbridge.bridge.deliver.moodle.KeptMoodles;
import org.laurelbridge.bridge.deliver.moodle.MoodleSettings.Place;
import org.laurelbridge.bridge.secret.SecretBox;

class KeptMoodleStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private static KeptMoodles moodles(Database database) {
        return new KeptMoodleStore(
                database, new SecretBox("a secret key of thirty-two bytes".getBytes(StandardCharsets.US_ASCII)));
    }

    private static KeptMoodle named(String name) {
        return new KeptMoodle(
                UUID.randomUUID(),
                name,
                URI.create("https://moodle.example"),
                "the token, with ü",
                true,
                List.of(new Place("quiz", "", "17"), new Place("lab", "2", "18")));
    }

    @OnEveryDatabase
    void add_isThereAsItWas_andItsNameOnce(Database database) {
        KeptMoodle moodle = named("campus");
        assertThat(moodles(database).add(moodle, NOW)).isTrue();
        assertThat(moodles(database).add(named("campus"), NOW)).isFalse();
        assertThat(moodles(database).list()).containsExactly(moodle);
        assertThat(moodles(database).find("campus")).contains(moodle);
        assertThat(moodles(database).find("other")).isEmpty();
    }

    @OnEveryDatabase
    void change_andRemove_leaveTheirRows_withoutTheToken(Database database) {
        KeptMoodle moodle = named("campus");
        moodles(database).add(moodle, NOW);
        KeptMoodle other = new KeptMoodle(
                moodle.id(), "campus", URI.create("https://other.example"), "another token", false, List.of());
        assertThat(moodles(database).change(other)).isTrue();
        assertThat(moodles(database).list()).containsExactly(other);
        assertThat(moodles(database).remove(moodle.id())).isTrue();
        assertThat(moodles(database).remove(moodle.id())).isFalse();
        assertThat(moodles(database).change(other)).isFalse();

        assertThat(new AuditStore(database, () -> NOW).list(Audit.Filter.ALL, 0, 10))
                .extracting(row -> row.change().action())
                .containsExactly("moodle.removed", "moodle.changed", "moodle.connected");
        assertThat(new AuditStore(database, () -> NOW)
                        .list(Audit.Filter.ALL, 0, 10)
                        .toString())
                .contains("quiz: 17, lab: 18", "another one", "moodle/campus")
                .doesNotContain("the token", "another token");
    }

    @OnEveryDatabase
    void token_isSealedAtRest(Database database) {
        moodles(database).add(named("campus"), NOW);
        String kept = database.read(handle -> handle.createQuery("select token from kept_moodle")
                .mapTo(String.class)
                .one());
        assertThat(kept).doesNotContain("token");
        assertThat(SealedColumn.ALL).anyMatch(column -> column.table().equals("kept_moodle"));
    }
}
