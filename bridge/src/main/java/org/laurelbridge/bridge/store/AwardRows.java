package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.AwardStatus;
import org.laurelbridge.bridge.award.Awards.Change;
import org.laurelbridge.bridge.record.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Rows of table award. Its person is to whom it was granted; an award that is read says who stands for them now. */
final class AwardRows {

    /** What {@link #award} reads, and from where. */
    static final String COLUMNS = """
            id, credential, revision, badge, badge_version, mapping_generation, coalesce(root, person) as person, cycle,
              status, claimed, approved, earned_at, expires_at, evidence, explanation, unsupported_since, reason, decided,
              is_public from award left join merged_person on merged = person\s""";

    static final String SELECT = "select " + COLUMNS;

    private static final JsonMapper JSON = new JsonMapper();

    private final Handle handle;

    AwardRows(Handle handle) {
        this.handle = handle;
    }

    static Award award(ResultSet rows) throws SQLException {
        return new Award(
                new AwardId(Columns.uuid(rows.getBytes("id"))),
                new AwardId(Columns.uuid(rows.getBytes("credential"))),
                rows.getInt("revision"),
                rows.getString("badge"),
                new PersonId(Columns.uuid(rows.getBytes("person"))),
                rows.getInt("cycle"),
                new Award.Basis(
                        rows.getInt("badge_version"),
                        rows.getLong("mapping_generation"),
                        Columns.instant(rows.getLong("earned_at")),
                        Columns.instantOrNull(rows, "expires_at"),
                        evidence(rows.getString("evidence")),
                        rows.getString("explanation")),
                new Award.Standing(
                        AwardStatus.of(rows.getString("status")),
                        new Award.Consent(rows.getInt("claimed") == 1, rows.getInt("approved") == 1),
                        Columns.instantOrNull(rows, "unsupported_since"),
                        rows.getString("reason"),
                        rows.getInt("decided") == 1),
                rows.getInt("is_public") == 1);
    }

    /** Writes an award as the awarder decided it; whether it is public is not his, once it is there. */
    void put(Change change, Instant now) {
        int there = bind(change, now, handle.createUpdate("""
                        update award set credential = :credential, revision = :revision, mapping_generation = :generation,
                          status = :status, approved = :approved, earned_at = :earnedAt, expires_at = :expiresAt,
                          evidence = :evidence,
                          facts_fingerprint = coalesce(:fingerprint, facts_fingerprint), explanation = :explanation,
                          unsupported_since = :unsupportedSince, reason = :reason, decided = :decided, changed = :now
                        where id = :id""")).execute();
        if (there == 0) {
            insert(change, now);
        }
    }

    private void insert(Change change, Instant now) {
        Award award = change.award();
        bind(change, now, handle.createUpdate("""
                        insert into award (id, credential, revision, badge, badge_version, mapping_generation, person, cycle,
                          status, approved, earned_at, expires_at, evidence, facts_fingerprint, explanation,
                          unsupported_since, reason, decided, is_public, created, changed)
                        values (:id, :credential, :revision, :badge, :version, :generation, :person, :cycle,
                          :status, :approved, :earnedAt, :expiresAt, :evidence, :fingerprint, :explanation,
                          :unsupportedSince, :reason, :decided, :public, :now, :now)"""))
                .bind("badge", award.badge())
                .bind("version", award.badgeVersion())
                .bind("person", award.person().value())
                .bind("cycle", award.cycle())
                .bind("public", award.isPublic() ? 1 : 0)
                .execute();
    }

    private static Update bind(Change change, Instant now, Update update) {
        Award award = change.award();
        return update.bind("id", award.id().value())
                .bind("credential", award.credential().value())
                .bind("revision", award.revision())
                .bind("generation", award.basis().mappingGeneration())
                .bind("status", award.status().word())
                .bind("approved", award.standing().consent().approved() ? 1 : 0)
                .bind("earnedAt", award.earnedAt())
                .bindByType("expiresAt", award.expiresAt(), Instant.class)
                .bind("evidence", json(award.evidence()))
                .bind("fingerprint", fingerprint(change.factsFingerprint()))
                .bind("explanation", award.explanation())
                .bindByType("unsupportedSince", award.unsupportedSince(), Instant.class)
                .bind("reason", award.reason())
                .bind("decided", award.standing().decided() ? 1 : 0)
                .bind("now", now);
    }

    /** Only how it stands, who said yes and who may see it changes, and only if that is as it was seen. */
    boolean stand(Award seen, Award changed, Instant now) {
        Award.Consent consent = changed.standing().consent();
        return handle.createUpdate("""
                                update award set status = :status, reason = :reason, decided = :decided, claimed = :claimed,
                                  approved = :approved, is_public = :public, changed = :now
                                where id = :id and status = :seen and is_public = :seenPublic
                                  and claimed = :seenClaimed and approved = :seenApproved""")
                        .bind("status", changed.status().word())
                        .bind("reason", changed.reason())
                        .bind("decided", changed.standing().decided() ? 1 : 0)
                        .bind("claimed", consent.claimed() ? 1 : 0)
                        .bind("approved", consent.approved() ? 1 : 0)
                        .bind("now", now)
                        .bind("id", seen.id().value())
                        .bind("seen", seen.status().word())
                        .bind("public", changed.isPublic() ? 1 : 0)
                        .bind("seenPublic", seen.isPublic() ? 1 : 0)
                        .bind("seenClaimed", seen.standing().consent().claimed() ? 1 : 0)
                        .bind("seenApproved", seen.standing().consent().approved() ? 1 : 0)
                        .execute()
                == 1;
    }

    private static byte @Nullable [] fingerprint(@Nullable String hex) {
        return hex == null ? null : HexFormat.of().parseHex(hex);
    }

    private static String json(List<UUID> evidence) {
        ArrayNode array = JSON.createArrayNode();
        evidence.forEach(statement -> array.add(statement.toString()));
        return array.toString();
    }

    private static List<UUID> evidence(String json) {
        List<UUID> evidence = new ArrayList<>();
        for (JsonNode statement : JSON.readTree(json)) {
            evidence.add(UUID.fromString(statement.asString()));
        }
        return evidence;
    }
}
