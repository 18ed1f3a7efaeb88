package org.laurelbridge.bridge.store;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.laurelbridge.bridge.listen.pull.Leases;

/** Table lease. */
public final class LeaseStore implements Leases {

    private final Database database;

    public LeaseStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean hold(String name, UUID holder, Instant now, Duration length) {
        return database.write(handle -> {
            handle.createUpdate("insert into lease (name, holder, ends_at) values (:name, :holder, 0)"
                            + database.dialect().orLeave("name"))
                    .bind("name", name)
                    .bind("holder", holder)
                    .execute();
            return handle.createUpdate("""
                                    update lease set holder = :holder, ends_at = :end
                                    where name = :name and (holder = :holder or ends_at <= :now)""")
                            .bind("name", name)
                            .bind("holder", holder)
                            .bind("now", now)
                            .bind("end", now.plus(length))
                            .execute()
                    == 1;
        });
    }

    @Override
    public void giveBack(String name, UUID holder) {
        database.change(
                handle -> handle.createUpdate("update lease set ends_at = 0 where name = :name and holder = :holder")
                        .bind("name", name)
                        .bind("holder", holder)
                        .execute());
    }
}
