package org.laurelbridge.bridge.listen.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurelbridge.bridge.fake.TurnedClock;
import org.laurelbridge.bridge.listen.Intake;
import org.laurelbridge.bridge.record.Recorder;
import org.laurelbridge.bridge.record.StatementLog;
import org.laurelbridge.bridge.store.PositionStore;
import org.laurelbridge.bridge.store.StatementStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.mapping.VoidReach;

class ReplayTest {
    private static final Progress UNSEEN = (bytes, total, soFar) -> {};

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.sqlite();
    private final StatementLog log = new StatementStore(database.database());
    private final PositionStore positions = new PositionStore(database.database());
    private final TurnedClock clock = new TurnedClock("2030-01-01T00:00:00Z");
    private final Recorder recorder = new Recorder(log, (source, authority) -> VoidReach.ANYTHING, clock, 1);

    @AfterEach
    void stop() {
        recorder.close();
        database.close();
    }

    @Test
    void run_lines_takesEach() throws IOException {
        assertThat(replay(file(lines(1_203)))).isEqualTo(new Replayed(0, 1_203, 0, 0));
    }

    @Test
    void run_array_takesEach() throws IOException {
        assertThat(replay(file("[" + lines(7).strip().replace("\n", ",\n") + "]")))
                .isEqualTo(new Replayed(0, 7, 0, 0));
    }

    @Test
    void run_envelope_takesEach() throws IOException {
        String array = "[" + lines(7).strip().replace("\n", ",") + "]";

        assertThat(replay(file("{\"more\":\"\", \"statements\": " + array + "}")))
                .isEqualTo(new Replayed(0, 7, 0, 0));
        assertThat(replay(file("{\"statements\":" + array + ",\"more\":\"/x\"}")))
                .isEqualTo(new Replayed(0, 0, 7, 0));
    }

    @Test
    void run_gzipped_takesEach() throws IOException {
        assertThat(replay(file(gzip(lines(7))))).isEqualTo(new Replayed(0, 7, 0, 0));
    }

    @Test
    void run_oneStatementOverSeveralLines_takesIt() throws IOException {
        assertThat(replay(file(statement(1).replace(",", ",\n  ")))).isEqualTo(new Replayed(0, 1, 0, 0));
    }

    @Test
    void run_again_knowsAll() throws IOException {
        Path file = file(lines(5));
        replay(file);

        assertThat(replay(file)).isEqualTo(new Replayed(0, 0, 5, 0));
    }

    @Test
    void run_withoutIds_doublesNothing() throws IOException {
        Path file = file(lines(5).replaceAll("\"id\":\"0000[^\"]*\",", ""));
        assertThat(replay(file)).isEqualTo(new Replayed(0, 5, 0, 0));

        assertThat(replay(file)).isEqualTo(new Replayed(0, 0, 5, 0));
    }

    @Test
    void run_brokenLine_quarantinesItWithItsNumber() throws IOException {
        assertThat(replay(file(statement(1) + "\n\n{\"actor\":\n" + statement(2) + "\n")))
                .isEqualTo(new Replayed(0, 2, 0, 1));

        assertThat(log.listQuarantined(10)).singleElement().satisfies(one -> {
            assertThat(one.raw()).isEqualTo("{\"actor\":");
            assertThat(one.why()).contains("line 3, column");
        });
    }

    @Test
    void run_statementWithAFault_saysTheLine() throws IOException {
        replay(file(statement(1) + "\n" + statement(2).replace("mailto:", "") + "\n"));

        assertThat(log.listQuarantined(10))
                .singleElement()
                .satisfies(one -> assertThat(one.why()).contains("line 2: /actor/mbox"));
    }

    @Test
    void run_invalidUtf8InALine_quarantinesIt() throws IOException {
        byte[] bytes = (statement(1) + "\n" + statement(2) + "\n").getBytes(StandardCharsets.UTF_8);
        bytes[statement(1).length() + 30] = (byte) 0xFF;

        assertThat(replay(file(bytes))).isEqualTo(new Replayed(0, 1, 0, 1));
    }

    @Test
    void run_interrupted_goesOnWhereItWasDurable() throws IOException {
        Path file = file(lines(1_200));
        AtomicInteger batches = new AtomicInteger();
        Intake dying = submission -> {
            if (batches.incrementAndGet() == 2) {
                throw new Intake.IntakeUnavailable("the machine died", new IllegalStateException());
            }
            return recorder.accept(submission);
        };
        Replay first = new Replay("files", dying, positions, clock);

        assertThatThrownBy(() -> first.run(file, UNSEEN)).isInstanceOf(Intake.IntakeUnavailable.class);
        assertThat(replay(file)).isEqualTo(new Replayed(500, 700, 0, 0));
    }

    @Test
    void run_interruptedThenChanged_beginsAgain() throws IOException {
        Path file = file(lines(600));
        Intake dying = submission -> {
            throw new Intake.IntakeUnavailable("the machine died", new IllegalStateException());
        };
        assertThatThrownBy(() -> new Replay("files", dying, positions, clock).run(file, UNSEEN))
                .isInstanceOf(Intake.IntakeUnavailable.class);
        Files.writeString(file, lines(601));

        assertThat(replay(file)).isEqualTo(new Replayed(0, 601, 0, 0));
    }

    @Test
    void run_gzipCutOff_keepsWhatCameAndSaysSo() throws IOException {
        byte[] whole = gzip(IntStream.range(0, 2_000)
                .mapToObj(number -> statement(number).replace("/q", "/" + UUID.randomUUID()))
                .collect(Collectors.joining("\n")));
        Path file = file(Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> replay(file)).isInstanceOf(IOException.class).hasMessageContaining("to its end");
        assertThat(log.list(null, new StatementLog.Range(null, null, true, null, 500))
                        .statements())
                .hasSize(500);
    }

    @Test
    void run_progress_reachesTheTotal() throws IOException {
        Path file = file(lines(1_200));
        AtomicLong last = new AtomicLong();

        new Replay("files", recorder, positions, clock).run(file, (bytes, total, soFar) -> {
            assertThat(bytes).isBetween(last.get(), total);
            last.set(bytes);
        });

        assertThat(last.get()).isEqualTo(Files.size(file));
    }

    private Replayed replay(Path file) throws IOException {
        return new Replay("files", recorder, positions, clock).run(file, UNSEEN);
    }

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("statements"), bytes);
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(ReplayTest::statement).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String statement(int number) {
        return ("{\"id\":\"%s\",\"actor\":{\"mbox\":\"mailto:ada@example.org\"},"
                        + "\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/passed\"},"
                        + "\"object\":{\"id\":\"https://lms.example/q\"},\"timestamp\":\"%s\"}")
                .formatted(
                        new UUID(0x4000, Long.MIN_VALUE + number), "2026-03-01T09:00:00." + (100_000 + number) + "Z");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
