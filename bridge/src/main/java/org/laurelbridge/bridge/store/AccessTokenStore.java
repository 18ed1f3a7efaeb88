package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.secret.AccessTokens;
import org.laurelbridge.bridge.secret.RandomText;

/** Access tokens, found by their fingerprint. */
public final class AccessTokenStore implements AccessTokens {

    private static final String PREFIX = "laurel_";

    private final Database database;
    private final RandomText random = new RandomText();

    public AccessTokenStore(Database database) {
        this.database = database;
    }

    @Override
    public String make(String name, String role, Instant now) {
        String token = PREFIX + random.next();
        database.change(handle -> handle.createUpdate("""
                        insert into access_token (fingerprint, name, role, created)
                        values (:fingerprint, :name, :role, :now)""")
                .bind("fingerprint", Fingerprint.of(token))
                .bind("name", name)
                .bind("role", role)
                .bind("now", now)
                .execute());
        return token;
    }

    @Override
    public Optional<Holder> find(String token) {
        return database.read(handle -> handle.createQuery(
                        "select name, role, created from access_token where fingerprint = :fingerprint")
                .bind("fingerprint", Fingerprint.of(token))
                .map((rows, context) -> holder(rows))
                .findOne());
    }

    @Override
    public List<Holder> list() {
        return database.read(
                handle -> handle.createQuery("select name, role, created from access_token order by name, created")
                        .map((rows, context) -> holder(rows))
                        .list());
    }

    @Override
    public int revoke(String name) {
        return database.write(handle -> handle.execute("delete from access_token where name = ?", name));
    }

    @Override
    public boolean isEmpty() {
        return list().isEmpty();
    }

    private static Holder holder(ResultSet rows) throws SQLException {
        return new Holder(rows.getString("name"), rows.getString("role"), Columns.instant(rows.getLong("created")));
    }
}
