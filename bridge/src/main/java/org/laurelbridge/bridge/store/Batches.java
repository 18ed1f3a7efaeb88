package org.laurelbridge.bridge.store;

import java.util.Collection;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes rows many at once; what has no rows costs nothing. */
final class Batches {
    private Batches() {}

    /** @param bind binds the values of one row; it is added here */
    static <T> void write(Handle handle, String sql, Collection<T> rows, BiConsumer<PreparedBatch, T> bind) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            for (T row : rows) {
                bind.accept(batch, row);
                batch.add();
            }
            batch.execute();
        }
    }
}
