package org.laurelbridge.webapp.browser;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.config.ConfigReader;
import org.laurelbridge.bridge.config.LaurelConfig;
import org.laurelbridge.bridge.record.Roster;
import org.laurelbridge.webapp.command.Settling;
import org.laurelbridge.webapp.sample.SampleCourse;
import org.laurelbridge.webapp.sample.SampleRules;
import org.laurelbridge.webapp.sample.SampleSender;
import org.laurelbridge.webapp.site.Site;

/** A whole Laurel with the sample course, on a database of its own. One for all tests of a process. */
final class SampleSite implements AutoCloseable {
    private static final String KEY = "sample";
    private static final String SECRET = "a-secret-of-the-sample-alone";

    private final Bridge bridge;
    private final Site site;
    private final SampleSender sender;
    private final List<SampleCourse.Entry> entries;

    SampleSite() throws IOException, InterruptedException {
        this(InstantSource.system());
    }

    SampleSite(InstantSource clock) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "browser"));
        bridge = Bridge.open(config(Files.createTempDirectory(folder, "laurel")), clock);
        site = Site.open(bridge);
        sender = new SampleSender(site.address(), KEY, SECRET);
        bridge.rules().apply(SampleRules.all());
        new Roster(bridge.stores().people(), bridge.clock()).read(new StringReader(SampleRules.people()));
        entries = new SampleCourse(bridge, Doer.commandLine("sample")).open();
        bridge.start();
        sender.send(SampleCourse.statements(bridge.clock().instant()), sent -> {});
        settle();
        sender.send(SampleCourse.correction());
        settle();
    }

    private static LaurelConfig config(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("laurel.yaml"), """
                public-url: http://127.0.0.1:%1$d
                http: {host: 127.0.0.1, port: %1$d}
                issuer: {name: Example College, email: badges@example.org}
                sources:
                  - name: sample
                    push: {key: %2$s, secret: %3$s}
                """.formatted(freePort(), KEY, SECRET));
        ConfigReader.Loaded read = ConfigReader.read(file, Map.of("LAUREL_DATA", folder.toString()));
        return Objects.requireNonNull(read.config(), () -> read.problems().toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until all that was sent is mapped, decided, signed and delivered. */
    void settle() {
        if (!Settling.await(bridge.stores().figures(), Duration.ofMillis(50), figures -> {})) {
            throw new IllegalStateException("the sample course stands still on its way");
        }
    }

    Bridge bridge() {
        return bridge;
    }

    URI address() {
        return site.address();
    }

    SampleSender sender() {
        return sender;
    }

    SampleCourse.Entry entry(Role role) {
        return entries.stream()
                .filter(entry -> entry.role() == role)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        site.close();
        bridge.close();
    }
}
