package org.laurelbridge.bridge.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.Awards.Told;
import org.laurelbridge.bridge.award.Notice;
import org.laurelbridge.bridge.record.PersonId;

/** Rows of table notice: its key tells every notice once, however often and wherever it is found to be due. */
final class NoticeRows {
    private final Handle handle;
    private final Dialect dialect;

    NoticeRows(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    void add(PersonId person, List<Notice> notices, Instant now) {
        for (Notice notice : notices) {
            handle.createUpdate("""
                            insert into notice (person, badge, what, moment, ahead, told_at)
                            values (:person, :badge, :what, :moment, :ahead, :now)""" + dialect.orLeave("badge"))
                    .bind("person", person.value())
                    .bind("badge", notice.badge())
                    .bind("what", notice.what().word())
                    .bind("moment", notice.moment())
                    .bind(
                            "ahead",
                            notice.ahead().toSeconds() * 1_000_000
                                    + notice.ahead().toNanosPart() / 1_000)
                    .bind("now", now)
                    .execute();
        }
    }

    List<Told> list(PersonId person, int limit) {
        return handle.createQuery("""
                        select badge, what, moment, ahead, told_at from notice where person in (<people>)
                        order by told_at desc, moment desc, badge limit :limit""")
                .bindList("people", new MergedPeople(handle).group(person.value()))
                .bind("limit", limit)
                .map((rows, context) -> new Told(
                        Columns.instant(rows.getLong("told_at")),
                        new Notice(
                                rows.getString("badge"),
                                Notice.What.of(rows.getString("what")),
                                Columns.instant(rows.getLong("moment")),
                                Duration.of(rows.getLong("ahead"), ChronoUnit.MICROS))))
                .list();
    }
}
