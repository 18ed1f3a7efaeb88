package org.laurelbridge.bridge.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.account.SignInTries;

/** Wrong tries to sign in; old ones are forgotten as new ones come. */
public final class SignInTryStore implements SignInTries {

    private final Database database;

    public SignInTryStore(Database database) {
        this.database = database;
    }

    @Override
    public Try add(String who, Instant now) {
        return database.write(handle -> add(handle, Fingerprint.of(who), now));
    }

    private Try add(Handle handle, byte[] who, Instant now) {
        handle.execute("delete from sign_in_try where tried_at <= ?", now.minus(REMEMBERED));
        // first the own row: of two at once the later one sees the earlier one, on every database that locks what is
        // counted
        long id = handle.createUpdate("insert into sign_in_try (who, tried_at) values (:who, :now)")
                .bind("who", who)
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one();
        return handle.createQuery("""
                        select count(*) as others, coalesce(max(tried_at), 0) as last from sign_in_try
                        where who = :who and id <> :id""" + database.dialect().lockShared())
                .bind("who", who)
                .bind("id", id)
                .map((rows, context) -> new Try(id, rows.getInt("others"), Columns.instant(rows.getLong("last"))))
                .one();
    }

    @Override
    public void remove(Try one) {
        database.change(handle -> handle.execute("delete from sign_in_try where id = ?", one.id()));
    }

    @Override
    public void forget(String who) {
        database.change(handle -> handle.execute("delete from sign_in_try where who = ?", Fingerprint.of(who)));
    }

    @Override
    public int count(String who, Instant since) {
        return database.read(
                handle -> handle.createQuery("select count(*) from sign_in_try where who = :who and tried_at > :since")
                        .bind("who", Fingerprint.of(who))
                        .bind("since", since)
                        .mapTo(int.class)
                        .one());
    }
}
