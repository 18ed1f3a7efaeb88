package org.laurelbridge.webapp.command;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.config.Told;
import org.laurelbridge.bridge.issue.IssuerIdentity.Profile;
import org.laurelbridge.bridge.subject.Retention;

/** An installation of its own for a demo or a benchmark. */
final class DemoConfig {
    static final String SOURCE = "demo";
    static final String SECRET = "demo-only-on-this-machine";

    private DemoConfig() {}

    static LaurelConfig at(Path folder, int port) {
        return at(folder, port, new LaurelConfig.Storage("jdbc:sqlite:" + folder.resolve("laurel.db"), null, null));
    }

    static LaurelConfig at(Path folder, int port, LaurelConfig.Storage storage) {
        URI address = URI.create("http://127.0.0.1:" + port);
        return new LaurelConfig(
                address,
                new LaurelConfig.Http(
                        "127.0.0.1",
                        port,
                        8_388_608,
                        1_000,
                        false,
                        List.of(),
                        new LaurelConfig.Guarding(null, Duration.ZERO, LaurelConfig.Requests.ANY)),
                LaurelConfig.Sessions.USUAL,
                List.of(),
                List.of(),
                folder,
                storage,
                null,
                null,
                new Profile("Example College", address, "badges@example.org"),
                null,
                List.of(new LaurelConfig.Source(SOURCE, new LaurelConfig.Push(SOURCE, SECRET, true, false), null)),
                List.of(),
                List.of(),
                Told.NOBODY,
                Retention.FOR_EVER,
                false);
    }
}
