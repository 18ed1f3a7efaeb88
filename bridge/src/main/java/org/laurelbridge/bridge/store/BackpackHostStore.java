package org.laurelbridge.bridge.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.send.Host;
import org.laurelbridge.bridge.send.Hosts;
import org.laurelbridge.bridge.send.Services;

/** Hosts in table backpack_host, and who is on the way there in table backpack_way. */
public final class BackpackHostStore implements Hosts {

    private static final String SELECT = """
            select id, address, services, client, client_secret, client_until, client_back, client_scope from backpack_host
            """;
    private static final int LONGEST_NAME = 300;

    private final Database database;
    private final SecretBox box;

    public BackpackHostStore(Database database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    @Override
    public Host keep(URI address, Services services, Instant now) {
        byte[] hash = Fingerprint.of(address.toString());
        return database.write(handle -> {
            handle.createUpdate("""
                            insert into backpack_host (id, address_hash, address, version, name, services, seen_at)
                            values (:id, :hash, :address, :version, :name, :services, :now)"""
                            + database.dialect()
                                    .orChange(
                                            "address_hash, version",
                                            "name = new.name, services = new.services, seen_at = new.seen_at"))
                    .bind("id", UUID.randomUUID())
                    .bind("hash", hash)
                    .bind("address", address.toString())
                    .bind("version", services.version().word())
                    .bind("name", shortened(services.name()))
                    .bind("services", ServicesJson.write(services))
                    .bind("now", now)
                    .execute();
            return handle.createQuery(SELECT + "where address_hash = :hash and version = :version")
                    .bind("hash", hash)
                    .bind("version", services.version().word())
                    .map((rows, context) -> host(rows))
                    .one();
        });
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    @Override
    public Host register(UUID host, Host.Client client, Instant now) {
        return database.write(handle -> {
            Host before = handle.createQuery(
                            SELECT + "where id = :id" + database.dialect().lockForUpdate())
                    .bind("id", host)
                    .map((rows, context) -> host(rows))
                    .one();
            if (before.client() != null && before.client().isGood(client.back(), now)) {
                return before;
            }
            handle.createUpdate("""
                            update backpack_host set client = :client, client_secret = :secret, client_until = :until,
                              client_back = :back, client_scope = :scope where id = :id""")
                    .bind("client", client.id())
                    .bind("secret", client.secret() == null ? null : sealed(secretName(host), client.secret()))
                    .bind("until", client.until() == null ? null : Columns.micros(client.until()))
                    .bind("back", client.back().toString())
                    .bind("scope", client.scope())
                    .bind("id", host)
                    .execute();
            return new Host(before.id(), before.address(), before.services(), client);
        });
    }

    @Override
    public void forget(UUID host, String clientId) {
        database.change(handle -> handle.execute(
                "update backpack_host set client = null, client_secret = null where id = ? and client = ?",
                host,
                clientId));
    }

    @Override
    public Optional<Host> find(UUID host) {
        return database.read(handle -> find(handle, host));
    }

    Optional<Host> find(Handle handle, UUID host) {
        return handle.createQuery(SELECT + "where id = :id")
                .bind("id", host)
                .map((rows, context) -> host(rows))
                .findOne();
    }

    private Host host(ResultSet rows) throws SQLException {
        UUID id = Columns.uuid(rows.getBytes("id"));
        String client = rows.getString("client");
        return new Host(
                id,
                URI.create(rows.getString("address")),
                ServicesJson.read(rows.getString("services")),
                client == null ? null : client(rows, id, client));
    }

    private Host.Client client(ResultSet rows, UUID host, String client) throws SQLException {
        String secret = rows.getString("client_secret");
        return new Host.Client(
                client,
                secret == null ? null : opened(secretName(host), secret),
                Columns.instantOrNull(rows, "client_until"),
                URI.create(rows.getString("client_back")),
                rows.getString("client_scope"));
    }

    @Override
    public void open(String state, Way way, Instant until) {
        byte[] hash = Fingerprint.of(state);
        database.change(handle -> handle.createUpdate("""
                        insert into backpack_way (state, session, account, host, verifier, until)
                        values (:state, :session, :account, :host, :verifier, :until)""")
                .bind("state", hash)
                .bind("session", Fingerprint.of(way.session()))
                .bind("account", way.account())
                .bind("host", way.host())
                .bind("verifier", sealed("backpack/way", way.verifier()))
                .bind("until", until)
                .execute());
    }

    @Override
    public Optional<Way> take(String state, UUID account, String session, Instant now) {
        byte[] hash = Fingerprint.of(state);
        return database.write(handle -> {
            handle.execute("delete from backpack_way where until <= ?", now);
            Optional<Way> way = handle.createQuery("""
                            select host, verifier from backpack_way
                            where state = :state and session = :session and account = :account""")
                    .bind("state", hash)
                    .bind("session", Fingerprint.of(session))
                    .bind("account", account)
                    .map((rows, context) -> new Way(
                            account,
                            session,
                            Columns.uuid(rows.getBytes("host")),
                            opened("backpack/way", rows.getString("verifier"))))
                    .findOne();
            // who deletes it has it: another node may have read it, too
            boolean isOurs = way.isPresent() && handle.execute("delete from backpack_way where state = ?", hash) == 1;
            return isOurs ? way : Optional.empty();
        });
    }

    private String sealed(String name, @Nullable String plain) {
        return box.seal(name, String.valueOf(plain).getBytes(StandardCharsets.UTF_8));
    }

    private String opened(String name, String sealed) {
        return new String(box.open(name, sealed), StandardCharsets.UTF_8);
    }

    private static String secretName(UUID host) {
        return "backpack/client/" + host;
    }
}
