package org.laurelbridge.bridge.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.Happenings;
import org.laurelbridge.bridge.record.PersonId;

/**
 * What happened to awards, counted in table award_event by the indexes of it and of awards alone, and how often there was a reason to
 * decide anew, as table person_news has it; and what was sent back.
 */
public final class HappeningStore implements Happenings {
    private static final int AT_ONCE = 500;

    private final Database database;

    public HappeningStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<PersonId, Long> count(Collection<PersonId> people) {
        List<UUID> all = people.stream().map(PersonId::value).distinct().toList();
        Map<PersonId, Long> counted = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            counted.putAll(database.read(handle -> count(handle, some)));
        }
        return counted;
    }

    private static Map<PersonId, Long> count(Handle handle, List<UUID> people) {
        Map<UUID, UUID> roots = new HashMap<>();
        Map<PersonId, Long> counted = new HashMap<>();
        new MergedPeople(handle).groups(people).forEach((root, group) -> {
            counted.put(new PersonId(root), 0L);
            group.forEach(person -> roots.put(person, root));
        });
        handle.createQuery("""
                        select a.person as person, count(*) as happened from award a join award_event e on e.award = a.id
                        where a.person in (<people>) group by a.person
                        union all select person, number as happened from person_news where person in (<people>)
                        union all select person, times as happened from returned_work where person in (<people>)""")
                .bindList("people", List.copyOf(roots.keySet()))
                .map((rows, context) -> Map.entry(Columns.uuid(rows.getBytes("person")), rows.getLong("happened")))
                .forEach(one -> counted.merge(
                        new PersonId(roots.getOrDefault(one.getKey(), one.getKey())), one.getValue(), Long::sum));
        return counted;
    }
}
