package org.laurelbridge.bridge.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.plan.Effect;
import org.laurelbridge.bridge.award.plan.Plan;
import org.laurelbridge.bridge.award.plan.Plan.State;
import org.laurelbridge.bridge.award.plan.Plans;
import org.laurelbridge.bridge.map.FactLog.Derived;
import org.laurelbridge.bridge.map.FactLog.ToMap;
import org.laurelbridge.bridge.map.RuleText;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.mapping.Mapping;

/** Plans in the database. */
public final class PlanStore implements Plans {

    /** What takes longer was left by a node that was stopped. */
    private static final Duration LONGEST = Duration.ofDays(2);

    private final Database database;
    private final Trail trail;

    public PlanStore(Database database) {
        this(database, Trail.OWN);
    }

    private PlanStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Plans by(Doer doer) {
        return new PlanStore(database, Trail.by(doer));
    }

    @Override
    public Plan begin(long turn, List<RuleText> texts, boolean isDry, Instant now) {
        PlanRows.Made made = isDry
                ? new PlanRows.Made(turn, texts, "dry " + UUID.randomUUID() + " ")
                : new PlanRows.Made(turn, texts);
        long id = database.write(handle -> {
            removeUnfinished(handle, turn, now.minus(LONGEST));
            return PlanRows.find(handle, made, State.UNFINISHED)
                    .map(Plan::id)
                    .orElseGet(() -> PlanRows.insert(handle, made, now));
        });
        return find(id).orElseThrow();
    }

    private static void removeUnfinished(Handle handle, long turn, Instant lost) {
        handle.createQuery("""
                        select id from rule_plan
                        where state = 'unfinished' and (turn <> :turn or made_at < :lost)""")
                .bind("turn", turn)
                .bind("lost", lost)
                .mapTo(long.class)
                .list()
                .forEach(plan -> remove(handle, plan));
    }

    @Override
    public Optional<Plan> findOpen(long turn, List<RuleText> texts) {
        return database.read(handle -> PlanRows.find(handle, new PlanRows.Made(turn, texts), State.OPEN));
    }

    @Override
    public Optional<Plan> find(long id) {
        return database.read(handle -> PlanRows.find(handle, id));
    }

    @Override
    public List<Plan> list(int limit) {
        return database.read(handle -> PlanRows.list(handle, limit));
    }

    @Override
    public List<ToMap> listIntakes(long after, int limit) {
        return database.read(handle -> handle.createQuery(
                        "select id, mark, mapped_with, statements from intake where id > :after order by id limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((rows, context) -> new ToMap(
                        rows.getLong("id"),
                        rows.getLong("mark"),
                        rows.getLong("mapped_with"),
                        rows.getInt("statements")))
                .list());
    }

    @Override
    public long lastIntake() {
        return database.read(handle -> handle.createQuery("select coalesce(max(id), 0) from intake")
                .mapTo(long.class)
                .one());
    }

    @Override
    public boolean derive(long plan, long after, List<Derived> derived, Mapping.Unknown unknown) {
        long last = derived.get(derived.size() - 1).intake().intake();
        return database.write(handle -> {
            boolean first = handle.createUpdate("""
                                    update rule_plan set derived = :last
                                    where id = :plan and derived = :after and state = 'unfinished'""")
                            .bind("last", last)
                            .bind("plan", plan)
                            .bind("after", after)
                            .execute()
                    == 1;
            if (first) {
                new PlannedFacts(handle, plan, unknown).add(derived);
            }
            return first;
        });
    }

    @Override
    public boolean open(long plan, List<Effect> effects) {
        return database.write(handle -> {
            boolean ours = move(handle, plan, "state = 'unfinished'", "state = 'open'");
            if (ours) {
                removeFacts(handle, plan);
                addEffects(handle, plan, effects);
                trail.record(handle, Change.of("plan.opened", "plan", plan).to("effects", effects.size()));
            }
            return ours;
        });
    }

    private static void addEffects(Handle handle, long plan, List<Effect> effects) {
        List<Integer> places = IntStream.range(0, effects.size()).boxed().toList();
        Batches.write(handle, """
                insert into rule_plan_effect (plan, place, badge, version, person, what, at, why)
                values (:plan, :place, :badge, :version, :person, :what, :at, :why)""", places, (batch, place) -> {
            Effect effect = effects.get(place);
            batch.bind("plan", plan)
                    .bind("place", place)
                    .bind("badge", effect.badge())
                    .bind("version", effect.version())
                    .bind("person", effect.person().value())
                    .bind("what", effect.what().word())
                    .bind("at", effect.at())
                    .bind("why", effect.why());
        });
    }

    @Override
    public List<Effect> listEffects(long plan, long after, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select badge, version, person, what, at, why from rule_plan_effect
                        where plan = :plan and place >= :after order by place limit :limit""")
                .bind("plan", plan)
                .bind("after", after)
                .bind("limit", limit)
                .map((rows, context) -> new Effect(
                        rows.getString("badge"),
                        rows.getInt("version"),
                        new PersonId(Columns.uuid(rows.getBytes("person"))),
                        Effect.What.of(rows.getString("what")),
                        Columns.instant(rows.getLong("at")),
                        rows.getString("why")))
                .list());
    }

    @Override
    public Set<String> badges(long plan) {
        return database.read(
                handle -> handle.createQuery("select distinct badge from rule_plan_effect where plan = :plan")
                        .bind("plan", plan)
                        .mapTo(String.class)
                        .set());
    }

    @Override
    public boolean touches(long plan, PersonId person) {
        return database.read(handle -> handle.createQuery(
                        "select 1 from rule_plan_effect where plan = :plan and person in (<people>) limit 1")
                .bind("plan", plan)
                .bindList("people", new MergedPeople(handle).group(person.value()))
                .mapTo(int.class)
                .findFirst()
                .isPresent());
    }

    @Override
    public boolean end(long plan, State state, Instant now) {
        return database.write(handle -> {
            String set = "state = '" + state.word() + "', ended_at = " + Columns.micros(now);
            boolean ended = move(handle, plan, "state in ('unfinished', 'open')", set);
            removeFacts(handle, plan);
            if (ended) {
                trail.record(handle, Change.of("plan." + state.word(), "plan", plan));
            }
            return ended;
        });
    }

    @Override
    public boolean remove(long plan) {
        return database.write(handle -> remove(handle, plan));
    }

    private static boolean remove(Handle handle, long plan) {
        removeFacts(handle, plan);
        return handle.execute("delete from rule_plan where id = ? and state = 'unfinished'", plan) == 1;
    }

    private static void removeFacts(Handle handle, long plan) {
        handle.execute("delete from rule_plan_fact where plan = ?", plan);
    }

    private static boolean move(Handle handle, long plan, String from, String set) {
        return handle.execute("update rule_plan set " + set + " where id = ? and " + from, plan) == 1;
    }
}
