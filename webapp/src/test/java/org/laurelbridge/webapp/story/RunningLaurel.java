package org.laurelbridge.webapp.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Laurel as a process of its own, that can be killed and started again. */
final class RunningLaurel implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path config;
    private final URI root;
    private volatile @Nullable Process process;

    /** What stood at an address. */
    record Answer(int status, String body) {}

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
                // started often and for seconds: compiling well costs more than it brings
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.laurelbridge.webapp.Main",
                "--config",
                config.toString(),
                "serve");
        process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                .start();
    }

    /** SIGKILL: nothing gets the chance to end well. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    boolean isDead() {
        Process running = process;
        return running == null || !running.isAlive();
    }

    /** What it said, since it was started first. */
    String log() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile()) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path logFile() {
        return config.resolveSibling("serve.log");
    }

    /** Pushes statements; null when nobody answered. */
    @Nullable
    Answer push(String statements) {
        String credentials = Base64.getEncoder().encodeToString("lms:secret".getBytes(StandardCharsets.UTF_8));
        return send(to("/xapi/statements")
                .header("Authorization", "Basic " + credentials)
                .header("X-Experience-API-Version", "1.0.3")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(statements)));
    }

    /** What stands at an address; null when nobody answered. */
    @Nullable
    Answer get(String path) {
        return send(to(path));
    }

    /** The status of the answer there; 0 when nobody answered. */
    int status(String path) {
        Answer answer = get(path);
        return answer == null ? 0 : answer.status();
    }

    /** Whether it says that it is not ready, and that these parts of it are down: the database, the stages. */
    boolean isDown(String... parts) {
        Answer ready = get("/health/ready");
        return ready != null
                && ready.status() == 503
                && Stream.of(parts).allMatch(part -> ready.body().contains("\"" + part + "\":\"down\""));
    }

    /** Whether it logged that these stages fail. */
    boolean hasToldOfFailing(String... stages) {
        String log = log();
        return Stream.of(stages).allMatch(stage -> log.contains(" " + stage + " failed and tries again"));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(40));
    }

    private @Nullable Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
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
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return true;
    }

    @Override
    public void close() {
        kill();
    }
}
