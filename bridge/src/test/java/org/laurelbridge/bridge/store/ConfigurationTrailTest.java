package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.ConfigurationTrail;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.secret.SecretBox;

class ConfigurationTrailTest {
    private static final byte[] KEY = "a secret of this installation...".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private LaurelConfig config(String more) throws Exception {
        Path file = folder.resolve("laurel.yaml");
        Files.writeString(
                file,
                "public-url: https://badges.example.org\ndata: %s\nissuer: {name: Example, url: \"https://example.org/\"}\n%s"
                        .formatted(folder, more));
        return Objects.requireNonNull(ConfigReader.read(file, Map.of()).config());
    }

    /** A server that starts: it knows nothing but what the database holds. */
    private static void start(Database database, LaurelConfig config) {
        new ConfigurationTrail(
                        new AuditStore(database, InstantSource.system()), new SecretStore(database, new SecretBox(KEY)))
                .tell(config);
    }

    private static List<Audit.Entry> rows(Database database) {
        return new AuditStore(database, InstantSource.system())
                .list(new Audit.Filter(null, "configuration", null, null, null, null), 0, 10);
    }

    @OnEveryDatabase
    void start_withAnotherConfiguration_isTold_andWithTheSameIsNot(Database database) throws Exception {
        LaurelConfig first = config("sources: [{name: lms}]");
        start(database, first);
        start(database, config("sources: [{name: lms}]"));
        assertThat(rows(database)).hasSize(1);

        start(database, config("sources: [{name: lms}, {name: secret-university}]"));
        assertThat(rows(database)).hasSize(2);
        Audit.Entry row = rows(database).get(0);
        assertThat(row.doer()).isEqualTo(Doer.AT_START);
        assertThat(row.doer().name()).isEqualTo("configuration at start");
        assertThat(row.change().action()).isEqualTo("configuration.changed");
        assertThat(row.change().before()).as("the parts that are other").containsOnlyKeys("sources");
        assertThat(row.change().after().get("sources"))
                .isNotEqualTo(row.change().before().get("sources"));
        assertThat(row.toString()).as("what it holds is not told").doesNotContain("secret-university", "lms");

        start(database, first);
        assertThat(rows(database)).as("and back").hasSize(3);
    }
}
