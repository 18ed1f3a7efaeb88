package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.award.plan.Plan.State;
import org.laurelbridge.bridge.map.RuleText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Rows of table rule_plan. */
final class PlanRows {

    private static final String SELECT = """
            select p.id, p.turn, p.documents, p.state, p.derived, p.made_at, p.ended_at,
              (select count(*) from rule_plan_effect e where e.plan = p.id and e.what = 'gain') as gains,
              (select count(*) from rule_plan_effect e where e.plan = p.id and e.what = 'loss') as losses,
              (select count(*) from rule_plan_effect e where e.plan = p.id and e.what = 'move') as moves
            from rule_plan p\s""";

    private static final JsonMapper JSON = new JsonMapper();

    private PlanRows() {}

    /**
     * What a plan is made of, and for.
     *
     * @param run whose alone it is: of a dry run; empty for whoever makes a plan of the same
     */
    record Made(long turn, List<RuleText> texts, String run) {
        Made(long turn, List<RuleText> texts) {
            this(turn, texts, "");
        }

        byte[] fingerprint() {
            return Fingerprint.of(run + written(texts));
        }
    }

    static long insert(Handle handle, Made made, Instant now) {
        return handle.createUpdate("""
                        insert into rule_plan (turn, fingerprint, documents, state, derived, made_at)
                        values (:turn, :fingerprint, :documents, 'unfinished', 0, :now)""")
                .bind("turn", made.turn())
                .bind("fingerprint", made.fingerprint())
                .bind("documents", written(made.texts()))
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one();
    }

    static Optional<Plan> find(Handle handle, Made made, State state) {
        return handle.createQuery(SELECT + """
                        where p.fingerprint = :fingerprint and p.turn = :turn and p.state = :state order by p.id limit 1""")
                .bind("fingerprint", made.fingerprint())
                .bind("turn", made.turn())
                .bind("state", state.word())
                .map((rows, context) -> plan(rows))
                .findOne();
    }

    static Optional<Plan> find(Handle handle, long id) {
        return handle.createQuery(SELECT + "where p.id = :id")
                .bind("id", id)
                .map((rows, context) -> plan(rows))
                .findOne();
    }

    static List<Plan> list(Handle handle, int limit) {
        return handle.createQuery(SELECT + "order by p.id desc limit :limit")
                .bind("limit", limit)
                .map((rows, context) -> plan(rows))
                .list();
    }

    /** False when it is not open any more. */
    static boolean accept(Handle handle, long plan, Instant now) {
        return handle.createUpdate(
                                "update rule_plan set state = 'accepted', ended_at = :now where id = :plan and state = 'open'")
                        .bind("now", now)
                        .bind("plan", plan)
                        .execute()
                == 1;
    }

    private static Plan plan(ResultSet rows) throws SQLException {
        long endedAt = rows.getLong("ended_at");
        boolean ended = !rows.wasNull();
        return new Plan(
                rows.getLong("id"),
                rows.getLong("turn"),
                read(rows.getString("documents")),
                State.of(rows.getString("state")),
                rows.getLong("derived"),
                Columns.instant(rows.getLong("made_at")),
                ended ? Columns.instant(endedAt) : null,
                rows.getLong("gains"),
                rows.getLong("losses"),
                rows.getLong("moves"));
    }

    private static String written(List<RuleText> texts) {
        ArrayNode array = JSON.createArrayNode();
        texts.forEach(text -> array.addObject().put("file", text.file()).put("text", text.text()));
        return array.toString();
    }

    private static List<RuleText> read(String json) {
        List<RuleText> texts = new ArrayList<>();
        for (JsonNode text : JSON.readTree(json)) {
            texts.add(new RuleText(
                    text.required("file").stringValue(), text.required("text").stringValue()));
        }
        return texts;
    }
}
