package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Statements whose period is over go once they are mapped. Their facts stay, so that no badge loses its reason; but those of voided
 * ones, which would count again with nobody left who knows that they were voided. Within a transaction.
 */
final class OldStatements {
    private static final int AT_ONCE = 1_000;

    private final Handle handle;
    private final Dialect dialect;

    private record Row(long seq, UUID id) {}

    OldStatements(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    int remove(Instant before) {
        // nobody maps them meanwhile
        new PeopleRows(handle).stopParking();
        // what is to be mapped stays alone, and holds nothing else back
        List<Row> old = handle.createQuery("""
                        select s.seq, s.id from statement s where s.seq < coalesce((
                            select i.id * 65536 from intake i where i.stored_at >= :before
                            order by i.stored_at, i.id limit 1), 9223372036854775807)
                          and exists (select 1 from intake i where i.id = (s.seq >> 16) and i.stored_at < :before
                            and i.mapped_with > 0)
                        order by s.seq limit :limit""" + dialect.lockForUpdate())
                .bind("before", before)
                .bind("limit", AT_ONCE)
                .map((rows, context) -> new Row(rows.getLong("seq"), Columns.uuid(rows.getBytes("id"))))
                .list();
        if (old.isEmpty()) {
            return 0;
        }
        List<UUID> ids = old.stream().map(Row::id).toList();
        removeWhere("fact where statement", voided(ids));
        for (String from : List.of("statement_copy where statement", "statement_also_from where statement")) {
            removeWhere(from, ids);
        }
        for (String table : List.of("parked", "statement")) {
            Batches.write(
                    handle,
                    "delete from " + table + " where seq = :seq",
                    old,
                    (batch, row) -> batch.bind("seq", row.seq()));
        }
        handle.execute("delete from unknown_actor where not exists"
                + " (select 1 from parked p where p.actor = unknown_actor.fingerprint)");
        handle.execute("delete from unknown_actor_candidate where not exists"
                + " (select 1 from unknown_actor a where a.fingerprint = unknown_actor_candidate.actor)");
        return old.size();
    }

    private List<UUID> voided(List<UUID> ids) {
        return handle.createQuery("select s.id from statement s where s.id in (<ids>) and " + Voids.voided("s.id"))
                .bindList("ids", ids)
                .mapTo(UUID.class)
                .list();
    }

    private void removeWhere(String from, List<UUID> ids) {
        if (!ids.isEmpty()) {
            handle.createUpdate("delete from " + from + " in (<ids>)")
                    .bindList("ids", ids)
                    .execute();
        }
    }
}
