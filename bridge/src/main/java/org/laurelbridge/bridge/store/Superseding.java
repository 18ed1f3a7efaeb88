package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.award.Awards.Event;

/** Which award stands where people who are one have several for the same badge and cycle (rules: S10). */
final class Superseding {

    /** Of awards that nothing takes the place of. */
    static final String STANDS = "not exists (select 1 from superseded_award s where s.award = award.id)";

    private final Handle handle;
    private final Dialect dialect;
    private final Instant now;

    private record Key(String badge, int cycle) {}

    /** @param status how it stands, or stood before it was superseded */
    private record Row(UUID id, Key key, UUID person, Instant earnedAt, String status, boolean isSuperseded) {
        boolean isRevoked() {
            return status.equals("revoked");
        }

        /** The less it is worth to its learner, the more. */
        int rank() {
            return switch (status) {
                case "valid", "review" -> 0;
                case "suspended" -> 1;
                case "revoked" -> 3;
                default -> 2;
            };
        }
    }

    Superseding(Handle handle, Dialect dialect, Instant now) {
        this.handle = handle;
        this.dialect = dialect;
        this.now = now;
    }

    /** @param group people who are one, the one who stands for them first */
    void choose(List<UUID> group) {
        Map<Key, List<Row>> rivals =
                load(group).stream().collect(Collectors.groupingBy(Row::key, LinkedHashMap::new, Collectors.toList()));
        Comparator<Row> order = order(group.get(0));
        rivals.values().forEach(rows -> {
            Row first = rows.stream().min(order).orElseThrow();
            rows.stream()
                    .filter(row -> !row.equals(first) && !row.isSuperseded())
                    .forEach(row -> supersede(row, first));
            if (first.isSuperseded()) {
                restore(first);
            }
        });
    }

    /**
     * What stands already goes on; one that is worth less does not take the place of one that is worth more; then the earliest counts.
     */
    private static Comparator<Row> order(UUID root) {
        return Comparator.comparing(Row::isSuperseded)
                .thenComparing(Row::rank)
                .thenComparing(Row::earnedAt)
                .thenComparing(row -> !row.person().equals(root))
                .thenComparing(Row::id);
    }

    private List<Row> load(Collection<UUID> group) {
        return handle.createQuery("""
                        select a.id, a.badge, a.cycle, a.person, a.earned_at, coalesce(s.status, a.status) as status,
                          case when s.award is null then 0 else 1 end as is_superseded
                        from award a left join superseded_award s on s.award = a.id
                        where a.person in (<group>) order by a.badge, a.cycle, a.id""" + dialect.lockForUpdate())
                .bindList("group", List.copyOf(group))
                .map((rows, context) -> row(rows))
                .list();
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                Columns.uuid(rows.getBytes("id")),
                new Key(rows.getString("badge"), rows.getInt("cycle")),
                Columns.uuid(rows.getBytes("person")),
                Columns.instant(rows.getLong("earned_at")),
                rows.getString("status"),
                rows.getInt("is_superseded") == 1);
    }

    /** One that was taken back stays so for everybody who looks: it only stands back. */
    private void supersede(Row row, Row by) {
        handle.execute("insert into superseded_award (award, status) values (?, ?)", row.id(), row.status());
        if (!row.isRevoked()) {
            stand(row, "superseded");
            tell(row, "superseded", "its learner was merged with another, whose award " + by.id() + " takes its place");
        }
    }

    /**
     * Its support is looked for anew, from now on: a grade that was on its way to a gradebook when it was superseded goes on with the
     * answer, one that was on its way back goes on at once.
     */
    private void restore(Row row) {
        handle.execute("delete from superseded_award where award = ?", row.id());
        new DeliveryChains(handle, new AwardId(row.id()), now).goOnTakingBack();
        if (!row.isRevoked()) {
            stand(row, row.status());
            handle.createUpdate("""
                            update award set unsupported_since = coalesce(unsupported_since, :now)
                            where id = :id and status = 'valid'""").bind("now", now).bind("id", row.id()).execute();
            tell(row, "restored", "the award that took its place is another person's, since a merge was undone");
        }
    }

    private void stand(Row row, String status) {
        handle.createUpdate("update award set status = :status, changed = :now where id = :id")
                .bind("status", status)
                .bind("now", now)
                .bind("id", row.id())
                .execute();
    }

    private void tell(Row row, String what, String why) {
        new AwardTraces(handle, dialect).addEvent(new AwardId(row.id()), new Event(what, why, false), now);
    }
}
