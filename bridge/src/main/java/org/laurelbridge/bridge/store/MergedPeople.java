package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who stands for whom, in table merged_person: read within a transaction or a read of another store. */
final class MergedPeople {

    private static final int AT_ONCE = 500;

    private final Handle handle;

    MergedPeople(Handle handle) {
        this.handle = handle;
    }

    /** Who stands for a person: mostly they themselves. */
    UUID root(UUID person) {
        return roots(List.of(person)).getOrDefault(person, person);
    }

    /** Who stands for those of these people who were merged; the others are left out. */
    Map<UUID, UUID> roots(Collection<UUID> people) {
        Map<UUID, UUID> roots = new HashMap<>();
        List<UUID> all = List.copyOf(new LinkedHashSet<>(people));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            handle.createQuery("select merged, root from merged_person where merged in (<some>)")
                    .bindList("some", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .map((rows, context) ->
                            Map.entry(Columns.uuid(rows.getBytes("merged")), Columns.uuid(rows.getBytes("root"))))
                    .forEach(entry -> roots.put(entry.getKey(), entry.getValue()));
        }
        return roots;
    }

    /** All who are one with a person, the one who stands for them first: mostly the person alone. */
    List<UUID> group(UUID person) {
        Set<UUID> group = new LinkedHashSet<>();
        handle.createQuery("""
                        select merged, root from merged_person where root = :person
                        or root = (select root from merged_person where merged = :person) order by merged""")
                .bind("person", person)
                .map((rows, context) ->
                        Map.entry(Columns.uuid(rows.getBytes("root")), Columns.uuid(rows.getBytes("merged"))))
                .forEach(entry -> {
                    group.add(entry.getKey());
                    group.add(entry.getValue());
                });
        return group.isEmpty() ? List.of(person) : List.copyOf(group);
    }

    /** For each of these people, who all stand for themselves: all who are one with them, they themselves first. */
    Map<UUID, List<UUID>> groups(Collection<UUID> people) {
        Map<UUID, List<UUID>> groups = new HashMap<>();
        people.forEach(person -> groups.put(person, new ArrayList<>(List.of(person))));
        handle.createQuery("select merged, root from merged_person where root in (<people>) order by merged")
                .bindList("people", List.copyOf(people))
                .map((rows, context) ->
                        Map.entry(Columns.uuid(rows.getBytes("root")), Columns.uuid(rows.getBytes("merged"))))
                .forEach(entry ->
                        groups.getOrDefault(entry.getKey(), new ArrayList<>()).add(entry.getValue()));
        return groups;
    }
}
