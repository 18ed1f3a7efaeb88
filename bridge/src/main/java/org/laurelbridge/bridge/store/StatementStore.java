package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.record.Kept;
import org.laurelbridge.bridge.record.StatementLog;

/**
 * The statements in the database. The moment at which a statement is stored strictly grows on one node; the clocks of nodes may
 * differ by less than five seconds with MySQL, and by less than one between processes that share an SQLite file.
 */
public final class StatementStore implements StatementLog {

    private static final int SLOTS = 16;

    private final Database database;
    private final Moments moments;
    private final CopyRule rule;
    private final @Nullable ErasedMarks erased;
    private final int slot = ThreadLocalRandom.current().nextInt(SLOTS);

    /** Where nobody is ever erased. */
    public StatementStore(Database database) {
        this(database, new SameStatement());
    }

    /** @param erasing 32 bytes: the secret of the marks of who was erased */
    public StatementStore(Database database, byte[] erasing) {
        this(database, new SameStatement(), new ErasedMarks(erasing));
    }

    StatementStore(Database database, CopyRule rule) {
        this(database, rule, null);
    }

    private StatementStore(Database database, CopyRule rule, @Nullable ErasedMarks erased) {
        this.database = database;
        this.rule = rule;
        this.erased = erased;
        boolean oneMachine = database.dialect() instanceof SqliteDialect;
        this.moments = new Moments(TimeUnit.SECONDS.toMicros(oneMachine ? 1 : 5));
        this.moments.goBeyond(
                database.read(handle -> handle.createQuery("select coalesce(max(stored_at), 0) from intake")
                        .mapTo(long.class)
                        .one()));
    }

    @Override
    public List<Receipt> append(List<Submission> submissions, VoidRight right, Instant now) {
        long start = System.nanoTime();
        List<Appending> runs = new ArrayList<>();
        try {
            return database.lookAndWrite(handle -> {
                Instant then = now.plusNanos(System.nanoTime() - start);
                Appending run = new Appending(database.dialect(), rule, moments, then, slot);
                runs.add(run);
                List<Submission> let = Forgetting.let(handle, database.dialect(), erased, submissions);
                return Forgetting.receipts(submissions, let, run.run(handle, let, right));
            });
        } catch (DatabaseUnavailable failure) {
            throw new Unavailable("the database does not take statements now", failure);
        } finally {
            runs.forEach(Appending::close);
        }
    }

    @Override
    public Optional<Kept> find(@Nullable String source, UUID id) {
        return database.read(handle -> StatementPages.find(handle, source, id, false));
    }

    @Override
    public Optional<Kept> findVoided(@Nullable String source, UUID id) {
        return database.read(handle -> StatementPages.find(handle, source, id, true));
    }

    @Override
    public Page list(@Nullable String source, Range range) {
        return database.read(handle -> new StatementPages(handle, source, range).list());
    }

    @Override
    public Instant consistentThrough(Instant now) {
        return Columns.instant(moments.through(Columns.micros(now)));
    }

    @Override
    public List<Quarantined> listQuarantined(int limit) {
        return database.read(handle -> handle.createQuery("""
                        select source, received_at, statement, why, raw from quarantine
                        order by received_at desc, fingerprint limit :limit""")
                .bind("limit", limit)
                .map((rows, context) -> new Quarantined(
                        rows.getString("source"),
                        Columns.instant(rows.getLong("received_at")),
                        Columns.uuidOrNull(rows.getBytes("statement")),
                        rows.getString("why"),
                        rows.getString("raw")))
                .list());
    }
}
