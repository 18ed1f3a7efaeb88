package org.laurelbridge.bridge.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.Awards.Change;
import org.laurelbridge.bridge.award.Awards.Event;
import org.laurelbridge.bridge.award.Grades;
import org.laurelbridge.bridge.deliver.Announcement;
import org.laurelbridge.bridge.record.PersonId;

/** What goes with a change of an award, in its transaction: the event, the wish for a credential, the deliveries, the announcements. */
final class AwardTraces {

    private final Handle handle;
    private final Dialect dialect;

    AwardTraces(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    /** @param placed what placements ask for besides */
    void write(Change change, PlacedOrders placed, Instant now) {
        addEvent(change.award().id(), change.event(), now);
        if (change.event().sign()) {
            wishCredential(change.award());
        }
        PersonId person = change.award().person();
        new Evaluations(handle, dialect)
                .add(
                        change.readers().stream()
                                .map(reader -> new Evaluations.Touched(person.value(), reader))
                                .toList(),
                        now);
        if (change.grades() != null) {
            Grades grades = placed.with(change.award(), change.grades());
            new DeliveryChains(handle, change.award().id(), now).let(grades);
        }
    }

    void addEvent(AwardId award, Event event, Instant now) {
        int place = handle.createQuery("select coalesce(max(place), 0) + 1 from award_event where award = :award")
                .bind("award", award.value())
                .mapTo(int.class)
                .one();
        handle.createUpdate("""
                        insert into award_event (award, place, at, what, why)
                        values (:award, :place, :now, :what, :why)""")
                .bind("award", award.value())
                .bind("place", place)
                .bind("now", now)
                .bind("what", event.what())
                .bind("why", event.why())
                .execute();
        Announcement.What.of(event).ifPresent(told -> new AnnouncementRows(handle).tell(award, told, null, now));
    }

    private void wishCredential(Award award) {
        handle.createUpdate("insert into credential (id, award, wanted, mark) values (:id, :award, 1, 1)"
                        + dialect.orChange("id", "wanted = 1, mark = credential.mark + 1"))
                .bind("id", award.credential().value())
                .bind("award", award.id().value())
                .execute();
    }
}
