package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.deliver.Announcement;
import org.laurelbridge.bridge.deliver.Announcement.What;
import org.laurelbridge.bridge.deliver.Announcements;
import org.laurelbridge.bridge.deliver.Lane;
import org.laurelbridge.bridge.deliver.Outbox.State;

/** Announcements in table announcement, and their deliveries in table delivery. */
public final class AnnouncementStore implements Announcements {
    private static final String COLUMNS = "n.id, n.award, n.place, n.what, n.at, n.moment";

    private final Database database;
    private final Trail trail;

    public AnnouncementStore(Database database) {
        this(database, Trail.OWN);
    }

    private AnnouncementStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Announcements by(Doer doer) {
        return new AnnouncementStore(database, Trail.by(doer));
    }

    @Override
    public void subscribe(Set<Lane> lanes, List<Subscriber> all) {
        database.change(handle -> new Subscribers(handle).set(lanes, all, database.dialect()));
    }

    @Override
    public Optional<Announcement> of(long delivery) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS
                        + " from delivery d join announcement n on n.id = d.announcement where d.id = :delivery")
                .bind("delivery", delivery)
                .map((rows, context) -> announcement(rows))
                .findOne());
    }

    private static Announcement announcement(ResultSet rows) throws SQLException {
        return new Announcement(
                Columns.uuid(rows.getBytes("id")),
                new AwardId(Columns.uuid(rows.getBytes("award"))),
                rows.getInt("place"),
                What.of(rows.getString("what")),
                Columns.instant(rows.getLong("at")),
                Columns.instantOrNull(rows, "moment"));
    }

    @Override
    public Optional<Instant> goneAt(String target) {
        return database.read(handle -> new Subscribers(handle).goneAt(target));
    }

    @Override
    public void gone(String target, Instant at) {
        database.change(handle -> new Subscribers(handle).gone(target, at));
    }

    @Override
    public List<Told> list(Subscriber subscriber, Instant since, @Nullable UUID after, int limit) {
        return database.read(handle -> {
            Query query = handle.createQuery("select " + COLUMNS + """
                            , d.state, d.attempts, d.trouble
                            from announcement n left join delivery d on d.announcement = n.id and d.target = :target
                            where n.at >= :since and n.what in (<what>)"""
                            + (after == null ? "" : """
                             and exists (select 1 from announcement l where l.id = :after and (n.at > l.at
                              or n.at = l.at and (n.place > l.place or n.place = l.place and n.id > l.id)))""")
                            + " order by n.at, n.place, n.id limit :limit")
                    .bind("target", subscriber.target())
                    .bind("since", since)
                    .bindList("what", words(subscriber))
                    .bind("limit", limit);
            return (after == null ? query : query.bind("after", after))
                    .map((rows, context) -> told(rows))
                    .list();
        });
    }

    private static Told told(ResultSet rows) throws SQLException {
        String state = rows.getString("state");
        return new Told(
                announcement(rows),
                state == null ? null : State.valueOf(state.toUpperCase(Locale.ROOT)),
                rows.getInt("attempts"),
                rows.getString("trouble"));
    }

    private static List<String> words(Subscriber subscriber) {
        return subscriber.what().stream().map(What::word).toList();
    }

    @Override
    public int replay(Subscriber subscriber, Instant since, Instant now) {
        return database.write(handle -> {
            int told = new Replay(handle, subscriber, "n.at >= :which", since).again(now);
            record(handle, subscriber, since, told);
            return told;
        });
    }

    @Override
    public boolean replay(Subscriber subscriber, UUID announcement, Instant now) {
        return database.write(handle -> {
            int told = new Replay(handle, subscriber, "n.id = :which", announcement).again(now);
            if (told > 0) {
                record(handle, subscriber, announcement, told);
            }
            return told > 0;
        });
    }

    private void record(Handle handle, Subscriber subscriber, Object which, int told) {
        trail.record(
                handle,
                Change.of("webhook.replayed", "webhook", subscriber.target())
                        .to("which", which)
                        .to("events", told));
    }

    /**
     * Some announcements for one target.
     *
     * @param condition on announcement n, with {@code :which}
     */
    private record Replay(Handle handle, Subscriber subscriber, String condition, Object which) {

        /** What is on its way stays so. */
        int again(Instant now) {
            new Subscribers(handle).comeBack(subscriber.target());
            String these = condition + " and n.what in (<what>)";
            int sent = bound(now, """
                            update delivery set state = 'due', attempts = 0, next_at = :now, stamp = :stamp, trouble = null
                            where target = :target and state in ('delivered', 'stuck', 'superseded')
                              and announcement in (select n.id from announcement n where\s""" + these + ")");
            return sent
                    + bound(now, """
                            insert into delivery (award, target, revision, course, grade, maximum, remark, stamp, state,
                              attempts, next_at, lane, announcement)
                            select n.award, :target, n.place, '', '0', '0', '', :stamp, 'due', 0, :now,\s""" + subscriber.lane().number() + ", n.id from announcement n where " + these + """
                             and not exists (select 1 from delivery d where d.announcement = n.id and d.target = :target)""");
        }

        private int bound(Instant now, String sql) {
            Update update = handle.createUpdate(sql)
                    .bind("now", now)
                    .bind("stamp", now.truncatedTo(ChronoUnit.SECONDS))
                    .bind("target", subscriber.target())
                    .bindList("what", words(subscriber));
            return (which instanceof Instant since ? update.bind("which", since) : update.bind("which", (UUID) which))
                    .execute();
        }
    }
}
