package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.Attestations;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.rule.Attestation;

/** What people and systems say of people, in the database. */
public final class AttestationStore implements Attestations {
    private final Database database;

    public AttestationStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean put(PersonId person, Attestation said, Collection<String> badges, long turn, Instant now) {
        return database.lookAndWrite(handle -> {
            if (!RuleDocumentStore.holds(handle, database.dialect(), turn)) {
                return false;
            }
            new AttestedRows(handle).put(person, said, now, database.dialect());
            decideAnew(handle, person, badges, now);
            return true;
        });
    }

    @Override
    public boolean remove(PersonId person, UUID id, Collection<String> badges, Instant now) {
        return database.write(handle -> {
            int removed = handle.createUpdate("delete from attestation where id = :id and person = :person")
                    .bind("id", id)
                    .bind("person", person.value())
                    .execute();
            decideAnew(handle, person, badges, now);
            return removed == 1;
        });
    }

    private void decideAnew(Handle handle, PersonId person, Collection<String> badges, Instant now) {
        new Evaluations(handle, database.dialect())
                .add(
                        badges.stream()
                                .map(badge -> new Evaluations.Touched(person.value(), badge))
                                .toList(),
                        now);
    }

    @Override
    public List<Attestation> list(PersonId person) {
        return database.read(
                handle -> handle.createQuery(AttestedRows.SELECT + "where person = :person order by from_at desc, id")
                        .bind("person", person.value())
                        .map((rows, context) -> AttestedRows.attestation(rows))
                        .list());
    }
}
