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
    /** To be filled with the small letters of a name and of an identifier. */
    private static final String FOUND = """
            select p.id from person p where p.id not in (select merged from merged_person)
              and (:sought = '%%%%' or %1$s like :sought escape '!' or p.id in (
                select coalesce(m.root, i.person) from person_identifier i left join merged_person m on m.merged = i.person
                where %2$s like :sought escape '!'))
            order by case when p.name is null then 1 else 0 end, %1$s, p.id limit :limit offset :skipped""";

    private final Handle handle;
    private final Dialect dialect;

    PeopleSearch(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    List<Person> list(String part, int skipped, int limit) {
        String sought = "%" + part.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        List<UUID> ids = handle.createQuery(FOUND.formatted(dialect.small("p.name"), dialect.small("i.value")))
                .bind("sought", sought)
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
