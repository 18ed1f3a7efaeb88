package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.deliver.Delivery;
import org.laurelbridge.bridge.deliver.Lane;
import org.laurelbridge.bridge.deliver.Outbox;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.bridge.record.Person;

/** The outbox in table delivery. */
public final class OutboxStore implements Outbox {

    /** How long a newer revision stands back while an older one is being sent. */
    private static final Duration STEP_BACK = Duration.ofSeconds(2);

    private final Database database;
    private final Awards awards;
    private final People people;
    private final UnaryOperator<String> titles;
    private final Lane lane;
    private final Trail trail;

    /** For what goes to configured targets. */
    public OutboxStore(Database database, Awards awards, People people, UnaryOperator<String> titles) {
        this(database, awards, people, titles, Lane.CONFIGURED);
    }

    /**
     * The outbox as the couriers of one lane see it; {@link #list} and the sending again are about all.
     *
     * @param titles the title of a badge, by its id
     */
    public OutboxStore(Database database, Awards awards, People people, UnaryOperator<String> titles, Lane lane) {
        this.database = database;
        this.awards = awards;
        this.people = people;
        this.titles = titles;
        this.lane = lane;
        this.trail = Trail.OWN;
    }

    private OutboxStore(OutboxStore like, Trail trail) {
        this.database = like.database;
        this.awards = like.awards;
        this.people = like.people;
        this.titles = like.titles;
        this.lane = like.lane;
        this.trail = trail;
    }

    @Override
    public Outbox by(Doer doer) {
        return new OutboxStore(this, Trail.by(doer));
    }

    @Override
    public List<Claim> claim(Instant now, Duration lease, int limit, Set<String> resting) {
        if (!database.read(handle -> isAnythingDue(handle, now))) {
            // with SQLite there is one who writes: an idle courier must not be it
            return List.of();
        }
        // as it is read back: settling compares it
        Instant until = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
        List<DeliveryRow> claimed = database.write(handle -> claim(handle, now, until, limit, resting));
        List<Claim> claims = new ArrayList<>();
        for (DeliveryRow row : claimed) {
            Optional<Claim> whole = whole(row, until);
            whole.ifPresentOrElse(claims::add, () -> giveUp(row, until));
        }
        return claims;
    }

    private boolean isAnythingDue(Handle handle, Instant now) {
        return handle.createQuery("""
                        select 1 from delivery
                        where lane = :lane and state in ('due', 'unknown', 'sending') and next_at <= :now limit 1""")
                .bind("lane", lane.number())
                .bind("now", now)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private List<DeliveryRow> claim(Handle handle, Instant now, Instant until, int limit, Set<String> resting) {
        List<DeliveryRow> claimed = new ArrayList<>();
        for (DeliveryRow row : candidates(handle, now, limit, resting)) {
            List<DeliveryRow> others = others(handle, row);
            switch (lane.isOfAnnouncements() ? turnOf(row, others) : placeOf(handle, row, others)) {
                case OVERTAKEN -> move(handle, row, "superseded", row.nextAt());
                case BEHIND -> move(handle, row, row.state(), after(row, others, now));
                case FREE -> {
                    take(handle, row, until);
                    claimed.add(row);
                }
            }
        }
        return claimed;
    }

    /** One query a state: each then reads the index in order. */
    private List<DeliveryRow> candidates(Handle handle, Instant now, int limit, Set<String> resting) {
        List<DeliveryRow> due = new ArrayList<>();
        for (String state : List.of("due", "unknown", "sending")) {
            Query query = handle.createQuery(DeliveryRow.SELECT
                            + "where lane = :lane and state = :state and next_at <= :now "
                            + (resting.isEmpty() ? "" : "and target not in (<resting>) ")
                            + "order by next_at limit :limit"
                            + database.dialect().lockFreeOnes())
                    .bind("lane", lane.number())
                    .bind("state", state)
                    .bind("now", now)
                    .bind("limit", limit);
            if (!resting.isEmpty()) {
                query.bindList("resting", List.copyOf(resting));
            }
            due.addAll(query.map(DeliveryRow.MAPPER).list());
        }
        due.sort(Comparator.comparing(DeliveryRow::nextAt));
        return due.size() > limit ? due.subList(0, limit) : due;
    }

    /** The other revisions, under lock, so that two couriers do not take two of them at once. */
    private List<DeliveryRow> others(Handle handle, DeliveryRow row) {
        return handle.createQuery(DeliveryRow.SELECT
                        + "where award = :award and target = :target"
                        + database.dialect().lockForUpdate())
                .bind("award", row.award())
                .bind("target", row.target())
                .map(DeliveryRow.MAPPER)
                .list();
    }

    /** Each waits for those before it, as long as they are not stuck. */
    private static Place turnOf(DeliveryRow row, List<DeliveryRow> others) {
        return others.stream().anyMatch(other -> other.isOpenBefore(row)) ? Place.BEHIND : Place.FREE;
    }

    /** When there may be nothing before it any more. */
    private static Instant after(DeliveryRow row, List<DeliveryRow> others, Instant now) {
        return others.stream()
                .filter(other -> other.isOpenBefore(row) && !other.state().equals("sending"))
                .map(DeliveryRow::nextAt)
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now)
                .plus(STEP_BACK);
    }

