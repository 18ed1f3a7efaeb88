package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.secret.Resealing;
import org.laurelbridge.bridge.secret.SecretBox;

/** Seals every {@link SealedColumn} anew, some rows in a transaction. What others write meanwhile stays theirs. */
public final class ResealingStore implements Resealing {
    static final int AT_ONCE = 100;

    private final Database database;
    private final SecretBox box;
    private final Trail trail;

    /** @param box that opens what is sealed under either key */
    public ResealingStore(Database database, SecretBox box) {
        this(database, box, Trail.OWN);
    }

    private ResealingStore(Database database, SecretBox box, Trail trail) {
        this.database = database;
        this.box = box;
        this.trail = trail;
    }

    @Override
    public Resealing by(Doer doer) {
        return new ResealingStore(database, box, Trail.by(doer));
    }

    /** A secret as it rests. */
    private record Row(Object key, String sealed) {}

    /** Where a part ended, and what became of it. */
    private record Part(@Nullable Object last, int sealed, int already, int lost) {}

    @Override
    public Outcome reseal() {
        int sealed = 0;
        int already = 0;
        List<String> lost = new ArrayList<>();
        for (SealedColumn column : SealedColumn.ALL) {
            Part all = reseal(column);
            sealed += all.sealed();
            already += all.already();
            if (all.lost() > 0) {
                lost.add(column.table() + "." + column.column() + ": " + all.lost());
            }
        }
        Change change = Change.of("secrets.resealed", "secrets", "all").to("sealed", sealed);
        database.change(handle -> trail.record(handle, change));
        return new Outcome(sealed, already, lost);
    }

    private Part reseal(SealedColumn column) {
        Part all = reseal(column, null);
        while (all.last() != null) {
            Part next = reseal(column, all.last());
            all = new Part(
                    next.last(),
                    all.sealed() + next.sealed(),
                    all.already() + next.already(),
                    all.lost() + next.lost());
        }
        return all;
    }

    private Part reseal(SealedColumn column, @Nullable Object after) {
        return database.write(handle -> {
            List<Row> rows = rows(handle, column, after);
            int sealed = 0;
            int lost = 0;
            for (Row row : rows) {
                try {
                    Optional<String> anew = box.reseal(column.name().apply(row.key()), row.sealed());
                    sealed += anew.isPresent() ? write(handle, column, row, anew.get()) : 0;
                } catch (SecretBox.CannotOpen underNeither) {
                    lost++;
                }
            }
            Object last = rows.size() < AT_ONCE ? null : rows.get(AT_ONCE - 1).key();
            return new Part(last, sealed, rows.size() - sealed - lost, lost);
        });
    }

    private static List<Row> rows(Handle handle, SealedColumn column, @Nullable Object after) {
        String key = column.key();
        String sql = "select " + key + ", " + column.column() + " from " + column.table() + " where " + column.column()
                + " is not null" + (after == null ? "" : " and " + key + " > :after") + " order by " + key
                + " limit :limit";
        Query query = handle.createQuery(sql).bind("limit", AT_ONCE);
        return (after == null ? query : query.bind("after", after))
                .map((rows, context) -> new Row(rows.getObject(1), rows.getString(2)))
                .list();
    }

    private static int write(Handle handle, SealedColumn column, Row row, String anew) {
        return handle.createUpdate("update " + column.table() + " set " + column.column() + " = :anew where "
                        + column.key() + " = :key and " + column.column() + " = :sealed")
                .bind("anew", anew)
                .bind("key", row.key())
                .bind("sealed", row.sealed())
                .execute();
    }
}
