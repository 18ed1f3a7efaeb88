package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.audit.Audit;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.subject.Expiry;
import org.laurelbridge.bridge.subject.Retention.What;

/** Removes rows that are older than their period. */
public final class ExpiryStore implements Expiry {
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final Audit audit;

    public ExpiryStore(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    public int remove(What what, Instant before) {
        return switch (what) {
            case STATEMENTS -> database.write(handle -> new OldStatements(handle, database.dialect()).remove(before));
            case QUARANTINE -> database.write(handle -> quarantined(handle, before));
            case NOTICES -> database.write(handle -> notices(handle, before));
            case DELIVERIES -> database.write(handle -> deliveries(handle, before));
            // a row tells that rows went, and is not older
            case AUDIT -> Math.max(0, audit.forgetBefore(Doer.LAUREL, before));
        };
    }

    private static int quarantined(Handle handle, Instant before) {
        List<byte[]> old = handle.createQuery(
                        "select fingerprint from quarantine where received_at < :before order by received_at limit :limit")
                .bind("before", before)
                .bind("limit", AT_ONCE)
                .map((rows, context) -> rows.getBytes(1))
                .list();
        Batches.write(
                handle,
                "delete from quarantine where fingerprint = :fingerprint",
                old,
                (batch, fingerprint) -> batch.bind("fingerprint", fingerprint));
        return old.size();
    }

    private record Notice(UUID person, String badge, String what, long moment, long ahead) {}

    // that a badge ended is told again unless it is remembered, as long as there is that badge
    private static int notices(Handle handle, Instant before) {
        List<Notice> old = handle.createQuery("""
                        select n.person, n.badge, n.what, n.moment, n.ahead from notice n
                        where n.told_at < :before and n.moment < :before
                          and not exists (select 1 from award a left join merged_person m on m.merged = a.person
                            where coalesce(m.root, a.person) = n.person and a.badge = n.badge and a.expires_at = n.moment)
                        order by n.told_at limit :limit""")
                .bind("before", before)
                .bind("limit", AT_ONCE)
                .map((rows, context) -> new Notice(
                        Columns.uuid(rows.getBytes("person")),
                        rows.getString("badge"),
                        rows.getString("what"),
                        rows.getLong("moment"),
                        rows.getLong("ahead")))
                .list();
        Batches.write(
                handle,
                """
                delete from notice where person = :person and badge = :badge and what = :what and moment = :moment
                and ahead = :ahead""",
                old,
                (batch, notice) -> batch.bind("person", notice.person())
                        .bind("badge", notice.badge())
                        .bind("what", notice.what())
                        .bind("moment", notice.moment())
                        .bind("ahead", notice.ahead()));
        return old.size();
    }

    private static int deliveries(Handle handle, Instant before) {
        return grades(handle, before) + announcements(handle, before);
    }

    // the newest stays: the next one of its award is counted from it
    private static int announcements(Handle handle, Instant before) {
        List<UUID> old = handle.createQuery("""
                        select o.id from announcement o
                        where o.at < :before
                          and exists (select 1 from announcement n where n.award = o.award and n.place > o.place)
                          and not exists (select 1 from delivery d where d.announcement = o.id
                            and d.state not in ('delivered', 'superseded'))
                        order by o.at limit :limit""")
                .bind("before", before)
                .bind("limit", AT_ONCE)
                .mapTo(UUID.class)
                .list();
        for (String rows : List.of("delivery where announcement", "announcement where id")) {
            Batches.write(
                    handle,
                    "delete from " + rows + " = :id",
                    old,
                    (batch, announcement) -> batch.bind("id", announcement));
        }
        return old.size();
    }

    // what arrived last stays: the next revision is counted from it, and taken back when it must be
    private static int grades(Handle handle, Instant before) {
        List<Long> old = handle.createQuery("""
                        select d.id from delivery d
                        where d.announcement is null and d.state in ('delivered', 'superseded')
                          and coalesce(d.delivered_at, d.next_at) < :before
                          and exists (select 1 from delivery n where n.award = d.award and n.target = d.target
                            and n.course = d.course and n.revision > d.revision and n.state = 'delivered')
                        order by d.id limit :limit""")
                .bind("before", before)
                .bind("limit", AT_ONCE)
                .mapTo(Long.class)
                .list();
        Batches.write(handle, "delete from delivery where id = :id", old, (batch, id) -> batch.bind("id", id));
        return old.size();
    }
}