    private static Place placeOf(Handle handle, DeliveryRow row, List<DeliveryRow> others) {
        // revisions count through all courses of a target; only those of one course replace each other
        List<DeliveryRow> ofCourse = others.stream()
                .filter(other -> other.course().equals(row.course()))
                .toList();
        if (ofCourse.stream().anyMatch(other -> other.revision() > row.revision())) {
            return Place.OVERTAKEN;
        }
        if (isSuperseded(handle, row)) {
            return Place.OVERTAKEN;
        }
        boolean olderIsSent = ofCourse.stream()
                .anyMatch(other ->
                        other.revision() < row.revision() && other.state().equals("sending"));
        return olderIsSent ? Place.BEHIND : Place.FREE;
    }

    /** The grade of the award that took its place counts. */
    private static boolean isSuperseded(Handle handle, DeliveryRow row) {
        return handle.createQuery("select 1 from superseded_award where award = :award")
                .bind("award", row.award())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static void take(Handle handle, DeliveryRow row, Instant until) {
        handle.createUpdate(
                        "update delivery set state = 'sending', attempts = attempts + 1, next_at = :until where id = :id")
                .bind("until", until)
                .bind("id", row.id())
                .execute();
    }

    private static void move(Handle handle, DeliveryRow row, String state, Instant nextAt) {
        handle.createUpdate("update delivery set state = :state, next_at = :nextAt where id = :id")
                .bind("state", state)
                .bind("nextAt", nextAt)
                .bind("id", row.id())
                .execute();
    }

    private Optional<Claim> whole(DeliveryRow row, Instant until) {
        Optional<Award> award = awards.find(row.award());
        // a grade stays with the account that it was given to, also after a merge
        Optional<Person> person = award.flatMap(one -> people.find(grantedTo(row.award())));
        return person.map(one -> new Claim(
                row.delivery(award.get(), one, titles.apply(award.get().badge())),
                !row.state().equals("due"),
                until));
    }

    private UUID grantedTo(UUID award) {
        return database.read(handle -> handle.createQuery("select person from award where id = :award")
                .bind("award", award)
                .mapTo(UUID.class)
                .one());
    }

    private void giveUp(DeliveryRow row, Instant until) {
        settle(
                row.id(),
                row.attempts() + 1,
                until,
                new Outcome(State.STUCK, null, "its award or its learner is gone"),
                until);
    }

    @Override
    public boolean settle(Claim claim, Outcome outcome, Instant now) {
        Delivery delivery = claim.delivery();
        return settle(delivery.id(), delivery.attempts() + 1, claim.until(), outcome, now);
    }

    private boolean settle(long id, int attempts, Instant until, Outcome outcome, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                                update delivery set state = :state, next_at = coalesce(:nextAt, next_at), trouble = :trouble,
                                  delivered_at = :deliveredAt
                                where id = :id and state = 'sending' and attempts = :attempts and next_at = :until""")
                        .bind("state", word(outcome.state()))
                        .bind("nextAt", micros(outcome.nextAt()))
                        .bind("trouble", outcome.trouble())
                        .bind("deliveredAt", micros(outcome.state() == State.DELIVERED ? now : null))
                        .bind("id", id)
                        .bind("attempts", attempts)
                        .bind("until", until)
                        .execute()
                == 1);
    }

    @Override
    public void putBack(Claim claim, Instant nextAt) {
        Delivery delivery = claim.delivery();
        database.change(handle -> handle.createUpdate("""
                        update delivery set state = :state, next_at = :nextAt, attempts = attempts - 1
                        where id = :id and state = 'sending' and attempts = :attempts and next_at = :until""")
                .bind("state", claim.mayHaveArrived() ? "unknown" : "due")
                .bind("nextAt", nextAt)
                .bind("id", delivery.id())
                .bind("attempts", delivery.attempts() + 1)
                .bind("until", claim.until())
                .execute());
    }

    @Override
    public boolean sendAgain(long delivery, Instant now) {
        return again(" and id = :id", delivery, now) == 1;
    }

    @Override
    public int sendAllAgain(Instant now) {
        return again("", 0, now);
    }

    @Override
    public int takeOver(Instant now) {
        return database.write(handle -> handle.createUpdate(
                        "update delivery set next_at = :now where lane = :lane and state = 'sending' and next_at > :now")
                .bind("lane", lane.number())
                .bind("now", now)
                .execute());
    }

    /** As unknown, and as tried: an earlier try may have arrived, so that it is read back, and taken back when it must be. */
    private int again(String which, long id, Instant now) {
        return database.write(handle -> {
            new Subscribers(handle).comeBack("state = 'stuck'" + which, id);
            var update = handle.createUpdate(
                    "update delivery set state = 'unknown', attempts = 1, next_at = :now where state = 'stuck'"
                            + which);
            int sent = (which.isEmpty() ? update : update.bind("id", id))
                    .bind("now", now)
                    .execute();
            if (sent > 0) {
                trail.record(
                        handle,
                        Change.of("delivery.sent-again", "delivery", which.isEmpty() ? "all" : id)
                                .to("deliveries", sent));
            }
            return sent;
        });
    }

    @Override
    public List<Listed> list(@Nullable State state, @Nullable AwardId award, int limit) {
        return database.read(handle -> {
            Query query = handle.createQuery("""
                            select d.id, d.award, a.badge, d.target, d.course, d.revision, d.state, d.attempts, d.next_at, d.trouble,
                              d.stamp, d.delivered_at
                            from delivery d join award a on a.id = d.award
                            where 1 = 1"""
                            + (state == null ? "" : " and d.state = :state")
                            + (award == null ? "" : " and d.award = :award")
                            + " order by d.id desc limit :limit")
                    .bind("limit", limit);
            if (state != null) {
                query.bind("state", word(state));
            }
            if (award != null) {
                query.bind("award", award.value());
            }
            return query.map((rows, context) -> listed(rows)).list();
        });
    }

    static Listed listed(ResultSet rows) throws SQLException {
        return new Listed(
                rows.getLong("id"),
                new AwardId(Columns.uuid(rows.getBytes("award"))),
                rows.getString("badge"),
                rows.getString("target"),
                rows.getString("course"),
                rows.getInt("revision"),
                State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
                rows.getInt("attempts"),
                Columns.instant(rows.getLong("next_at")),
                rows.getString("trouble"),
                Columns.instant(rows.getLong("stamp")),
                Columns.instantOrNull(rows, "delivered_at"));
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : Columns.micros(instant);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** How a due delivery stands among the other revisions of its award, target and course. */
    private enum Place {
        FREE,
        BEHIND,
        OVERTAKEN
    }
}
