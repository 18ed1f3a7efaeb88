package org.laurelbridge.bridge.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.laurelbridge.bridge.deliver.LineItems;
import org.laurelbridge.bridge.deliver.MoodleCourses;

/** Columns of gradebooks in table line_item, in the transaction of their reason. */
final class ColumnRows {
    static final String OF_KEY = " where target = :target and course = :course and badge = :badge";

    private final Handle handle;
    private final Dialect dialect;

    private record Delivered(long id, String course, BigDecimal grade) {}

    ColumnRows(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    Optional<String> find(LineItems.Key key) {
        return bind(handle.createQuery("select address from line_item" + OF_KEY + " and address is not null"), key)
                .mapTo(String.class)
                .findOne();
    }

    void save(LineItems.Key key, String address) {
        bind(handle.createUpdate("""
                        insert into line_item (target, course, badge, address, claimed_until)
                        values (:target, :course, :badge, :address, 0)""" + dialect.orChange("target, course, badge", "address = new.address")), key)
                .bind("address", address)
                .execute();
    }

    /** It is gone: what stood in it is looked for, and sent again to the one that takes its place. */
    void forget(LineItems.Key key, String address) {
        if (leave(key, address)) {
            sendAgain(key);
        }
    }

    /** It is no longer this badge's; returns whether it was. */
    boolean leave(LineItems.Key key, String address) {
        return bind(
                                handle.createUpdate("update line_item set address = null, claimed_until = 0" + OF_KEY
                                        + " and address = :address"),
                                key)
                        .bind("address", address)
                        .execute()
                == 1;
    }

    /** The column of a placement takes the place of one that Laurel made, not that of another placement. */
    void prefer(LineItems.Key key, String address) {
        Optional<String> known = find(key);
        if (known.isPresent() && (known.get().equals(address) || isOfPlacement(key, known.get()))) {
            return;
        }
        save(key, address);
        if (known.isPresent()) {
            sendAgain(key);
        }
    }

    private boolean isOfPlacement(LineItems.Key key, String address) {
        return handle.createQuery("""
                        select 1 from lti_placement p join lti_platform l on l.id = p.platform
                        where p.badge = :badge and p.course = :course and l.name = :target and p.line_item = :address limit 1""")
                .bind("badge", key.badge())
                .bind("course", key.course())
                .bind("target", key.target())
                .bind("address", address)
                .mapTo(int.class)
                .findOne()
                .isPresent();
    }

    /** Due since ever, and as tried before, so that it is read back first; older revisions than the newest fall away by themselves. */
    private void sendAgain(LineItems.Key key) {
        // cross: SQLite reads the badge's awards first, not all that was ever delivered
        List<Delivered> delivered = handle.createQuery("""
                        select d.id, d.course, d.grade from award a cross join delivery d
                        where a.badge = :badge and d.award = a.id and d.target = :target and d.lane = 0
                          and d.state = 'delivered'""")
                .bind("target", key.target())
                .bind("badge", key.badge())
                .map((rows, context) -> new Delivered(
                        rows.getLong("id"), rows.getString("course"), new BigDecimal(rows.getString("grade"))))
                .list();
        Batches.write(
                handle,
                "update delivery set state = 'unknown', attempts = 1, next_at = :next where id = :id and state = 'delivered'",
                delivered.stream()
                        .filter(one -> one.grade().signum() != 0 && MoodleCourses.isSame(one.course(), key.course()))
                        .toList(),
                (batch, one) -> batch.bind("id", one.id()).bind("next", Instant.EPOCH));
    }

    static <S extends SqlStatement<S>> S bind(S statement, LineItems.Key key) {
        return statement
                .bind("target", key.target())
                .bind("course", key.course())
                .bind("badge", key.badge());
    }
}
