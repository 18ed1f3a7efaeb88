package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.issue.key.Keys;

/** Which keys there are; the keys themselves are secrets. */
public final class KeyStore implements Keys {

    private final Database database;
    private final Trail trail;

    public KeyStore(Database database) {
        this(database, Trail.OWN);
    }

    private KeyStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Keys by(Doer doer) {
        return new KeyStore(database, Trail.by(doer));
    }

    @Override
    public List<Entry> list() {
        return database.read(handle -> handle.createQuery(
                        "select id, algorithm, secret, created, withdrawn_at from issuer_key order by created desc, id")
                .map((rows, context) -> entry(rows))
                .list());
    }

    @Override
    public void add(Entry entry) {
        database.change(handle -> {
            boolean isThere = exists(handle, entry.id());
            handle.createUpdate("""
                        insert into issuer_key (id, algorithm, secret, created) values (:id, :algorithm, :secret, :created)""" + database.dialect().orLeave("id"))
                    .bind("id", entry.id())
                    .bind("algorithm", entry.algorithm().word())
                    .bind("secret", entry.secret())
                    .bind("created", entry.created())
                    .execute();
            if (!isThere) {
                trail.record(
                        handle,
                        Change.of("key.added", "key", entry.id())
                                .to("algorithm", entry.algorithm().word())
                                .to("made", entry.created()));
            }
        });
    }

    private static boolean exists(Handle handle, String id) {
        return handle.createQuery("select 1 from issuer_key where id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    @Override
    public void tell(List<String> exported) {
        database.change(handle -> exported.forEach(id -> trail.record(handle, Change.of("key.exported", "key", id))));
    }

    // a proof names its key behind a #, and nothing else in a credential does; whoever signs a wish now may hold the
    // key still
    @Override
    public void withdraw(String id, Instant now) {
        database.change(handle -> {
            handle.execute("update issuer_key set withdrawn_at = ? where id = ? and withdrawn_at is null", now, id);
            trail.record(handle, Change.of("key.withdrawn", "key", id));
            handle.createUpdate("""
                            update credential set wanted = 1, mark = mark + 1,
                              document = case when document like :key then null else document end
                            where wanted = 1 or document like :key""").bind("key", "%#" + id + "\"%").execute();
        });
    }

    private static Entry entry(ResultSet rows) throws SQLException {
        return new Entry(
                rows.getString("id"),
                Algorithm.valueOf(rows.getString("algorithm").toUpperCase(Locale.ROOT)),
                rows.getString("secret"),
                Columns.instant(rows.getLong("created")),
                Columns.instantOrNull(rows, "withdrawn_at") != null);
    }
}
