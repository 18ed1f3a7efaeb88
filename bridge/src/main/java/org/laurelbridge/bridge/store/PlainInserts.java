package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The limit that a benchmark holds Laurel against: the same bodies, each batch inserted plainly and committed, into a table of its
 * own that is gone afterwards. With SQLite all callers share the one connection that writes, as they must.
 */
public final class PlainInserts implements AutoCloseable {
    private final Database database;

    public PlainInserts(Database database) {
        this.database = database;
        String columns =
                database.dialect() instanceof SqliteDialect ? "id blob, raw text" : "id binary(16), raw longtext";
        database.change(handle -> {
            handle.execute("drop table if exists plain_inserts");
            handle.execute("create table plain_inserts (" + columns + " not null, primary key (id))");
        });
    }

    /** Inserts bodies under new ids in one commit, and returns when they are durable. */
    public void insert(List<String> bodies) {
        List<UUID> ids = new ArrayList<>();
        bodies.forEach(body -> ids.add(UUID.randomUUID()));
        database.change(handle -> insert(handle, ids, bodies));
    }

    private static void insert(Handle handle, List<UUID> ids, List<String> bodies) {
        try (PreparedBatch batch = handle.prepareBatch("insert into plain_inserts (id, raw) values (?, ?)")) {
            for (int i = 0; i < bodies.size(); i++) {
                batch.bind(0, ids.get(i)).bind(1, bodies.get(i)).add();
            }
            batch.execute();
        }
    }

    @Override
    public void close() {
        database.change(handle -> handle.execute("drop table plain_inserts"));
    }
}
