package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Returns;
import org.laurelbridge.bridge.record.PersonId;

/** Table returned_work. Who is merged keeps what they were sent back. */
public final class ReturnStore implements Returns {
    private static final String SELECT = """
            select coalesce(m.root, r.person) as person, badge, note, at
            from returned_work r left join merged_person m on m.merged = r.person\s""";

    private final Database database;
    private final Trail trail;

    public ReturnStore(Database database) {
        this(database, Trail.OWN);
    }

    private ReturnStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Returns by(Doer doer) {
        return new ReturnStore(database, Trail.by(doer));
    }

    @Override
    public void send(PersonId person, String badge, String note, Instant now) {
        database.change(handle -> {
            // of whoever is being erased nothing is written any more
            if (!ErasedMarks.people(handle, new MergedPeople(handle).group(person.value()))
                    .isEmpty()) {
                return;
            }
            handle.createUpdate("""
                            insert into returned_work (person, badge, note, at, times)
                            values (:person, :badge, :note, :at, 1)"""
                            + database.dialect()
                                    .orChange(
                                            "person, badge",
                                            "note = new.note, at = new.at, times = returned_work.times + 1"))
                    .bind("person", person.value())
                    .bind("badge", badge)
                    .bind("note", note)
                    .bind("at", now)
                    .execute();
            QuestionMailStore.returned(handle, person.value(), badge, now);
            trail.record(handle, Change.of("work.returned", "badge", badge).about(person.value()));
        });
    }

    @Override
    public void forget(PersonId person, String badge) {
        database.change(handle -> {
            List<UUID> people = new MergedPeople(handle).group(person.value());
            int gone = handle.createUpdate("delete from returned_work where person in (<people>) and badge = :badge")
                    .bindList("people", people)
                    .bind("badge", badge)
                    .execute();
            QuestionMailStore.forget(handle, people, badge);
            if (gone > 0) {
                trail.record(
                        handle, Change.of("work.return-ended", "badge", badge).about(person.value()));
            }
        });
    }

    @Override
    public Optional<Returned> find(PersonId person, String badge) {
        return database.read(handle -> handle
                .createQuery(SELECT + "where r.person in (<people>) and badge = :badge")
                .bindList("people", new MergedPeople(handle).group(person.value()))
                .bind("badge", badge)
                .map((rows, context) -> returned(rows))
                .list()
                .stream()
                .max(Comparator.comparing(Returned::at)));
    }

    @Override
    public List<Returned> list(Collection<PersonId> people, Collection<String> badges) {
        List<Returned> all = new ArrayList<>();
        if (badges.isEmpty()) {
            return all;
        }
        for (List<UUID> some :
                Batches.parts(people.stream().map(PersonId::value).distinct().toList())) {
            all.addAll(database.read(handle -> handle.createQuery(SELECT + """
                            where badge in (<badges>) and (r.person in (<people>) or m.root in (<people>)) order by at""")
                    .bindList("badges", List.copyOf(badges))
                    .bindList("people", some)
                    .map((rows, context) -> returned(rows))
                    .list()));
        }
        return all;
    }

    @Override
    public List<Returned> listIdle(Collection<PersonId> people, Collection<String> badges) {
        List<Returned> idle = new ArrayList<>();
        for (List<Returned> some : Batches.parts(list(people, badges))) {
            Map<PersonId, Map<String, Instant>> handedIn = database.read(handle -> handedIn(handle, some));
            some.stream()
                    .filter(one -> !handedIn.getOrDefault(one.person(), Map.of())
                            .getOrDefault(one.badge(), Instant.MIN)
                            .isAfter(one.at()))
                    .forEach(idle::add);
        }
        return idle;
    }

    /** When each of them handed something in last, by badge. */
    private static Map<PersonId, Map<String, Instant>> handedIn(Handle handle, List<Returned> some) {
        Map<UUID, PersonId> roots = new HashMap<>();
        new MergedPeople(handle)
                .groups(some.stream()
                        .map(one -> one.person().value())
                        .distinct()
                        .toList())
                .forEach((root, group) -> group.forEach(person -> roots.put(person, new PersonId(root))));
        Map<PersonId, Map<String, Instant>> last = new HashMap<>();
        handle.createQuery("""
                        select person, subject, max(from_at) as last from attestation
                        where person in (<people>) and topic = 'evidence' and subject in (<badges>)
                        group by person, subject""")
                .bindList("people", List.copyOf(roots.keySet()))
                .bindList(
                        "badges", some.stream().map(Returned::badge).distinct().toList())
                .map((rows, context) -> last.computeIfAbsent(
                                Objects.requireNonNull(roots.get(Columns.uuid(rows.getBytes("person")))),
                                person -> new HashMap<>())
                        .merge(
                                rows.getString("subject"),
                                Columns.instant(rows.getLong("last")),
                                (one, other) -> one.isAfter(other) ? one : other))
                .forEach(at -> {});
        return last;
    }

    private static Returned returned(ResultSet rows) throws SQLException {
        return new Returned(
                new PersonId(Columns.uuid(rows.getBytes("person"))),
                rows.getString("badge"),
                rows.getString("note"),
                Columns.instant(rows.getLong("at")));
    }
}
