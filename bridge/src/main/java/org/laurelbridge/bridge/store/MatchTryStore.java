package org.laurelbridge.bridge.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
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
        // nothing is written for whoever asks too often: the first look costs no lock
        return database.read(handle -> count(handle, fingerprint, now, "")) < MOST
                && database.write(handle -> isCounted(handle, fingerprint, now));
    }

    private boolean isCounted(Handle handle, byte[] badge, Instant now) {
        handle.execute("delete from match_try where tried_at <= ?", now.minus(WITHIN));
        // first the own row: of two at once the later one sees the earlier one, on every database that locks what is
        // counted
        handle.execute("insert into match_try (badge, tried_at) values (?, ?)", badge, now);
        return count(handle, badge, now, database.dialect().lockShared()) <= MOST;
    }

    private static int count(Handle handle, byte[] badge, Instant now, String lock) {
        return handle.createQuery("select count(*) from match_try where badge = :badge and tried_at > :since" + lock)
                .bind("badge", badge)
                .bind("since", now.minus(WITHIN))
                .mapTo(int.class)
                .one();
    }
}
