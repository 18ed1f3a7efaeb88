package org.laurelbridge.bridge.store;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.subject.Report;

/**
 * Awards of somebody go, with what hangs on them. What stays: the ids of their credentials, which whoever has one knows and which
 * have to say for ever that they were withdrawn; and how many there were, for whoever counts. Within a transaction.
 */
final class ErasingAwards {
    private static final int AT_ONCE = 50;

    private final Handle handle;
    private final Dialect dialect;
    private Report report;

    private record Row(UUID id, String badge, String status) {}

    ErasingAwards(Handle handle, Dialect dialect, Report report) {
        this.handle = handle;
        this.dialect = dialect;
        this.report = report;
    }

    Report report() {
        return report;
    }

    /** Some of them; false when there was none. */
    boolean erase(List<UUID> people) {
        List<Row> awards = handle.createQuery("""
                        select id, badge, status from award where person in (<people>) order by id limit :limit""" + dialect.lockForUpdate())
                .bindList("people", people)
                .bind("limit", AT_ONCE)
                .map((row, context) ->
                        new Row(Columns.uuid(row.getBytes("id")), row.getString("badge"), row.getString("status")))
                .list();
        if (awards.isEmpty()) {
            return false;
        }
        List<UUID> ids = awards.stream().map(Row::id).toList();
        tellElsewhere(ids);
        withdraw(ids);
        count(awards);
        for (String table : List.of(
                "award_event",
                "delivery",
                "announcement",
                "sharing",
                "shared_recipient",
                "wallet_offer",
                "wallet_token",
                "superseded_award",
                "own_grade")) {
            removeOf("award", table, ids);
        }
        removeOf("award", "credential", ids);
        removeOf("id", "award", ids);
        return true;
    }

    /** What left, or may have. */
    private void tellElsewhere(List<UUID> awards) {
        handle.createQuery("""
                        select d.target, d.course, d.lane, count(distinct d.award) as awards from delivery d
                        where d.award in (<awards>) and d.target <> 'own'
                          and (d.delivered_at is not null or d.state in ('delivered', 'unknown', 'sending'))
                        group by d.target, d.course, d.lane""")
                .bindList("awards", awards)
                .map((row, context) -> {
                    String where = row.getInt("lane") == 1
                            ? "backpack"
                            : row.getString("target")
                                    + (row.getString("course").isEmpty() ? "" : ", course " + row.getString("course"));
                    report = report.elsewhere(where, row.getLong("awards"));
                    return where;
                })
                .forEach(where -> {});
    }

    private void withdraw(List<UUID> awards) {
        List<UUID> credentials = handle.createQuery(
                        "select id from credential where award in (<awards>) and valid_from is not null")
                .bindList("awards", awards)
                .mapTo(UUID.class)
                .list();
        Batches.write(
                handle,
                "insert into erased_credential (id) values (:id)" + dialect.orLeave("id"),
                credentials,
                (batch, credential) -> batch.bind("id", credential));
        report = report.elsewhere("status lists, as withdrawn", credentials.size());
    }

    private void count(List<Row> awards) {
        Batches.write(
                handle,
                "insert into erased_award (badge, status, awards) values (:badge, :status, 1)"
                        + dialect.orChange("badge, status", "awards = erased_award.awards + 1"),
                awards,
                (batch, award) -> batch.bind("badge", award.badge()).bind("status", award.status()));
        report = report.erased("awards", awards.size());
    }

    private void removeOf(String column, String table, List<UUID> awards) {
        int removed = handle.createUpdate("delete from " + table + " where " + column + " in (<awards>)")
                .bindList("awards", awards)
                .execute();
        if (!table.equals("award")) {
            report = report.erased(PersonalTable.words(table), removed);
        }
    }
}
