package org.laurelbridge.bridge.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** Rows of people within a transaction of another store. */
final class PeopleRows {

    private final Handle handle;

    PeopleRows(Handle handle) {
        this.handle = handle;
    }

    /**
     * Waits until nobody parks actors, and lets nobody park until this transaction ends. To be called before anything else of
     * the transaction is locked.
     */
    void stopParking() {
        handle.execute("update latch set turns = turns + 1 where name = 'people'");
    }

    /**
     * Lets nobody join people until this transaction ends: to be called before learners are looked for of whom some may be
     * parked, and before anything else of the transaction is locked.
     */
    void stopJoining(Dialect dialect) {
        handle.createQuery("select turns from latch where name = 'people'" + dialect.lockShared())
                .mapTo(long.class)
                .one();
    }

    /** Who has these identifiers; those that nobody has are left out. */
    Map<Identifier, PersonId> find(Collection<Identifier> identifiers) {
        Map<String, PersonId> owners = new HashMap<>();
        List<byte[]> fingerprints =
                identifiers.stream().map(Identities::fingerprint).toList();
        for (List<byte[]> some : Batches.parts(fingerprints)) {
            handle.createQuery("select fingerprint, person from person_identifier where fingerprint in (<some>)")
                    .bindList("some", some)
                    .map((rows, context) -> Map.entry(
                            key(rows.getBytes("fingerprint")), new PersonId(Columns.uuid(rows.getBytes("person")))))
                    .forEach(entry -> owners.put(entry.getKey(), entry.getValue()));
        }
        Map<Identifier, PersonId> found = new HashMap<>();
        for (Identifier identifier : identifiers) {
            PersonId owner = owners.get(key(Identities.fingerprint(identifier)));
            if (owner != null) {
                found.put(identifier, owner);
            }
        }
        return found;
    }

    /** @param people by their ids, with their names */
    void addPeople(Map<PersonId, @Nullable String> people, Instant now) {
        Batches.write(
                handle,
                "insert into person (id, name, created) values (:id, :name, :now)",
                people.entrySet(),
                (batch, person) -> batch.bind("id", person.getKey().value())
                        .bind("name", person.getValue())
                        .bind("now", now));
    }

    /** Writes the names that are others than those that are there. */
    void rename(Map<PersonId, String> names) {
        Map<PersonId, String> others = new LinkedHashMap<>(names);
        for (List<UUID> some :
                Batches.parts(names.keySet().stream().map(PersonId::value).toList())) {
            handle.createQuery("select id, name from person where id in (<some>)")
                    .bindList("some", some)
                    .map((rows, context) -> new Person(
                            new PersonId(Columns.uuid(rows.getBytes("id"))), rows.getString("name"), List.of()))
                    .forEach(person -> others.remove(person.id(), person.name()));
        }
        Batches.write(
                handle,
                "update person set name = :name where id = :id",
                others.entrySet(),
                (batch, one) -> batch.bind("id", one.getKey().value()).bind("name", one.getValue()));
    }

    void addIdentifiers(Map<PersonId, ? extends Collection<Identifier>> learned) {
        List<Map.Entry<PersonId, Identifier>> all = new ArrayList<>();
        learned.forEach(
                (person, identifiers) -> identifiers.forEach(identifier -> all.add(Map.entry(person, identifier))));
        Batches.write(
                handle,
                """
                insert into person_identifier (fingerprint, person, kind, scope, value)
                values (:fingerprint, :person, :kind, :scope, :value)""",
                all,
                (batch, one) -> batch.bind("fingerprint", Identities.fingerprint(one.getValue()))
                        .bind("person", one.getKey().value())
                        .bindMethods(one.getValue()));
    }

    void removeIdentifiers(Collection<Identifier> identifiers) {
        Batches.write(
                handle,
                "delete from person_identifier where fingerprint = :fingerprint",
                identifiers,
                (batch, one) -> batch.bind("fingerprint", Identities.fingerprint(one)));
    }

    /** Whether there is such a person, merged or not. */
    boolean isThere(PersonId person) {
        return handle.createQuery("select 1 from person where id = :id")
                .bind("id", person.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** As if they had been merged with nobody. */
    Optional<Person> findAlone(UUID id) {
        return load(Map.of(id, List.of(id))).stream().findFirst();
    }

    /** The person, or who stands for them, with what the asked one is known by first. */
    Optional<Person> find(UUID id) {
        List<UUID> group = new MergedPeople(handle).group(id);
        List<UUID> askedFirst = new ArrayList<>(List.of(id));
        group.stream().filter(one -> !one.equals(id)).forEach(askedFirst::add);
        return load(Map.of(group.get(0), askedFirst)).stream().findFirst();
    }

    /**
     * These people, none of whom was merged, with all that they are known by, in the order of their ids; unknown ids are left out.
     */
    List<Person> load(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : load(new MergedPeople(handle).groups(ids));
    }

    /** @param groups all who are one with each, in the order in which what they are known by is told */
    private List<Person> load(Map<UUID, List<UUID>> groups) {
        Map<UUID, List<Identifier>> identifiers = new HashMap<>();
        handle.createQuery("""
                        select person, kind, scope, value from person_identifier where person in (<ids>)
                        order by kind, scope, value""")
                .bindList("ids", groups.values().stream().flatMap(List::stream).toList())
                .map((rows, context) -> Map.entry(Columns.uuid(rows.getBytes("person")), identifier(rows)))
                .forEach(entry -> identifiers
                        .computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        return handle.createQuery("select id, name from person where id in (<ids>) order by id")
                .bindList("ids", List.copyOf(groups.keySet()))
                .map((rows, context) -> person(rows, groups, identifiers))
                .list();
    }

    static Identifier identifier(ResultSet rows) throws SQLException {
        return new Identifier(rows.getString("kind"), rows.getString("scope"), rows.getString("value"));
    }

    private static Person person(ResultSet rows, Map<UUID, List<UUID>> groups, Map<UUID, List<Identifier>> identifiers)
            throws SQLException {
        UUID id = Columns.uuid(rows.getBytes("id"));
        List<Identifier> known = groups.getOrDefault(id, List.of()).stream()
                .flatMap(one -> identifiers.getOrDefault(one, List.of()).stream())
                .toList();
        return new Person(new PersonId(id), rows.getString("name"), known);
    }

    private static String key(byte[] fingerprint) {
        return new String(fingerprint, StandardCharsets.ISO_8859_1);
    }
}
