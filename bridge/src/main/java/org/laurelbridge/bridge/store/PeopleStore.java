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
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** People and their identifiers. Who creates whom at the same time is decided by the unique identifier. */
public final class PeopleStore implements People {

    private final Database database;

    public PeopleStore(Database database) {
        this.database = database;
    }

    @Override
    public PersonId add(@Nullable String name, List<Identifier> identifiers, Instant now) {
        return database.lookAndWrite(handle -> {
            PeopleRows rows = new PeopleRows(handle);
            rows.stopParking();
            return add(handle, name, identifiers, now);
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
        Optional<PersonId> there = owner(rows, Identities.withDerived(identifiers));
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
            if (rows.load(List.of(person.value())).isEmpty()) {
                throw new IllegalArgumentException("there is no person " + person);
            }
            learn(handle, person, List.of(actor));
            return person;
        });
    }

    private static Optional<PersonId> owner(PeopleRows rows, Set<Identifier> all) {
        Set<PersonId> owners = new LinkedHashSet<>(rows.find(all).values());
        if (owners.size() > 1) {
            throw new IdentifiersDisagree(List.copyOf(owners));
        }
        return owners.stream().findFirst();
    }

    private static void learn(Handle handle, PersonId person, Collection<Identifier> identifiers) {
        PeopleRows rows = new PeopleRows(handle);
        Set<Identifier> all = Identities.withDerived(identifiers);
        Map<Identifier, PersonId> known = rows.find(all);
        Set<PersonId> owners = new LinkedHashSet<>(known.values());
        owners.add(person);
        if (owners.size() > 1) {
            throw new IdentifiersDisagree(List.copyOf(owners));
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
        return database.read(
                handle -> new PeopleRows(handle).load(List.of(id)).stream().findFirst());
    }

    @Override
    public Optional<PersonId> find(Identifier identifier) {
        return database.read(handle -> Optional.ofNullable(
                new PeopleRows(handle).find(List.of(identifier)).get(identifier)));
    }

    @Override
    public List<Person> list(@Nullable PersonId after, int limit) {
        return database.read(handle -> {
            byte[] from = after == null ? new byte[0] : Columns.bytes(after.value());
            List<UUID> ids = handle.createQuery("select id from person where id > :after order by id limit :limit")
                    .bind("after", from)
                    .bind("limit", limit)
                    .mapTo(UUID.class)
                    .list();
            return new PeopleRows(handle).load(new TreeSet<>(ids));
        });
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
