package org.laurelbridge.bridge.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.mapping.Identifier;

/** Looks for people by what they are called, and at what those did whom nobody knows. */
final class PeopleSearch {
    // SQLite lowers the letters of ASCII alone: other ones are found as they are typed
    private static final String FOUND = """
            select p.id from person p where p.id not in (select merged from merged_person)
              and (:lower = '%%' or lower(p.name) like :lower escape '!' or p.name like :typed escape '!' or p.id in (
                select coalesce(m.root, i.person) from person_identifier i left join merged_person m on m.merged = i.person
                where lower(i.value) like :lower escape '!'))
            order by case when p.name is null then 1 else 0 end, lower(p.name), p.id limit :limit offset :skipped""";

    private final Handle handle;

    PeopleSearch(Handle handle) {
        this.handle = handle;
    }

    List<Person> list(String part, int skipped, int limit) {
        String typed = "%" + part.strip().replaceAll("[!%_]", "!$0") + "%";
        List<UUID> ids = handle.createQuery(FOUND)
                .bind("lower", typed.toLowerCase(Locale.ROOT))
                .bind("typed", typed)
                .bind("limit", limit)
                .bind("skipped", skipped)
                .mapTo(UUID.class)
                .list();
        return new PeopleRows(handle)
                .load(ids).stream()
                        .sorted(Comparator.comparingInt(
                                person -> ids.indexOf(person.id().value())))
                        .toList();
    }

    Map<Identifier, List<String>> newestWaiting(Collection<Identifier> actors, int each) {
        Map<Identifier, List<String>> newest = new LinkedHashMap<>();
        for (Identifier actor : actors) {
            newest.put(
                    actor,
                    handle.createQuery("""
                            select s.raw from parked p join statement s on s.seq = p.seq where p.actor = :actor
                            order by p.seq desc limit :each""")
                            .bind("actor", Identities.fingerprint(actor))
                            .bind("each", each)
                            .mapTo(String.class)
                            .list());
        }
        return newest;
    }
}
