package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.record.Merge;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** People and their identifiers. Who creates whom at the same time is decided by the unique identifier. */
public final class PeopleStore implements People {

    private final Database database;
    private final Trail trail;

    public PeopleStore(Database database) {
        this(database, Trail.OWN);
    }

    private PeopleStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public People by(Doer doer) {
        return new PeopleStore(database, Trail.by(doer));
    }

    @Override
    public PersonId add(@Nullable String name, List<Identifier> identifiers, Instant now) {
        return database.lookAndWrite(handle -> {
            PeopleRows rows = new PeopleRows(handle);
            rows.stopParking();
            PersonId person = add(handle, name, identifiers, now);
            return new PersonId(new MergedPeople(handle).root(person.value()));
        });
    }

    /**
     * The same in a transaction of another store, which has called {@link PeopleRows#stopParking} and is run again when the
     * database says that a key was there.
     */
    static PersonId add(Handle handle, @Nullable String name, Collection<Identifier> identifiers, Instant now) {
        if (identifiers.isEmpty()) {
            throw new IllegalArgumentException("a person is known by at least one identifier");
        }
        PeopleRows rows = new PeopleRows(handle);
        Optional<PersonId> there = owner(handle, Identities.withDerived(identifiers));
        PersonId person = there.orElseGet(() -> new PersonId(UUID.randomUUID()));
        if (there.isEmpty()) {
            rows.addPerson(person, name, now);
        } else if (name != null) {
            rows.rename(person, name);
        }
        learn(handle, person, identifiers);
        return person;
    }

    @Override
    public void join(Identifier actor, PersonId person, Instant now) {
        database.lookAndWrite(handle -> {
            PeopleRows rows = new PeopleRows(handle);
            rows.stopParking();
            if (!rows.isThere(person)) {
                throw new IllegalArgumentException("there is no person " + person);
            }
            learn(handle, person, List.of(actor));
            return person;
        });
    }

    /** Who has them; the one who stands for them where it is several who were merged. */
    private static Optional<PersonId> owner(Handle handle, Set<Identifier> all) {
        Set<PersonId> owners =
                new LinkedHashSet<>(new PeopleRows(handle).find(all).values());
        Set<PersonId> roots = roots(handle, owners);
        if (roots.size() > 1) {
            throw new IdentifiersDisagree(List.copyOf(roots));
        }
        return (owners.size() == 1 ? owners : roots).stream().findFirst();
    }

    private static Set<PersonId> roots(Handle handle, Set<PersonId> owners) {
        MergedPeople merged = new MergedPeople(handle);
        Set<PersonId> roots = new LinkedHashSet<>();
        owners.forEach(owner -> roots.add(new PersonId(merged.root(owner.value()))));
        return roots;
    }

    private static void learn(Handle handle, PersonId person, Collection<Identifier> identifiers) {
        PeopleRows rows = new PeopleRows(handle);
        Set<Identifier> all = Identities.withDerived(identifiers);
        Map<Identifier, PersonId> known = rows.find(all);
        Set<PersonId> owners = new LinkedHashSet<>(known.values());
        owners.add(person);
        Set<PersonId> roots = roots(handle, owners);
        if (roots.size() > 1) {
            throw new IdentifiersDisagree(List.copyOf(roots));
        }
        List<Identifier> learned = new ArrayList<>(all);
        learned.removeAll(known.keySet());
        if (!learned.isEmpty()) {
            rows.addIdentifiers(person, learned);
            new Placing(handle).learned(person, learned);
        }
    }

    @Override
    public Optional<Person> find(UUID id) {
        return database.read(handle -> new PeopleRows(handle).find(id));
    }

    @Override
    public Optional<Person> findAlone(UUID id) {
        return database.read(handle -> new PeopleRows(handle).findAlone(id));
    }

    @Override
    public Optional<PersonId> find(Identifier identifier) {
        return database.read(handle -> Optional.ofNullable(
                        new PeopleRows(handle).find(List.of(identifier)).get(identifier))
                .map(person -> new PersonId(new MergedPeople(handle).root(person.value()))));
    }

    @Override
    public List<Person> list(@Nullable PersonId after, int limit) {
        return database.read(handle -> {
            byte[] from = after == null ? new byte[0] : Columns.bytes(after.value());
            List<UUID> ids = handle.createQuery("""
                            select id from person where id > :after and id not in (select merged from merged_person)
                            order by id limit :limit""")
                    .bind("after", from)
                    .bind("limit", limit)
                    .mapTo(UUID.class)
                    .list();
            return new PeopleRows(handle).load(new TreeSet<>(ids));
        });
    }

    @Override
    public Merge merge(PersonId kept, PersonId merged, String why, Instant now) {
        return database.write(handle -> {
            Merge merge = merging(handle, now).merge(kept, merged, why);
            trail.record(handle, PeopleDeeds.merged(merge));
            return merge;
        });
    }

    @Override
    public Optional<Merge> unmerge(long merge, Instant now) {
        return database.write(handle -> {
            Optional<Merge> undone = merging(handle, now).unmerge(merge);
            undone.ifPresent(one -> trail.record(handle, PeopleDeeds.unmerged(one)));
            return undone;
        });
    }

    private Merging merging(Handle handle, Instant now) {
        new PeopleRows(handle).stopParking();
        return new Merging(handle, database.dialect(), now);
    }

    @Override
    public List<Merge> listMerges(long before, int limit) {
        return database.read(
                handle -> handle.createQuery(Merging.SELECT + "where id < :before order by id desc limit :limit")
                        .bind("before", before == 0 ? Long.MAX_VALUE : before)
                        .bind("limit", limit)
                        .map((rows, context) -> Merging.merge(rows))
                        .list());
    }

    @Override
    public List<UUID> listWaiting(String named, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select s.id from unknown_actor a join parked p on p.actor = a.fingerprint
                        join statement s on s.seq = p.seq
                        where a.value = :named or a.value = :mailto order by s.seq desc limit :limit""")
                .bind("named", named)
                .bind("mailto", "mailto:" + named)
                .bind("limit", limit)
                .map((rows, context) -> Columns.uuid(rows.getBytes("id")))
                .list());
    }

    @Override
    public List<UnknownActor> listUnknown(int limit) {
        return database.read(handle -> handle.createQuery("""
                        select a.kind, a.scope, a.value, a.name, a.first_seen, w.waiting
                        from unknown_actor a join (
                          select actor, count(*) as waiting from parked group by actor
                          order by waiting desc, actor limit :limit) w on w.actor = a.fingerprint
                        order by w.waiting desc, a.fingerprint""")
                .bind("limit", limit)
                .map((rows, context) -> new UnknownActor(
                        PeopleRows.identifier(rows),
                        rows.getString("name"),
                        Columns.instant(rows.getLong("first_seen")),
                        rows.getLong("waiting")))
                .list());
    }
}
