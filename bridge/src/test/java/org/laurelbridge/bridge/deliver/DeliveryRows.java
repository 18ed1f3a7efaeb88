package org.laurelbridge.bridge.deliver;

import java.time.Instant;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.store.Database;

/** Rows as the conclusion of an award writes them. */
public final class DeliveryRows {

    private DeliveryRows() {}

    public static void addAward(Database database, Award award) {
        database.change(handle -> handle.createUpdate("""
                        insert into award (id, credential, badge, badge_version, mapping_generation, person, cycle, status, earned_at, evidence,
                          facts_fingerprint, explanation, is_public, created, changed)
                        values (:id, :id, :badge, 1, 1, :person, 1, 'valid', :at, '[]', :hash, '{}', 0, :at, :at)""")
                .bind("id", award.id().value())
                .bind("badge", award.badge())
                .bind("person", award.person().value())
                .bind("at", award.earnedAt())
                .bind("hash", new byte[32])
                .execute());
    }

    /** A due delivery of the sample award. */
    public static void add(
            Database database, String target, int revision, String grade, Instant stamp, Instant nextAt) {
        add(database, Samples.AWARD, target, revision, grade, stamp, nextAt);
    }

    /** A due delivery of an award. */
    public static void add(
            Database database,
            AwardId award,
            String target,
            int revision,
            String grade,
            Instant stamp,
            Instant nextAt) {
        database.change(handle -> handle.createUpdate("""
                        insert into delivery (award, target, revision, course, grade, maximum, remark, stamp, state, attempts, next_at)
                        values (:award, :target, :revision, '2', :grade, '100', :remark, :stamp, 'due', 0, :nextAt)""")
                .bind("award", award.value())
                .bind("target", target)
                .bind("revision", revision)
                .bind("grade", grade)
                .bind("remark", Samples.REMARK)
                .bind("stamp", stamp)
                .bind("nextAt", nextAt)
                .execute());
    }
}
