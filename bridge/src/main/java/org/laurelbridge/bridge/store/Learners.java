package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;
import org.laurelbridge.mapping.Learner;
import org.laurelbridge.mapping.Mapping;

/** Which people the learners of an intake are. All are looked up at once, and new ones added at once. */
final class Learners {

    private final Handle handle;
    private final PeopleRows rows;
    private final Mapping.Unknown unknown;
    private final Instant now;
    private final Map<Identifier, PersonId> known = new HashMap<>();
    private final Map<Learner, PersonId> people = new HashMap<>();

    Learners(Handle handle, Mapping.Unknown unknown, Instant now) {
        this.handle = handle;
        this.rows = new PeopleRows(handle);
        this.unknown = unknown;
        this.now = now;
    }

    /** Looks for learners; when the mapping says so, those who are nobody become people. */
    void find(Collection<Learner> learners) {
        boolean create = unknown == Mapping.Unknown.CREATE;
        Set<Identifier> sought = new LinkedHashSet<>();
        for (Learner learner : learners) {
            sought.addAll(learner.candidates());
            sought.addAll(create ? Identities.withDerived(List.of(learner.own())) : List.of());
        }
        known.putAll(rows.find(sought));
        List<Learner> nobody = new ArrayList<>();
        for (Learner learner : new LinkedHashSet<>(learners)) {
            Optional<PersonId> person = learner.candidates().stream()
                    .filter(known::containsKey)
                    .map(known::get)
                    .findFirst();
            person.ifPresentOrElse(one -> people.put(learner, one), () -> nobody.add(learner));
        }
        if (create) {
            create(nobody);
        }
    }

    /** Looks for more of them, of whom nobody has to become a person or to wait. */
    void look(Collection<Learner> learners) {
        Set<Identifier> sought = new LinkedHashSet<>();
        learners.forEach(learner -> sought.addAll(learner.candidates()));
        sought.removeAll(known.keySet());
        if (!sought.isEmpty()) {
            known.putAll(rows.find(sought));
        }
        for (Learner learner : learners) {
            learner.candidates().stream()
                    .filter(known::containsKey)
                    .findFirst()
                    .ifPresent(candidate -> people.putIfAbsent(learner, Objects.requireNonNull(known.get(candidate))));
        }
    }

    Optional<UUID> person(Learner learner) {
        return Optional.ofNullable(people.get(learner)).map(PersonId::value);
    }

    /** Whether it waits until somebody says who it is. */
    boolean isParked(Learner learner) {
        return unknown == Mapping.Unknown.PARK && !people.containsKey(learner);
    }

    /** Two that share an identifier, as an address and its mbox_sha1sum, are one person. */
    private void create(List<Learner> nobody) {
        Map<PersonId, @Nullable String> names = new LinkedHashMap<>();
        Map<PersonId, Set<Identifier>> learned = new LinkedHashMap<>();
        for (Learner learner : nobody) {
            Set<Identifier> own = Identities.withDerived(List.of(learner.own()));
            PersonId person = own.stream()
                    .filter(known::containsKey)
                    .map(known::get)
                    .findFirst()
                    .orElseGet(() -> new PersonId(UUID.randomUUID()));
            boolean isNew = own.stream().noneMatch(known::containsKey);
            if (isNew) {
                names.put(person, learner.name());
            }
            for (Identifier identifier : own) {
                if (known.putIfAbsent(identifier, person) == null) {
                    learned.computeIfAbsent(person, one -> new LinkedHashSet<>())
                            .add(identifier);
                }
            }
            people.put(learner, person);
        }
        rows.addPeople(names, now);
        rows.addIdentifiers(learned);
        new Placing(handle).learned(learned, names.keySet());
    }
}
