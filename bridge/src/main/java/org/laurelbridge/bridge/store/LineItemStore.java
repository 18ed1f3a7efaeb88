package org.laurelbridge.bridge.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.laurelbridge.bridge.deliver.LineItems;

/** Columns of gradebooks in table line_item. */
public final class LineItemStore implements LineItems {

    private static final String OF_KEY = " where target = :target and course = :course and badge = :badge";

    private final Database database;

    public LineItemStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> find(Key key) {
        return database.read(handle -> bind(
                        handle.createQuery("select address from line_item" + OF_KEY + " and address is not null"), key)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public boolean claim(Key key, Instant now, Duration lease) {
        return database.write(handle -> {
            bind(handle.createUpdate("""
                    insert into line_item (target, course, badge, address, claimed_until)
                    values (:target, :course, :badge, null, 0)""" + database.dialect().orLeave("target")), key)
                    .execute();
            return bind(
                                    handle.createUpdate("update line_item set claimed_until = :until" + OF_KEY
                                            + " and address is null and claimed_until <= :now"),
                                    key)
                            .bind("until", now.plus(lease))
                            .bind("now", now)
                            .execute()
                    == 1;
        });
    }

    @Override
    public void save(Key key, String address) {
        database.change(handle -> bind(
                        handle.createUpdate(
                                """
                        insert into line_item (target, course, badge, address, claimed_until)
                        values (:target, :course, :badge, :address, 0)""" + database.dialect().orChange("target, course, badge", "address = new.address")),
                        key)
                .bind("address", address)
                .execute());
    }

    @Override
    public void forget(Key key, String address) {
        database.change(handle -> bind(
                        handle.createUpdate("update line_item set address = null, claimed_until = 0" + OF_KEY
                                + " and address = :address"),
                        key)
                .bind("address", address)
                .execute());
    }

    @Override
    public void release(Key key) {
        database.change(handle -> bind(handle.createUpdate("update line_item set claimed_until = 0" + OF_KEY), key)
                .execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Key key) {
        return statement
                .bind("target", key.target())
                .bind("course", key.course())
                .bind("badge", key.badge());
    }
}
