package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.record.PersonId;

/** Counts awards of many people at once. */
final class AwardCounts {
    private AwardCounts() {}

    /** @param people who stand for themselves */
    static Map<PersonId, Long> held(Handle handle, Collection<PersonId> people, Instant now) {
        Map<PersonId, Long> counts = new HashMap<>();
        List<UUID> all = people.stream().map(PersonId::value).toList();
        for (List<UUID> part : Batches.parts(all)) {
            Map<UUID, UUID> roots = new HashMap<>();
            new MergedPeople(handle)
                    .groups(part)
                    .forEach((root, group) -> group.forEach(person -> roots.put(person, root)));
            handle.createQuery("""
                            select person, count(*) as badges from award
                            where person in (<people>) and status in ('valid', 'review')
                              and (expires_at is null or expires_at > :now) group by person""")
                    .bindList("people", List.copyOf(roots.keySet()))
                    .bind("now", now)
                    .map((rows, context) -> Map.entry(Columns.uuid(rows.getBytes("person")), rows.getLong("badges")))
                    .forEach(one -> counts.merge(
                            new PersonId(Objects.requireNonNull(roots.get(one.getKey()))), one.getValue(), Long::sum));
        }
        return counts;
    }
}
