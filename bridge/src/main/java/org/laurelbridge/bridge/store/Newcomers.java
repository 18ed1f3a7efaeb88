package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.record.Newcomer;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/**
 * Takes people in, many in one transaction, each as if they came one after the other: reads what is known of all, decides, writes what
 * is new. Whoever makes one has called {@link PeopleRows#stopParking} and locked nothing else. Used once.
 */
final class Newcomers {

    private final Handle handle;
    private final PeopleRows rows;
    private final Map<Identifier, PersonId> known = new HashMap<>();
    private final Map<UUID, UUID> roots = new HashMap<>();
    private final Map<PersonId, @Nullable String> created = new LinkedHashMap<>();
    private final Map<PersonId, String> named = new LinkedHashMap<>();
    private final Map<PersonId, Set<Identifier>> learned = new LinkedHashMap<>();

    Newcomers(Handle handle) {
        this.handle = handle;
        this.rows = new PeopleRows(handle);
    }

    /**
     * Takes them in.
     *
     * @return in their order, the one person who they are; or those, more than one, whose identifiers are mixed up here: nothing
     *     is written of such a one
     */
    List<Set<PersonId>> take(List<Newcomer> newcomers, Instant now) {
        look(newcomers);
        List<Set<PersonId>> people = newcomers.stream().map(this::take).toList();
        rows.addPeople(created, now);
        rows.rename(named);
        rows.addIdentifiers(learned);
        new Placing(handle).learned(learned, created.keySet());
        return people;
    }

    /** The same for identifiers of somebody who is there. */
    Set<PersonId> learn(PersonId person, Collection<Identifier> identifiers) {
        Set<Identifier> all = Identities.withDerived(identifiers);
        look(all, List.of(person));
        Set<PersonId> owners = owners(all);
        owners.add(person);
        Set<PersonId> people = roots(owners);
        if (people.size() == 1) {
            learn(person, all);
            rows.addIdentifiers(learned);
            new Placing(handle).learned(learned, created.keySet());
        }
        return people;
    }

    /** What {@link #take} did, for the audit log: who is new, and of whom more is known. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        learned.forEach((person, identifiers) -> changes.add(
                Change.of(created.containsKey(person) ? "person.added" : "person.extended", "person", person)
                        .about(person.value())
                        .to("identifiers", identifiers.size())));
        return changes;
    }

    private void look(List<Newcomer> newcomers) {
        Set<Identifier> sought = new LinkedHashSet<>();
        newcomers.forEach(newcomer -> sought.addAll(Identities.withDerived(newcomer.identifiers())));
        look(sought, List.of());
    }

    private void look(Collection<Identifier> sought, Collection<PersonId> more) {
        known.putAll(rows.find(sought));
        Set<PersonId> people = new LinkedHashSet<>(known.values());
        people.addAll(more);
        roots.putAll(new MergedPeople(handle)
                .roots(people.stream().map(PersonId::value).toList()));
    }

    private Set<PersonId> take(Newcomer newcomer) {
        Set<Identifier> all = Identities.withDerived(newcomer.identifiers());
        Set<PersonId> owners = owners(all);
        Set<PersonId> people = roots(owners);
        if (people.size() > 1) {
            return people;
        }
        // one of several who were merged keeps what is theirs; what belongs to none of them goes to who stands for them
        Optional<PersonId> there =
                (owners.size() == 1 ? owners : people).stream().findFirst();
        PersonId person = there.orElseGet(() -> new PersonId(UUID.randomUUID()));
        if (there.isEmpty()) {
            created.put(person, newcomer.name());
        } else if (newcomer.name() != null) {
            rename(person, newcomer.name());
        }
        learn(person, all);
        return roots(Set.of(person));
    }

    private void rename(PersonId person, String name) {
        if (created.containsKey(person)) {
            created.put(person, name);
        } else {
            named.put(person, name);
        }
    }

    private void learn(PersonId person, Set<Identifier> all) {
        for (Identifier identifier : all) {
            if (known.putIfAbsent(identifier, person) == null) {
                learned.computeIfAbsent(person, one -> new LinkedHashSet<>()).add(identifier);
            }
        }
    }

    private Set<PersonId> owners(Set<Identifier> all) {
        Set<PersonId> owners = new LinkedHashSet<>();
        all.stream().filter(known::containsKey).map(known::get).forEach(owners::add);
        return owners;
    }

    private Set<PersonId> roots(Set<PersonId> people) {
        Set<PersonId> all = new LinkedHashSet<>();
        people.forEach(person -> all.add(new PersonId(roots.getOrDefault(person.value(), person.value()))));
        return all;
    }
}
