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

    static final String SELECT = """
            select id, badge, badge_version, mapping_generation, coalesce(root, person) as person, cycle, status, earned_at, evidence, explanation,
              unsupported_since, reason, is_public from award
              left join merged_person on merged = person\s""";

    private static final JsonMapper JSON = new JsonMapper();

    private final Handle handle;

    AwardRows(Handle handle) {
        this.handle = handle;
    }

    static Award award(ResultSet rows) throws SQLException {
        long unsupportedSince = rows.getLong("unsupported_since");
        boolean unsupported = !rows.wasNull();
        return new Award(
                new AwardId(Columns.uuid(rows.getBytes("id"))),
                rows.getString("badge"),
                rows.getInt("badge_version"),
                rows.getLong("mapping_generation"),
                new PersonId(Columns.uuid(rows.getBytes("person"))),
                rows.getInt("cycle"),
                AwardStatus.of(rows.getString("status")),
                Columns.instant(rows.getLong("earned_at")),
                evidence(rows.getString("evidence")),
                rows.getString("explanation"),
                unsupported ? Columns.instant(unsupportedSince) : null,
                rows.getString("reason"),
                rows.getInt("is_public") == 1);
    }

    /** Writes an award as the awarder decided it; whether it is public is the learner's, once it is there. */
    void put(Change change, Instant now) {
        int there = bind(change, now, handle.createUpdate("""
                        update award set mapping_generation = :generation, status = :status, earned_at = :earnedAt,
                          evidence = :evidence, facts_fingerprint = coalesce(:fingerprint, facts_fingerprint),
                          explanation = :explanation, unsupported_since = :unsupportedSince, reason = :reason,
                          changed = :now
                        where id = :id""")).execute();
        if (there == 0) {
            insert(change, now);
        }
    }

    private void insert(Change change, Instant now) {
        Award award = change.award();
        bind(change, now, handle.createUpdate("""
                        insert into award (id, badge, badge_version, mapping_generation, person, cycle, status, earned_at,
                          evidence, facts_fingerprint, explanation, unsupported_since, reason, is_public, created, changed)
                        values (:id, :badge, :version, :generation, :person, :cycle, :status, :earnedAt,
                          :evidence, :fingerprint, :explanation, :unsupportedSince, :reason, :public, :now, :now)"""))
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
                .bind("generation", award.mappingGeneration())
                .bind("status", award.status().word())
                .bind("earnedAt", award.earnedAt())
                .bind("evidence", json(award.evidence()))
                .bind("fingerprint", fingerprint(change.factsFingerprint()))
                .bind("explanation", award.explanation())
                .bindByType("unsupportedSince", award.unsupportedSince(), Instant.class)
                .bind("reason", award.reason())
                .bind("now", now);
    }

    /** Only how it stands and who may see it changes, and only if both are as they were seen. */
    boolean stand(Award seen, Award changed, Instant now) {
        return handle.createUpdate("""
                                update award set status = :status, reason = :reason, is_public = :public, changed = :now
                                where id = :id and status = :seen and is_public = :seenPublic""")
                        .bind("status", changed.status().word())
                        .bind("reason", changed.reason())
                        .bind("now", now)
                        .bind("id", seen.id().value())
                        .bind("seen", seen.status().word())
                        .bind("public", changed.isPublic() ? 1 : 0)
                        .bind("seenPublic", seen.isPublic() ? 1 : 0)
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
