package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.UUID;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.record.PersonId;

/** A valid award of somebody, as a row, for tests of what is asked about awards. */
final class AwardRow {
    private AwardRow() {}

    static AwardId of(Database database, PersonId person, Instant now) {
        AwardId id = new AwardId(UUID.randomUUID());
        database.change(handle -> handle.createUpdate("""
                        insert into award (id, badge, badge_version, mapping_generation, person, cycle, status, earned_at,
                          evidence, facts_fingerprint, explanation, is_public, created, changed)
                        values (:id, 'quiz', 1, 1, :person, 1, 'valid', :now, '[]', :hash, '{}', 0, :now, :now)""")
                .bind("id", id.value())
                .bind("person", person.value())
                .bind("now", now)
                .bind("hash", new byte[32])
                .execute());
        return id;
    }
}
