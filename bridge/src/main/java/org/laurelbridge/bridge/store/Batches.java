package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes rows many at once; what has no rows costs nothing. */
final class Batches {
    private static final int AT_ONCE = 500;

    private Batches() {}

    /** Cuts a list into parts that one {@code in (…)} bears. */
    static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }

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
