package org.laurelbridge.bridge.record;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.store.Samples;
import org.laurelbridge.bridge.store.StatementStore;
import org.laurelbridge.bridge.store.TestDatabase;
import org.laurelbridge.bridge.store.Threads;
import org.laurelbridge.mapping.VoidReach;

/**
 * Not a test: statements kept a second from eight callers, beside a plain JDBC batch insert of the same bodies from eight
 * connections. Arguments: sqlite or mariadb, seconds a measurement.
 */
final class Measure {

    private static final int CALLERS = 8;

    private final TestDatabase database;
    private final int seconds;

    private Measure(TestDatabase database, int seconds) {
        this.database = database;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) {
        int seconds = Integer.parseInt(arguments[1]);
        boolean sqlite = arguments[0].equals("sqlite");
        for (int batch : new int[] {1, 50}) {
            for (int committers : sqlite ? new int[] {1} : new int[] {1, 2, 4}) {
                try (TestDatabase database = sqlite ? TestDatabase.sqlite() : TestDatabase.durableMariaDb()) {
                    Measure measure = new Measure(database, seconds);
                    measure.recorder(batch, committers, 1);
                    double ours = measure.recorder(batch, committers, seconds);
                    double plain = measure.plain(batch);
                    System.out.printf(
                            "%s batch %d committers %d: %.0f/s, plain JDBC %.0f/s, ratio %.2f%n",
                            arguments[0], batch, committers, ours, plain, ours / plain);
                }
            }
        }
        System.exit(0);
    }

    private double recorder(int batch, int committers, int duration) {
        StatementStore store = new StatementStore(database.database());
        try (Recorder recorder =
                new Recorder(store, (source, authority) -> VoidReach.ANYTHING, InstantSource.system(), committers)) {
            return rate(batch, duration, caller -> recorder.accept(Samples.pushed("lms", candidates(batch))));
        }
    }

    private double plain(int batch) {
        database.database()
                .change(handle ->
                        handle.execute("create table plain (id " + (database.isSqlite() ? "blob" : "binary(16)")
                                + " primary key, raw " + (database.isSqlite() ? "text" : "longtext") + " not null)"));
        Connection[] connections = new Connection[CALLERS];
        Arrays.setAll(connections, caller -> connect());
        double rate = rate(batch, seconds, caller -> insert(connections[caller], candidates(batch)));
        database.database().change(handle -> handle.execute("drop table plain"));
        return rate;
    }

    private Connection connect() {
        String options = database.isSqlite()
                ? "?journal_mode=WAL&synchronous=FULL&busy_timeout=60000"
                : "?rewriteBatchedStatements=true";
        try {
            return DriverManager.getConnection(database.url() + options, database.user(), database.password());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void insert(Connection connection, Candidate[] candidates) {
        try (var statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement("insert into plain (id, raw) values (?, ?)")) {
            statement.execute(database.isSqlite() ? "begin immediate" : "start transaction");
            for (Candidate candidate : candidates) {
                insert.setBytes(1, bytes(candidate.id()));
                insert.setString(2, candidate.raw());
                insert.addBatch();
            }
            insert.executeBatch();
            statement.execute("commit");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static Candidate[] candidates(int batch) {
        String filler = ",\"result\":{\"response\":\"" + "x".repeat(1_000) + "\"}";
        return IntStream.range(0, batch)
                .mapToObj(i -> Samples.passed(UUID.randomUUID(), filler))
                .toArray(Candidate[]::new);
    }

    private static double rate(int batch, int duration, IntConsumer once) {
        Instant end = Instant.now().plusSeconds(duration);
        long start = System.nanoTime();
        long[] done = new long[CALLERS];
        List<Thread> callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> new Thread(() -> {
                    while (Instant.now().isBefore(end)) {
                        once.accept(caller);
                        done[caller] += batch;
                    }
                }))
                .toList();
        callers.forEach(Thread::start);
        callers.forEach(Threads::join);
        return Arrays.stream(done).sum() / ((System.nanoTime() - start) / 1e9);
    }
}
