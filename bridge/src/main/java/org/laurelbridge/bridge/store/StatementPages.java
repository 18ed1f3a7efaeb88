package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.record.Kept;
import org.laurelbridge.bridge.record.StatementLog.Located;
import org.laurelbridge.bridge.record.StatementLog.Page;
import org.laurelbridge.bridge.record.StatementLog.Range;

/** Reads statements back: walks the intakes in the order they were stored, and reads the statements of neighbours at once. */
final class StatementPages {

    private static final String VOIDED = Voids.voided("s.id");

    private static final String OF_SOURCE = """
            (s.source = :source or exists (
              select 1 from statement_also_from o where o.statement = s.id and o.source = :source))""";

    /** Statements that are looked at for one page. */
    private static final int MOST_LOOKED_AT = 5_000;

    private static final int INTAKES_AT_ONCE = 500;

    private final Handle handle;
    private final @Nullable String source;
    private final Range range;
    private final List<Located> page = new ArrayList<>();

    /** A commit and its moment. */
    private record Intake(long id, long storedAt, int statements) {}

    StatementPages(Handle handle, @Nullable String source, Range range) {
        if (range.limit() < 1 || range.limit() > 500) {
            throw new IllegalArgumentException("the limit is " + range.limit() + ", expected 1 to 500");
        }
        this.handle = handle;
        this.source = source;
        this.range = range;
    }

    static Optional<Kept> find(Handle handle, @Nullable String source, UUID id, boolean voided) {
        return handle.createQuery("""
                        select s.id, s.source, s.raw, i.stored_at
                        from statement s join intake i on i.id = s.seq >> 16
                        where s.id = :id and (:source is null or\s""" + OF_SOURCE + ") and " + (voided ? "" : "not ") + VOIDED)
                .bind("id", id)
                .bindByType("source", source, String.class)
                .map((rows, context) -> kept(rows, rows.getLong("stored_at")))
                .findOne();
    }

    Page list() {
        Intake last = new Intake(beginning(), beginning(), 0);
        Long after = range.after();
        if (after != null) {
            last = restOf(after);
        }
        int looked = 0;
        while (!isFull()) {
            List<Intake> intakes = within(MOST_LOOKED_AT - looked, following(last));
            if (intakes.isEmpty()) {
                return new Page(page, null);
            }
            neighbours(intakes).forEach(this::read);
            looked += intakes.stream().mapToInt(Intake::statements).sum();
            last = intakes.get(intakes.size() - 1);
            if (looked >= MOST_LOOKED_AT && !isFull()) {
                return new Page(page, endOf(last));
            }
        }
        List<Located> shown = page.subList(0, range.limit());
        return new Page(shown, shown.get(shown.size() - 1).place());
    }

    /** Full when it has one more than is shown: that tells whether there is a next page. */
    private boolean isFull() {
        return page.size() > range.limit();
    }

    /** As many of them as have so many statements; at least one, if there is any. */
    private static List<Intake> within(int statements, List<Intake> intakes) {
        int sum = 0;
        int count = 0;
        while (count < intakes.size() && sum < statements) {
            sum += intakes.get(count++).statements();
        }
        return intakes.subList(0, count);
    }

    private long endOf(Intake intake) {
        return range.ascending() ? Intakes.lastSeq(intake.id()) : Intakes.firstSeq(intake.id());
    }

    private long beginning() {
        return range.ascending() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    // the page before may have ended inside an intake
    private Intake restOf(long place) {
        long id = Intakes.of(place);
        Intake intake = handle.createQuery("select id, stored_at, statements from intake where id = :id")
                .bind("id", id)
                .map((rows, context) -> intake(rows))
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("there is no place " + place + " in the log"));
        if (range.ascending()) {
            read(place + 1, Intakes.lastSeq(id), Map.of(id, intake.storedAt()));
        } else {
            read(Intakes.firstSeq(id), place - 1, Map.of(id, intake.storedAt()));
        }
        return intake;
    }

    private List<Intake> following(Intake last) {
        String ascending = """
                select id, stored_at, statements from intake
                where stored_at > :since and stored_at <= :until
                  and stored_at >= :moment and (stored_at > :moment or id > :id)
                order by stored_at, id limit :limit""";
        String descending = """
                select id, stored_at, statements from intake
                where stored_at > :since and stored_at <= :until
                  and stored_at <= :moment and (stored_at < :moment or id < :id)
                order by stored_at desc, id desc limit :limit""";
        return handle.createQuery(range.ascending() ? ascending : descending)
                .bind("since", micros(range.since(), Long.MIN_VALUE))
                .bind("until", micros(range.until(), Long.MAX_VALUE))
                .bind("moment", last.storedAt())
                .bind("id", last.id())
                .bind("limit", INTAKES_AT_ONCE)
                .map((rows, context) -> intake(rows))
                .list();
    }

    /** Cuts a walk into stretches whose ids follow each other, so that one range of places holds a stretch and nothing else. */
    private List<List<Intake>> neighbours(List<Intake> intakes) {
        long step = range.ascending() ? 1 : -1;
        List<List<Intake>> stretches = new ArrayList<>();
        long expected = Long.MIN_VALUE;
        for (Intake intake : intakes) {
            if (intake.id() != expected) {
                stretches.add(new ArrayList<>());
            }
            stretches.get(stretches.size() - 1).add(intake);
            expected = intake.id() + step;
        }
        return stretches;
    }

    private void read(List<Intake> neighbours) {
        long one = neighbours.get(0).id();
        long other = neighbours.get(neighbours.size() - 1).id();
        Map<Long, Long> moments = new HashMap<>();
        neighbours.forEach(intake -> moments.put(intake.id(), intake.storedAt()));
        read(Intakes.firstSeq(Math.min(one, other)), Intakes.lastSeq(Math.max(one, other)), moments);
    }

    private void read(long from, long to, Map<Long, Long> moments) {
        if (isFull()) {
            return;
        }
        handle.createQuery("select s.seq, s.id, s.source, s.raw from statement s where s.seq between :from and :to and"
                        + (source == null ? "" : OF_SOURCE + " and") + " not " + VOIDED
                        + " order by s.seq" + (range.ascending() ? "" : " desc") + " limit :limit")
                .bindMap(source == null ? Map.of() : Map.of("source", source))
                .bind("from", from)
                .bind("to", to)
                .bind("limit", range.limit() + 1 - page.size())
                .map((rows, context) -> located(rows, moments))
                .forEach(page::add);
    }

    private static Located located(ResultSet rows, Map<Long, Long> moments) throws SQLException {
        long seq = rows.getLong("seq");
        return new Located(seq, kept(rows, moments.getOrDefault(Intakes.of(seq), 0L)));
    }

    private static Kept kept(ResultSet rows, long storedAt) throws SQLException {
        return new Kept(
                Columns.uuid(rows.getBytes("id")),
                rows.getString("source"),
                Columns.instant(storedAt),
                rows.getString("raw"));
    }

    private static Intake intake(ResultSet rows) throws SQLException {
        return new Intake(rows.getLong("id"), rows.getLong("stored_at"), rows.getInt("statements"));
    }

    private static long micros(@Nullable Instant instant, long otherwise) {
        return instant == null ? otherwise : Columns.micros(instant);
    }
}
