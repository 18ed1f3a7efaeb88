package org.laurelbridge.webapp.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Laurel as a process of its own, that can be killed and started again. */
final class RunningLaurel implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path config;
    private final URI root;
    private @Nullable Process process;

    RunningLaurel(Path config, URI root) {
        this.config = config;
        this.root = root;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts, and returns at once. */
    void start() throws IOException {
        List<String> words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.laurelbridge.webapp.Main",
                "--config",
                config.toString(),
                "serve");
        process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(config.resolveSibling("serve.log").toFile())
                .start();
    }

    /** SIGKILL: nothing gets the chance to end well. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Pushes statements; null when nobody answered. */
    @Nullable
    Integer push(String statements) throws InterruptedException {
        try {
            return client.send(
                            HttpRequest.newBuilder(root.resolve("/xapi/statements"))
                                    .timeout(Duration.ofSeconds(20))
                                    .header(
                                            "Authorization",
                                            "Basic "
                                                    + Base64.getEncoder()
                                                            .encodeToString(
                                                                    "lms:secret".getBytes(StandardCharsets.UTF_8)))
                                    .header("X-Experience-API-Version", "1.0.3")
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(statements))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException nobodyAnswered) {
            return null;
        }
    }

    /** What stands at an address; null when nobody answered. */
    @Nullable
    String get(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(root.resolve(path))
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException nobodyAnswered) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Waits until something holds; false when it does not in three minutes. */
    static boolean eventually(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return true;
    }

    @Override
    public void close() {
        kill();
    }
}
