package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.secret.AccessTokens;
import org.laurelbridge.bridge.secret.RandomText;

/** Access tokens, found by their fingerprint. */
public final class AccessTokenStore implements AccessTokens {

    private static final String PREFIX = "laurel_";

    private final Database database;
    private final Trail trail;
    private final RandomText random = new RandomText();

    public AccessTokenStore(Database database) {
        this(database, Trail.OWN);
    }

    private AccessTokenStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public AccessTokens by(Doer doer) {
        return new AccessTokenStore(database, Trail.by(doer));
    }

    @Override
    public String make(String name, String role, Instant now) {
        String token = PREFIX + random.next();
        database.change(handle -> {
            handle.createUpdate("""
                            insert into access_token (fingerprint, name, role, created)
                            values (:fingerprint, :name, :role, :now)""")
                    .bind("fingerprint", Fingerprint.of(token))
                    .bind("name", name)
                    .bind("role", role)
                    .bind("now", now)
                    .execute();
            trail.record(handle, Change.of("token.made", "token", name).to("role", role));
        });
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
        return database.write(handle -> {
            int ended = handle.execute("delete from access_token where name = ?", name);
            if (ended > 0) {
                trail.record(handle, Change.of("token.revoked", "token", name).from("tokens", ended));
            }
            return ended;
        });
    }

    @Override
    public boolean isEmpty() {
        return list().isEmpty();
    }

    private static Holder holder(ResultSet rows) throws SQLException {
        return new Holder(rows.getString("name"), rows.getString("role"), Columns.instant(rows.getLong("created")));
    }
}
