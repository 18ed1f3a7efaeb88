package org.laurelbridge.bridge.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.listen.kept.KeptSource;
import org.laurelbridge.bridge.listen.kept.KeptSources;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.xapi.XapiVersion;

/** Table kept_source. */
public final class KeptSourceStore implements KeptSources {
    private final Database database;
    private final SecretBox box;
    private final Trail trail;

    public KeptSourceStore(Database database, SecretBox box) {
        this(database, box, Trail.OWN);
    }

    private KeptSourceStore(Database database, SecretBox box, Trail trail) {
        this.database = database;
        this.box = box;
        this.trail = trail;
    }

    @Override
    public KeptSources by(Doer doer) {
        return new KeptSourceStore(database, box, Trail.by(doer));
    }

    @Override
    public List<KeptSource> list() {
        return database.read(handle -> handle.createQuery("select * from kept_source order by name")
                .map((rows, context) -> source(rows))
                .list());
    }

    @Override
    public boolean add(KeptSource source, Instant now) {
        return unlessTaken(handle -> {
            bound(handle.createUpdate("""
                                    insert into kept_source (id, name, endpoint, login, secret, version, every, earned, created)
                                    values (:id, :name, :endpoint, :login, :secret, :version, :every, :earned, :now)"""), source).bind("now", now).execute();
            trail.record(
                    handle,
                    new Change("source.connected", "source/" + source.name(), null, Map.of(), told(source, false)));
            return true;
        });
    }

    @Override
    public boolean change(UUID id, KeptSource source) {
        return unlessTaken(handle -> {
            Optional<KeptSource> before = find(handle, id);
            if (before.isEmpty()) {
                return false;
            }
            bound(handle.createUpdate("""
                                    update kept_source set id = :id, name = :name, endpoint = :endpoint, login = :login,
                                      secret = :secret, version = :version, every = :every, earned = :earned where id = :before"""), source).bind("before", id).execute();
            boolean isOther = !before.get().secret().equals(source.secret());
            trail.record(
                    handle,
                    new Change(
                            "source.changed",
                            "source/" + source.name(),
                            null,
                            told(before.get(), false),
                            told(source, isOther)));
            return true;
        });
    }

    @Override
    public boolean remove(UUID id) {
        return database.write(handle -> {
            Optional<KeptSource> before = find(handle, id);
            before.ifPresent(source -> {
                handle.execute("delete from kept_source where id = ?", id);
                trail.record(
                        handle,
                        new Change("source.removed", "source/" + source.name(), null, told(source, false), Map.of()));
            });
            return before.isPresent();
        });
    }

    private boolean unlessTaken(Work work) {
        try {
            return database.write(work::in);
        } catch (RuntimeException failure) {
            if (database.isDuplicate(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private interface Work {
        boolean in(Handle handle);
    }

    private Optional<KeptSource> find(Handle handle, UUID id) {
        return handle.createQuery("select * from kept_source where id = :id"
                        + database.dialect().lockForUpdate())
                .bind("id", id)
                .map((rows, context) -> source(rows))
                .findOne();
    }

    /** What the audit log is told: that the secret is another one, not which. */
    private static Map<String, String> told(KeptSource source, boolean isOtherSecret) {
        Map<String, String> told = new TreeMap<>();
        told.put("name", source.name());
        told.put("key", source.key());
        if (isOtherSecret) {
            told.put("secret", "another one");
        }
        KeptSource.Pulled pulled = source.pulled();
        if (pulled != null) {
            told.put("endpoint", pulled.endpoint().toString());
            told.put("version", pulled.version().header());
            told.put("every", pulled.every().toString());
            told.put("earned", String.valueOf(pulled.earned()));
        }
        return told;
    }

    private Update bound(Update update, KeptSource source) {
        KeptSource.Pulled pulled = source.pulled();
        return update.bind("id", source.id())
                .bind("name", source.name())
                .bind("endpoint", pulled == null ? null : pulled.endpoint().toString())
                .bind("login", source.key())
                .bind(
                        "secret",
                        box.seal(secretName(source.id()), source.secret().getBytes(StandardCharsets.UTF_8)))
                .bind("version", pulled == null ? null : pulled.version().header())
                .bind("every", pulled == null ? null : (Long) TimeUnit.MICROSECONDS.convert(pulled.every()))
                .bind("earned", pulled != null && pulled.earned() ? 1 : 0);
    }

    private KeptSource source(ResultSet rows) throws SQLException {
        UUID id = Columns.uuid(Objects.requireNonNull(rows.getBytes("id")));
        byte[] secret = box.open(secretName(id), rows.getString("secret"));
        return new KeptSource(
                id,
                rows.getString("name"),
                rows.getString("login"),
                new String(secret, StandardCharsets.UTF_8),
                pulled(rows));
    }

    private static KeptSource.@Nullable Pulled pulled(ResultSet rows) throws SQLException {
        String endpoint = rows.getString("endpoint");
        return endpoint == null
                ? null
                : new KeptSource.Pulled(
                        URI.create(endpoint),
                        rows.getString("version").startsWith("2") ? XapiVersion.V2_0 : XapiVersion.V1_0,
                        Duration.of(rows.getLong("every"), ChronoUnit.MICROS),
                        rows.getInt("earned") == 1);
    }

    static String secretName(Object id) {
        return "source/" + id;
    }
}
