package org.laurelbridge.bridge.store;

import static org.laurelbridge.bridge.store.ColumnRows.OF_KEY;
import static org.laurelbridge.bridge.store.ColumnRows.bind;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.laurelbridge.bridge.deliver.LineItems;

/** Columns of gradebooks in table line_item. */
public final class LineItemStore implements LineItems {

    private final Database database;

    public LineItemStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> find(Key key) {
        return database.read(handle -> new ColumnRows(handle, database.dialect()).find(key));
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
        database.change(handle -> new ColumnRows(handle, database.dialect()).save(key, address));
    }

    @Override
    public void forget(Key key, String address) {
        database.change(handle -> new ColumnRows(handle, database.dialect()).forget(key, address));
    }

    @Override
    public void release(Key key) {
        database.change(handle -> bind(handle.createUpdate("update line_item set claimed_until = 0" + OF_KEY), key)
                .execute());
    }
}
