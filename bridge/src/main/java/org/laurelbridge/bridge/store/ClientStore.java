package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.grant.Client;
import org.laurelbridge.bridge.grant.Clients;

/** Applications in table oauth_client. */
public final class ClientStore implements Clients {

    private static final Duration WITHIN = Duration.ofHours(1);
    static final String COLUMNS = "c.id as client_id, c.secret, c.metadata, c.created as registered";

    private final Database database;
    private final Trail trail;

    public ClientStore(Database database) {
        this(database, Trail.OWN);
    }

    private ClientStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Clients by(Doer doer) {
        return new ClientStore(database, Trail.by(doer));
    }

    @Override
    public boolean count(String address, Instant now) {
        byte[] asker = Fingerprint.of("registration", address);
        // nothing is written for whoever asks too often: the first look costs no lock
        return database.read(handle -> count(handle, asker, now, "")) < MOST_AN_HOUR
                && database.write(handle -> isCounted(handle, asker, now));
    }

    private boolean isCounted(Handle handle, byte[] asker, Instant now) {
        handle.execute("delete from oauth_registration where asked_at <= ?", now.minus(WITHIN));
        handle.execute("insert into oauth_registration (asker, asked_at) values (?, ?)", asker, now);
        return count(handle, asker, now, database.dialect().lockShared()) <= MOST_AN_HOUR;
    }

    private static int count(Handle handle, byte[] asker, Instant now, String lock) {
        return handle.createQuery(
                        "select count(*) from oauth_registration where asker = :asker and asked_at > :since" + lock)
                .bind("asker", asker)
                .bind("since", now.minus(WITHIN))
                .mapTo(int.class)
                .one();
    }

    @Override
    public void add(Client client, @Nullable String secret) {
        database.change(handle -> {
            handle.execute(
                    "delete from oauth_client where allowed_at is null and created < ?",
                    client.created().minus(PATIENCE));
            handle.createUpdate("""
                            insert into oauth_client (id, secret, metadata, created)
                            values (:id, :secret, :metadata, :created)""")
                    .bind("id", client.id())
                    .bind("secret", secret == null ? null : Fingerprint.of(secret))
                    .bind("metadata", client.metadata())
                    .bind("created", client.created())
                    .execute();
            trail.record(handle, Change.of("application.registered", "application", client.id()));
        });
    }

    @Override
    public Optional<Client> find(UUID id) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + " from oauth_client c where c.id = :id")
                .bind("id", id)
                .map((rows, context) -> client(rows))
                .findOne());
    }

    static Client client(ResultSet rows) throws SQLException {
        return new Client(
                Columns.uuid(rows.getBytes("client_id")),
                rows.getBytes("secret") == null,
                rows.getString("metadata"),
                Columns.instant(rows.getLong("registered")));
    }

    @Override
    public boolean isSecret(UUID id, String secret) {
        return database.read(
                handle -> handle.createQuery("select 1 from oauth_client where id = :id and secret = :secret")
                        .bind("id", id)
                        .bind("secret", Fingerprint.of(secret))
                        .mapTo(int.class)
                        .findOne()
                        .isPresent());
    }
}
