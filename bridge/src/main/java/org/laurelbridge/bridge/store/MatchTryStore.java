package org.laurelbridge.bridge.store;

import java.time.Instant;
import org.laurelbridge.bridge.verify.MatchTries;

/** Tries in the database, so that all nodes count together. Older ones are forgotten as new ones come. */
public final class MatchTryStore implements MatchTries {

    private final Database database;

    public MatchTryStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean count(String badge, Instant now) {
        byte[] fingerprint = Fingerprint.of("match", badge);
        return database.write(handle -> {
            handle.execute("delete from match_try where tried_at <= ?", now.minus(WITHIN));
            // first the own row: of two at once the later one sees the earlier one, on every database that locks what
            // is counted
            handle.createUpdate("insert into match_try (badge, tried_at) values (:badge, :now)")
                    .bind("badge", fingerprint)
                    .bind("now", now)
                    .execute();
            return handle.createQuery("select count(*) from match_try where badge = :badge"
                                    + database.dialect().lockShared())
                            .bind("badge", fingerprint)
                            .mapTo(int.class)
                            .one()
                    <= MOST;
        });
    }
}
