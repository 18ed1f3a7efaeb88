package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Facts whose statements went after their period: see {@link OldStatements}. */
final class GoneStatements {
    private GoneStatements() {}

    /** When each was kept first. */
    static Map<UUID, Instant> of(Handle handle, List<UUID> people, Collection<String> activities) {
        Map<UUID, Instant> gone = new HashMap<>();
        if (!activities.isEmpty()) {
            handle.createQuery("""
                            select f.statement, i.stored_at from fact f join intake i on i.id = (f.seq >> 16)
                            where f.person in (<people>) and f.activity in (<activities>)
                              and not exists (select 1 from statement s where s.id = f.statement)""")
                    .bindList("people", people)
                    .bindList("activities", List.copyOf(activities))
                    .map((rows, context) -> Map.entry(
                            Columns.uuid(rows.getBytes("statement")), Columns.instant(rows.getLong("stored_at"))))
                    .forEach(one -> gone.put(one.getKey(), one.getValue()));
        }
        return gone;
    }
}
