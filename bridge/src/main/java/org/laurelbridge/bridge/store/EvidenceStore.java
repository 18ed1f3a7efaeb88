package org.laurelbridge.bridge.store;

import java.util.Map;
import java.util.Set;
import org.laurelbridge.bridge.award.Cycles;
import org.laurelbridge.bridge.award.plan.Evidence;
import org.laurelbridge.bridge.record.PersonId;

/** What is known of everybody, by ranges of people's ids: these are random, so that parts are of one size. */
public final class EvidenceStore implements Evidence {
    private final Database database;

    public EvidenceStore(Database database) {
        this.database = database;
    }

    @Override
    public Set<Integer> versions(String badge) {
        return database.read(
                handle -> handle.createQuery("select distinct badge_version from award where badge = :badge")
                        .bind("badge", badge)
                        .mapTo(Integer.class)
                        .set());
    }

    @Override
    public Map<PersonId, Cycles.Person> read(int part, Scope scope) {
        return database.read(handle -> new EvidencePart(PartOfPeople.of(handle, part), scope).read());
    }
}
