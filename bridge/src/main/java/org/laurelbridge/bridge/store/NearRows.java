package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.Awards.Conclusion;
import org.laurelbridge.bridge.award.Awards.Near;
import org.laurelbridge.bridge.record.PersonId;

/** Who misses one condition of a badge alone, in table near_badge: written with each conclusion, whether it came of facts or of time. */
final class NearRows {
    private NearRows() {}

    static void put(Handle handle, Dialect dialect, List<Conclusion> conclusions) {
        Batches.write(
                handle,
                "insert into near_badge (person, badge, approval) values (:person, :badge, :approval)"
                        + dialect.orChange("person, badge", "approval = new.approval"),
                conclusions.stream().filter(one -> one.near() != Near.NOT).toList(),
                (batch, one) -> batch.bind("person", one.due().person().value())
                        .bind("badge", one.due().badge())
                        .bind("approval", one.near() == Near.APPROVAL ? 1 : 0));
        Batches.write(
                handle,
                "delete from near_badge where person = :person and badge = :badge",
                conclusions.stream()
                        .filter(one -> one.near() == Near.NOT)
                        .map(Conclusion::due)
                        .toList(),
                (batch, one) -> batch.bind("person", one.person().value()).bind("badge", one.badge()));
    }

    // hundreds of people times dozens of badges are no ranges of an index: MariaDB would look each pair up before it
    // reads one
    /** Who misses an instructor's approval alone, and of which badges. */
    static Map<PersonId, Set<String>> byApproval(Handle handle, List<UUID> people, Collection<String> badges) {
        Map<PersonId, Set<String>> found = new HashMap<>();
        handle.createQuery("""
                        select person, badge from near_badge
                        where approval = 1 and person in (<people>) and coalesce(badge, '') in (<badges>)""")
                .bindList("people", people)
                .bindList("badges", List.copyOf(badges))
                .map((rows, context) ->
                        Map.entry(new PersonId(Columns.uuid(rows.getBytes("person"))), rows.getString("badge")))
                .forEach(one -> found.computeIfAbsent(one.getKey(), person -> new HashSet<>())
                        .add(one.getValue()));
        return found;
    }

    /**
     * Who holds it and could renew it misses nothing.
     *
     * @param people some hundred, who stand for themselves
     */
    static Set<PersonId> find(Handle handle, List<UUID> people, Collection<String> badges, Instant now) {
        return handle.createQuery("""
                        select distinct person from near_badge n where person in (<people>) and coalesce(badge, '') in (<badges>)
                        and not exists (
                          select 1 from award a where a.person = n.person and a.badge = n.badge
                          and a.status not in ('withdrawn', 'superseded', 'revoked')
                          and (a.expires_at is null or a.expires_at > :now))""")
                .bind("now", now)
                .bindList("people", people)
                .bindList("badges", List.copyOf(badges))
                .mapTo(UUID.class)
                .map(PersonId::new)
                .set();
    }
}
