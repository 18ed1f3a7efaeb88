package org.laurelbridge.bridge.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/**
 * The database of an installation, with its schema brought up to date. Safe for many threads. Neither {@link #read} nor
 * {@link #write} may be called from within the other: with SQLite there is one connection that writes.
 */
public final class Database implements AutoCloseable {

    private static final int TRIES = 8;
    /** How often others may be quicker with the same keys: each time at least one of them got on. */
    private static final int OVERTAKEN = 20;

    private static final long PAUSE_MICROS = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Dialect dialect;
    private final Connections connections;
    private final Jdbi reader;
    private final Jdbi writer;
    private final Duration patience;
    // of this database, not of all that the program may open
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Joined> joined = new ThreadLocal<>();

    private Database(Connections connections, Duration patience) {
        this.dialect = connections.dialect();
        this.connections = connections;
        this.reader = jdbi(connections.reader());
        this.writer = jdbi(connections.writer());
        this.patience = patience;
    }

    /** As {@link #open(String, String, String, Duration)}, with ten seconds of patience. */
    public static Database open(String url, @Nullable String user, @Nullable String password) {
        return open(url, user, password, PATIENCE);
    }

    /**
     * Opens a database and migrates its schema.
     *
     * @param url {@code jdbc:sqlite:FILE} (made with mode 0600 when it is not there) or {@code jdbc:mysql://…}, which MariaDB
     *     speaks as well
     * @param patience how long a read or a write waits for a connection or for others before it gives up
     * @throws IllegalArgumentException when the URL is of another kind
     * @throws DatabaseFailure when it cannot be reached or migrated
     */
    public static Database open(String url, @Nullable String user, @Nullable String password, Duration patience) {
        return new Database(Connections.open(url, user, password, patience), patience);
    }

    /** The words that differ between databases. */
    public Dialect dialect() {
        return dialect;
    }

    /** Connections that write, in auto-commit mode: for the scheduler, which does its own SQL. */
    public DataSource writer() {
        return connections.writer();
    }

    /**
     * Reads. Every statement sees what was committed when it began.
     *
     * @throws DatabaseUnavailable when the database cannot answer now
     */
    public <T> T read(Function<Handle, T> work) {
        Joined whole = joined.get();
        try {
            return whole != null ? work.apply(whole.handle()) : reader.withHandle(work::apply);
        } catch (RuntimeException failure) {
            throw told(failure);
        }
    }

    /**
     * Writes in a transaction: all that {@code work} does, or nothing. It is run again after a deadlock or the like, so it may not
     * keep anything outside the database from a run that failed.
     *
     * @throws DatabaseUnavailable when it could not be written now; after a broken connection it may have been written all the same
     * @throws DatabaseFailure when the database refused it
     */
    public <T> T write(Function<Handle, T> work) {
        Joined whole = joined.get();
        if (whole != null) {
            try {
                return whole.part(work);
            } catch (RuntimeException failure) {
                throw told(failure);
            }
        }
        long start = System.nanoTime();
        for (int tried = 1; ; tried++) {
            try {
                return writer.inTransaction(work::apply);
            } catch (RuntimeException failure) {
                if (!isRepeatable(failure) || tried == TRIES || System.nanoTime() - start > patience.toNanos()) {
                    throw told(failure);
                }
                pause(tried);
            }
        }
    }

    /**
     * As {@link #write}, for work that looks before it inserts: it is run again, too, when a unique key was there all the same,
     * since another thread or node was quicker.
     */
    public <T> T lookAndWrite(Function<Handle, T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return write(work);
            } catch (DatabaseFailure failure) {
                if (!isDuplicate(failure) || tried == OVERTAKEN) {
                    throw failure;
                }
            }
        }
    }

    /**
     * All that {@code work} reads and writes here by way of the stores, in this thread, as one transaction: it takes one commit, and
     * sees what it has written itself. It is run again as {@link #lookAndWrite} is. What it catches of a store has left nothing; of
     * what undid all of it there is no going on. Work of other threads has no part in it, and may not be waited for.
     */
    public <T> T together(Supplier<T> work) {
        if (joined.get() != null) {
            return write(handle -> work.get());
        }
        return lookAndWrite(handle -> {
            Joined whole = new Joined(handle);
            joined.set(whole);
            try {
                T answer = work.get();
                whole.handle();
                return answer;
            } finally {
                joined.remove();
            }
        });
    }

    /** As {@link #write}, for work without an answer. */
    public void change(Consumer<Handle> work) {
        write(handle -> {
            work.accept(handle);
            return true;
        });
    }

    /**
     * Whether the database answers.
     *
     * @throws DatabaseUnavailable when it does not
     */
    public void check() {
        read(handle -> handle.createQuery("select count(*) from latch")
                .mapTo(int.class)
                .one());
    }

    /**
     * Lets no file hold removed rows any more, as far as that is the database's own business: with SQLite.
     *
     * @param gone bytes that no row has any more
     * @return false when others read so that it has to be tried again
     */
    public boolean wipe(Collection<byte[]> gone) {
        Path file = connections.file();
        return file == null || SqliteRemains.wipe(writer, file, gone);
    }

    /** Whether a write failed because a unique key was there already: another thread or node was quicker. */
    public boolean isDuplicate(RuntimeException failure) {
        SQLException sql = Dialect.sqlCause(failure);
        return sql != null && dialect.isDuplicate(sql);
    }

    @Override
    public void close() {
        connections.close();
    }

    private boolean isRepeatable(RuntimeException failure) {
        SQLException sql = Dialect.sqlCause(failure);
        return sql != null && dialect.isRepeatable(sql);
    }

    private RuntimeException told(RuntimeException failure) {
        SQLException sql = Dialect.sqlCause(failure);
        if (sql == null) {
            return failure;
        }
        String message = String.valueOf(sql.getMessage());
        return dialect.isAway(sql) || dialect.isRepeatable(sql)
                ? new DatabaseUnavailable(message, failure)
                : new DatabaseFailure(message, failure);
    }

    // with jitter: two that met once should not meet again
    private static void pause(int tried) {
        long micros = ThreadLocalRandom.current().nextLong(PAUSE_MICROS * tried) + 1;
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
    }

    private Jdbi jdbi(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.setTransactionHandler(new SqlTransactions(dialect.begin()));
        // Jdbi would quote the bound values, which are personal data
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementException::getShortMessage);
        Columns.register(jdbi);
        return jdbi;
    }
}
