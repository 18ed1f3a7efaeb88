package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Attestations;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Attestation;

/** What people and systems say of people, in the database. */
public final class AttestationStore implements Attestations {
    private final Database database;
    private final Trail trail;

    public AttestationStore(Database database) {
        this(database, Trail.OWN);
    }

    private AttestationStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Attestations by(Doer doer) {
        return new AttestationStore(database, Trail.by(doer));
    }

    @Override
    public boolean put(PersonId person, Attestation said, Collection<String> badges, long turn, Instant now) {
        return database.lookAndWrite(handle -> {
            new PeopleRows(handle).stopJoining(database.dialect());
            if (!RuleDocumentStore.holds(handle, database.dialect(), turn)) {
                return false;
            }
            boolean isThere = isThere(handle, said.id());
            new AttestedRows(handle).put(person, said, now, database.dialect());
            trail.record(
                    handle,
                    Change.of(isThere ? "attestation.said-again" : "attestation.said", "attestation", said.id())
                            .about(person.value())
                            .to("topic", said.topic().word())
                            .to("subject", said.subject()));
            decideAnew(handle, person, badges, now);
            return true;
        });
    }

    @Override
    public boolean replace(Part part, Collection<PersonId> people, Collection<String> badges, long turn, Instant now) {
        Taking taking = database.read(handle -> Taking.find(handle, part, people));
        return Stream.concat(
                        Batches.parts(taking.joined()).stream().map(some -> new Taking(some, List.of())),
                        Batches.parts(taking.left()).stream().map(some -> new Taking(List.of(), some)))
                .allMatch(some -> write(part, some, badges, turn, now));
    }

    private boolean write(Part part, Taking some, Collection<String> badges, long turn, Instant now) {
        return database.lookAndWrite(handle -> {
            new PeopleRows(handle).stopJoining(database.dialect());
            if (!RuleDocumentStore.holds(handle, database.dialect(), turn)) {
                return false;
            }
            some.write(handle, database.dialect(), part, now);
            List<Evaluations.Touched> touched = some.people().stream()
                    .flatMap(person -> badges.stream().map(badge -> new Evaluations.Touched(person, badge)))
                    .toList();
            new Evaluations(handle, database.dialect()).add(touched, now);
            return true;
        });
    }

    @Override
    public boolean remove(PersonId person, UUID id, Collection<String> badges, Instant now) {
        return database.write(handle -> {
            new PeopleRows(handle).stopJoining(database.dialect());
            int removed = handle.createUpdate("delete from attestation where id = :id and person in (<people>)")
                    .bind("id", id)
                    .bindList("people", new MergedPeople(handle).group(person.value()))
                    .execute();
            decideAnew(handle, person, badges, now);
            if (removed == 1) {
                trail.record(
                        handle,
                        Change.of("attestation.taken-back", "attestation", id).about(person.value()));
            }
            return removed == 1;
        });
    }

    private static boolean isThere(Handle handle, UUID id) {
        return handle.createQuery("select 1 from attestation where id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private void decideAnew(Handle handle, PersonId person, Collection<String> badges, Instant now) {
        UUID root = new MergedPeople(handle).root(person.value());
        new Evaluations(handle, database.dialect())
                .add(
                        badges.stream()
                                .map(badge -> new Evaluations.Touched(root, badge))
                                .toList(),
                        now);
    }

    @Override
    public List<Attestation> list(PersonId person) {
        return database.read(handle -> handle.createQuery(
                        AttestedRows.SELECT + "where person in (<people>) order by from_at desc, id")
                .bindList("people", new MergedPeople(handle).group(person.value()))
                .map((rows, context) -> AttestedRows.attestation(rows))
                .list());
    }
}
