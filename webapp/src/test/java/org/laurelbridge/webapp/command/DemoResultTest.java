package org.laurelbridge.webapp.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.Bridge;

/** What the demo says when something expected did not happen. */
class DemoResultTest {
    @TempDir
    private Path folder;

    @Test
    void tell_whenNothingWasEarned_namesEveryBadgeThatIsMissing() {
        try (Bridge bridge = Bridge.open(DemoConfig.at(folder, 0), InstantSource.system())) {
            assertThat(new DemoResult(bridge, new PrintWriter(new StringWriter())).tell())
                    .containsExactly(
                            "ann@example.org has no k8s-fundamentals",
                            "bob@example.org has no lab-safety",
                            "chris@example.org has no network-security");
        }
    }
}
