package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.deliver.Deliveries;
import org.laurelbridge.bridge.deliver.Outbox.State;

/** Table delivery, looked through. */
public final class DeliveryStore implements Deliveries {
    private static final String AWARDS_OF_LEARNERS = """
            select b.id from award b join person q on q.id = b.person
            where %s like :like escape '!'
              or q.id in (select i.person from person_identifier i where i.value = :learner)""";

    private static final int MOST_TARGETS = 200;
    private static final int AT_ONCE = 500;
    /** The first text that begins with no backpack's target and comes after all of them. */
    private static final String PAST_BACKPACKS = "backpack;";

    private final Database database;
    private final Trail trail;

    public DeliveryStore(Database database) {
        this(database, Trail.OWN);
    }

    private DeliveryStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Deliveries by(Doer doer) {
        return new DeliveryStore(database, Trail.by(doer));
    }

    @Override
    public List<Line> list(Filter filter, long before, int limit) {
        return database.read(handle -> bound(
                        handle.createQuery("""
                                select d.id, d.award, a.badge, d.target, d.course, d.revision, d.state, d.attempts, d.next_at,
                                  d.trouble, d.stamp, d.delivered_at, a.person, p.name
                                from delivery d join award a on a.id = d.award left join person p on p.id = a.person
                                where 1 = 1"""
                                + condition(filter)
                                + (before == 0 ? "" : " and d.id < :before")
                                + " order by d.id desc limit :limit"),
                        filter)
                .bind("limit", limit)
                .bind("before", before)
                .map((rows, context) -> line(rows))
                .list());
    }

    private static Line line(ResultSet rows) throws SQLException {
        return new Line(OutboxStore.listed(rows), Columns.uuid(rows.getBytes("person")), rows.getString("name"));
    }

    private String condition(Filter filter) {
        String target = filter.target();
        return (filter.state() == null ? "" : " and d.state = :state")
                + (target == null
                        ? ""
                        : target.equals(BACKPACKS)
                                ? " and d.target >= :target and d.target < :past"
                                : " and d.target = :target")
                + (filter.learner() == null
                        ? ""
                        : " and d.award in ("
                                + AWARDS_OF_LEARNERS.formatted(
                                        database.dialect().small("q.name")) + ")");
    }

    private static Query bound(Query query, Filter filter) {
        State state = filter.state();
        String learner = filter.learner();
        query.bind("state", state == null ? null : state.name().toLowerCase(Locale.ROOT))
                .bind("target", filter.target())
                .bind("past", PAST_BACKPACKS)
                .bind("learner", learner);
        return learner == null
                ? query
                : query.bind("like", "%" + learner.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
    }

    @Override
    public long countStuck(Filter filter) {
        return filter.mayBeStuck()
                ? database.read(handle -> bound(
                                handle.createQuery(
                                        "select count(*) from delivery d where 1 = 1" + condition(filter.stuck())),
                                filter.stuck())
                        .mapTo(long.class)
                        .one())
                : 0;
    }

    @Override
    public List<String> targets() {
        return database.read(handle -> {
            List<String> targets = new ArrayList<>();
            Optional<String> next = after(handle, "");
            while (next.isPresent() && targets.size() < MOST_TARGETS) {
                boolean isBackpack = next.get().startsWith(BACKPACKS);
                targets.add(isBackpack ? BACKPACKS : next.get());
                next = after(handle, isBackpack ? PAST_BACKPACKS : next.get());
            }
            return targets;
        });
    }

    // one step down the index for each: all rows would be many
    private static Optional<String> after(Handle handle, String target) {
        return handle.createQuery("select min(target) from delivery where target > :target")
                .bind("target", target)
                .mapTo(String.class)
                .findOne();
    }

    @Override
    public int sendAgain(Filter filter, Instant now) {
        return filter.mayBeStuck() ? database.write(handle -> sendAgain(handle, filter.stuck(), now)) : 0;
    }

    private int sendAgain(Handle handle, Filter stuck, Instant now) {
        List<Long> ids = bound(handle.createQuery("select d.id from delivery d where 1 = 1" + condition(stuck)), stuck)
                .mapTo(Long.class)
                .list();
        int sent = 0;
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            sent += again(handle, ids.subList(from, Math.min(ids.size(), from + AT_ONCE)), now);
        }
        if (sent > 0) {
            trail.record(
                    handle,
                    Change.of("delivery.sent-again", "delivery", "all")
                            .to("deliveries", sent)
                            .to("target", stuck.target())
                            .to("of", stuck.learner() == null ? null : "some learners"));
        }
        return sent;
    }

    /** As unknown, and as tried: an earlier try may have arrived, so that it is read back first. */
    private static int again(Handle handle, List<Long> ids, Instant now) {
        handle.createUpdate("""
                        update subscriber set gone_at = null where gone_at is not null
                          and target in (select target from delivery where state = 'stuck' and id in (<ids>))""").bindList("ids", ids).execute();
        return handle.createUpdate("""
                        update delivery set state = 'unknown', attempts = 1, next_at = :now
                        where state = 'stuck' and id in (<ids>)""").bindList("ids", ids).bind("now", now).execute();
    }
}
