package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.laurelbridge.bridge.record.Newcomer;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** People and their identifiers. Who creates whom at the same time is decided by the unique identifier. */
public final class PeopleStore implements People {
    /** People in one commit, during which no mapper can park an actor. */
    private static final int AT_A_TIME = 1_000;

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
        return one(take(List.of(new Newcomer(name, identifiers)), now).get(0));
    }

    @Override
    public List<Optional<PersonId>> addAll(List<Newcomer> newcomers, Instant now) {
        List<Optional<PersonId>> added = new ArrayList<>();
        for (int from = 0; from < newcomers.size(); from += AT_A_TIME) {
            take(newcomers.subList(from, Math.min(newcomers.size(), from + AT_A_TIME)), now)
                    .forEach(people -> added.add(people.stream().findFirst().filter(one -> people.size() == 1)));
        }
        return added;
    }

    private List<Set<PersonId>> take(List<Newcomer> newcomers, Instant now) {
        return database.lookAndWrite(handle -> {
            new PeopleRows(handle).stopParking();
            Newcomers taken = new Newcomers(handle);
            List<Set<PersonId>> people = taken.take(newcomers, now);
            trail.record(handle, taken.changes());
            return people;
        });
    }

    private static PersonId one(Set<PersonId> people) {
        if (people.size() > 1) {
            throw new IdentifiersDisagree(List.copyOf(people));
        }
        return people.iterator().next();
    }

    @Override
    public void join(Identifier actor, PersonId person, Instant now) {
        one(database.lookAndWrite(handle -> {
            PeopleRows rows = new PeopleRows(handle);
            rows.stopParking();
            if (!rows.isThere(person)) {
                throw new IllegalArgumentException("there is no person " + person);
            }
            boolean isNew = !rows.find(List.of(actor)).containsKey(actor);
            Set<PersonId> people = new Newcomers(handle).learn(person, List.of(actor));
            if (isNew) {
                trail.record(handle, PeopleDeeds.joined("person.joined", person, actor));
            }
            return people;
        }));
    }

    @Override
    public boolean unjoin(Identifier identifier, PersonId person) {
        return database.write(handle -> {
            PeopleRows rows = new PeopleRows(handle);
            rows.stopParking();
            Set<UUID> group = Set.copyOf(new MergedPeople(handle).group(person.value()));
            Map<Identifier, PersonId> theirs = rows.find(Identities.withDerived(List.of(identifier)));
            theirs.values().removeIf(owner -> !group.contains(owner.value()));
            rows.removeIdentifiers(theirs.keySet());
            theirs.forEach((one, owner) -> new Placing(handle).forgot(owner, one));
            if (!theirs.isEmpty()) {
                trail.record(handle, PeopleDeeds.joined("person.unjoined", person, identifier));
            }
            return !theirs.isEmpty();
        });
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
        return Optional.ofNullable(findAll(List.of(identifier)).get(identifier));
    }

    @Override
    public Map<Identifier, PersonId> findAll(Collection<Identifier> identifiers) {
        return database.read(handle -> {
            Map<Identifier, PersonId> found = new PeopleRows(handle).find(identifiers);
            Map<UUID, UUID> roots = new MergedPeople(handle)
                    .roots(found.values().stream().map(PersonId::value).toList());
            found.replaceAll((identifier, owner) -> new PersonId(roots.getOrDefault(owner.value(), owner.value())));
            return found;
        });
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
    public List<Person> search(String part, int skipped, int limit) {
        return database.read(handle -> new PeopleSearch(handle, database.dialect()).list(part, skipped, limit));
    }

    @Override
    public Map<Identifier, List<String>> newestWaiting(Collection<Identifier> actors, int each) {
        return database.read(handle -> new PeopleSearch(handle, database.dialect()).newestWaiting(actors, each));
    }

    @Override
    public Map<PersonId, String> names(Collection<PersonId> people) {
        List<UUID> all = people.stream().map(PersonId::value).distinct().toList();
        return database.read(handle -> {
            Map<PersonId, String> names = new HashMap<>();
            Batches.parts(all)
                    .forEach(part -> handle.createQuery("""
                                    select p.id, r.name from person p left join merged_person m on m.merged = p.id
                                    join person r on r.id = coalesce(m.root, p.id)
                                    where p.id in (<some>) and r.name is not null""")
                            .bindList("some", part)
                            .map((rows, context) ->
                                    Map.entry(new PersonId(Columns.uuid(rows.getBytes("id"))), rows.getString("name")))
                            .forEach(one -> names.put(one.getKey(), one.getValue())));
            return names;
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
                          select c.actor, c.waiting from (select actor, count(*) as waiting from parked group by actor) c
                          where not exists (select 1 from person_identifier i where i.fingerprint = c.actor)
                          order by c.waiting desc, c.actor limit :limit) w on w.actor = a.fingerprint
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
