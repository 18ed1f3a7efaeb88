package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.record.CannotMerge;
import org.laurelbridge.bridge.record.Merge;
import org.laurelbridge.bridge.record.PersonId;

/**
 * Merges and un-merges people in one transaction (rules: S10). The journal says which merges hold; who stands for whom, and which
 * award stands, follow from it, so that merges can be undone in any order. Used once.
 */
final class Merging {

    static final String SELECT = "select id, kept, merged, at, why, undone_at from person_merge ";

    private final Handle handle;
    private final Dialect dialect;
    private final Instant now;
    private final MergedPeople people;

    /** Whoever makes one has called {@link PeopleRows#stopParking} and locked nothing else. */
    Merging(Handle handle, Dialect dialect, Instant now) {
        this.handle = handle;
        this.dialect = dialect;
        this.now = now;
        this.people = new MergedPeople(handle);
    }

    Merge merge(PersonId kept, PersonId merged, String why) {
        check(kept, merged);
        Set<UUID> touched = new LinkedHashSet<>(people.group(kept.value()));
        touched.addAll(people.group(merged.value()));
        overtake(touched);
        long id = handle.createUpdate(
                        "insert into person_merge (kept, merged, at, why) values (:kept, :merged, :now, :why)")
                .bind("kept", kept.value())
                .bind("merged", merged.value())
                .bind("now", now)
                .bind("why", why)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one();
        regroup(touched);
        return find(id).orElseThrow();
    }

    Optional<Merge> unmerge(long id) {
        Optional<Merge> found = find(id);
        found.filter(merge -> merge.undoneAt() != null).ifPresent(merge -> {
            throw new CannotMerge("merge " + id + " was undone already, at " + merge.undoneAt());
        });
        found.ifPresent(merge -> {
            List<UUID> touched = people.group(merge.merged().value());
            overtake(touched);
            handle.createUpdate("update person_merge set undone_at = :now where id = :id")
                    .bind("now", now)
                    .bind("id", id)
                    .execute();
            regroup(touched);
        });
        return find(id);
    }

    private void check(PersonId kept, PersonId merged) {
        if (kept.equals(merged)) {
            throw new CannotMerge("a person cannot be merged into themselves");
        }
        for (PersonId one : List.of(kept, merged)) {
            if (!new PeopleRows(handle).isThere(one)) {
                throw new CannotMerge("there is no person " + one);
            }
            handle.createQuery(SELECT + "where merged = :one and undone_at is null")
                    .bind("one", one.value())
                    .map((rows, context) -> merge(rows))
                    .findOne()
                    .ifPresent(earlier -> {
                        throw new CannotMerge("person " + one + " was merged into " + earlier.kept() + " (merge "
                                + earlier.id() + "): undo that, or name the one who was kept");
                    });
        }
    }

    private Optional<Merge> find(long id) {
        return handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((rows, context) -> merge(rows))
                .findOne();
    }

    /** What is being decided about them now is decided about other people: it is waited for, or will not be written. */
    private void overtake(Collection<UUID> touched) {
        handle.createUpdate("update evaluation set mark = :mark where person in (<people>)")
                .bind("mark", Evaluations.newMark())
                .bindList("people", List.copyOf(touched))
                .execute();
    }

    /** Works out anew who stands for whom among people of whom all are here who are one with any of them. */
    private void regroup(Collection<UUID> touched) {
        Map<UUID, UUID> into = into(touched);
        handle.createUpdate("delete from merged_person where merged in (<people>)")
                .bindList("people", List.copyOf(touched))
                .execute();
        Set<UUID> roots = new TreeSet<>();
        touched.forEach(person -> roots.add(root(person, into)));
        Batches.write(
                handle,
                "insert into merged_person (merged, root) values (:merged, :root)",
                into.keySet(),
                (batch, merged) -> batch.bind("merged", merged).bind("root", root(merged, into)));
        for (String table : List.of("evaluation", "near_badge")) {
            Batches.write(
                    handle,
                    "delete from " + table + " where person = :merged",
                    into.keySet(),
                    (batch, merged) -> batch.bind("merged", merged));
        }
        roots.forEach(root -> new Superseding(handle, dialect, now).choose(people.group(root)));
        new Evaluations(handle, dialect).decideAllAnew(roots, Speakers.names(handle, touched), now);
        roots.forEach(root -> new Placing(handle).signAnew(root));
    }

    private Map<UUID, UUID> into(Collection<UUID> touched) {
        Map<UUID, UUID> into = new HashMap<>();
        handle.createQuery("select merged, kept from person_merge where undone_at is null and merged in (<people>)")
                .bindList("people", List.copyOf(touched))
                .map((rows, context) ->
                        Map.entry(Columns.uuid(rows.getBytes("merged")), Columns.uuid(rows.getBytes("kept"))))
                .forEach(entry -> into.put(entry.getKey(), entry.getValue()));
        return into;
    }

    private static UUID root(UUID person, Map<UUID, UUID> into) {
        UUID root = person;
        while (into.containsKey(root)) {
            root = into.get(root);
        }
        return root;
    }

    static Merge merge(ResultSet rows) throws SQLException {
        long undoneAt = rows.getLong("undone_at");
        boolean holds = rows.wasNull();
        return new Merge(
                rows.getLong("id"),
                new PersonId(Columns.uuid(rows.getBytes("kept"))),
                new PersonId(Columns.uuid(rows.getBytes("merged"))),
                Columns.instant(rows.getLong("at")),
                rows.getString("why"),
                holds ? null : Columns.instant(undoneAt));
    }
}
