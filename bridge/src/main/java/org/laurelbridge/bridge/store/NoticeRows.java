package org.laurelbridge.bridge.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.Awards.Told;
import org.laurelbridge.bridge.award.Notice;
import org.laurelbridge.bridge.deliver.Announcement;
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
            if (!isTold(person, notice)) {
                bind(person, notice, handle.createUpdate("""
                        insert into notice (person, badge, what, moment, ahead, told_at)
                        values (:person, :badge, :what, :moment, :ahead, :now)""" + dialect.orLeave("badge")))
                        .bind("now", now)
                        .execute();
                announce(person, notice, now);
            }
        }
    }

    private boolean isTold(PersonId person, Notice notice) {
        return bind(person, notice, handle.createQuery("""
                        select 1 from notice
                        where person = :person and badge = :badge and what = :what and moment = :moment and ahead = :ahead"""))
                .mapTo(int.class)
                .findOne()
                .isPresent();
    }

    private static <S extends SqlStatement<S>> S bind(PersonId person, Notice notice, S statement) {
        return statement
                .bind("person", person.value())
                .bind("badge", notice.badge())
                .bind("what", notice.what().word())
                .bind("moment", notice.moment())
                .bind(
                        "ahead",
                        notice.ahead().toSeconds() * 1_000_000 + notice.ahead().toNanosPart() / 1_000);
    }

    /** What is about an award is told to others too. */
    private void announce(PersonId person, Notice notice, Instant now) {
        Announcement.What.of(notice)
                .ifPresent(what -> handle.createQuery(
                                "select id from award where badge = :badge and expires_at = :moment"
                                        + " and person in (<people>) and " + Superseding.STANDS)
                        .bind("badge", notice.badge())
                        .bind("moment", notice.moment())
                        .bindList("people", new MergedPeople(handle).group(person.value()))
                        .mapTo(UUID.class)
                        .forEach(award ->
                                new AnnouncementRows(handle).tell(new AwardId(award), what, notice.moment(), now)));
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
