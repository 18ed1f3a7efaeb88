package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.deliver.Announcement.What;
import org.laurelbridge.bridge.deliver.Lane;

/** Announces what happens to awards, in the transaction of what it is about: the announcement, and a delivery to each who is told. */
final class AnnouncementRows {
    private final Handle handle;

    AnnouncementRows(Handle handle) {
        this.handle = handle;
    }

    /** @param moment the end that it is about; null where it is about none */
    void tell(AwardId award, What what, @Nullable Instant moment, Instant now) {
        List<Subscribers.Row> told = new Subscribers(handle).of(what);
        if (told.isEmpty()) {
            return;
        }
        UUID id = UUID.randomUUID();
        int place = handle.createQuery("select coalesce(max(place), 0) + 1 from announcement where award = :award")
                .bind("award", award.value())
                .mapTo(int.class)
                .one();
        handle.createUpdate("""
                        insert into announcement (id, award, place, what, at, moment)
                        values (:id, :award, :place, :what, :now, :moment)""")
                .bind("id", id)
                .bind("award", award.value())
                .bind("place", place)
                .bind("what", what.word())
                .bind("now", now)
                .bindByType("moment", moment, Instant.class)
                .execute();
        for (Subscribers.Row row : told) {
            if (!row.isGone()) {
                targets(row, award, what, now).forEach(target -> order(id, target, row.lane(), now));
            }
        }
    }

    private List<String> targets(Subscribers.Row row, AwardId award, What what, Instant now) {
        return row.lane() == Lane.MAIL
                ? new MailOrders(handle, row.newerThan(), now).targets(award, what)
                : List.of(row.target());
    }

    /** Orders that a target is told something; its place is its revision, so that what is told again keeps its turn. */
    void order(UUID announcement, String target, Lane lane, Instant now) {
        handle.createUpdate("""
                        insert into delivery (award, target, revision, course, grade, maximum, remark, stamp, state,
                          attempts, next_at, lane, announcement)
                        select award, :target, place, '', '0', '0', '', :stamp, 'due', 0, :now, :lane, id
                        from announcement where id = :announcement""")
                .bind("target", target)
                .bind("stamp", now.truncatedTo(ChronoUnit.SECONDS))
                .bind("now", now)
                .bind("lane", lane.number())
                .bind("announcement", announcement)
                .execute();
    }
}
