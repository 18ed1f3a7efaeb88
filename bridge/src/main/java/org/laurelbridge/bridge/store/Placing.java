package org.laurelbridge.bridge.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Identifier;

/** What follows when a person becomes known by more, or by less, in the same transaction. */
final class Placing {

    private final Handle handle;

    Placing(Handle handle) {
        this.handle = handle;
    }

    /**
     * Marks what new identifiers change. Somebody new has no award whose recipient they tell; but an actor who waits may be they.
     *
     * @param learned by person
     * @param created those of them who are new
     */
    void learned(Map<PersonId, Set<Identifier>> learned, Set<PersonId> created) {
        mapParkedAnew(learned.values().stream().flatMap(Set::stream).toList());
        learned.forEach((person, identifiers) -> {
            if (!created.contains(person) && identifiers.stream().anyMatch(Identities::isEmail)) {
                signAnew(person.value());
            }
        });
    }

    /** The recipient of their credentials changed. One that was superseded stays as it was issued. */
    void signAnew(UUID person) {
        handle.createUpdate("""
                        update credential set wanted = 1, mark = mark + 1 where award in (
                          select id from award where person in (<people>) and status <> 'superseded')""")
                .bindList("people", new MergedPeople(handle).group(person))
                .execute();
    }

    /** Marks the statements of unknown actors that new identifiers place. */
    private void mapParkedAnew(Collection<Identifier> learned) {
        List<byte[]> fingerprints =
                learned.stream().map(Identities::fingerprint).toList();
        Set<Long> intakes = new TreeSet<>();
        for (List<byte[]> some : Batches.parts(fingerprints)) {
            handle.createQuery("""
                            select distinct p.seq from parked p join unknown_actor_candidate c on c.actor = p.actor
                            where c.candidate in (<learned>)""")
                    .bindList("learned", some)
                    .mapTo(Long.class)
                    .forEach(seq -> intakes.add(Intakes.of(seq)));
        }
        Intakes.mapAnew(handle, intakes);
    }

    /** An identifier is a person's no more: statements that it alone placed count for them no longer. */
    void forgot(PersonId person, Identifier identifier) {
        Set<Long> intakes = new TreeSet<>();
        handle.createQuery("select distinct seq from fact where person = :person")
                .bind("person", person.value())
                .mapTo(Long.class)
                .forEach(seq -> intakes.add(Intakes.of(seq)));
        Intakes.mapAnew(handle, intakes);
        if (Identities.isEmail(identifier)) {
            signAnew(person.value());
        }
    }
}
