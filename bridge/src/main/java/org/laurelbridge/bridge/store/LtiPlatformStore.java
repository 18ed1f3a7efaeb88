package org.laurelbridge.bridge.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.lti.LtiPlatform;
import org.laurelbridge.bridge.lti.LtiPlatforms;

/** The platforms that Laurel is registered at. */
public final class LtiPlatformStore implements LtiPlatforms {

    private static final int LONGEST_FAMILY = 100;

    private final Database database;
    private final Trail trail;

    public LtiPlatformStore(Database database) {
        this(database, Trail.OWN);
    }

    private LtiPlatformStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public LtiPlatforms by(Doer doer) {
        return new LtiPlatformStore(database, Trail.by(doer));
    }

    @Override
    public boolean add(LtiPlatform platform, Instant now) {
        try {
            database.change(handle -> {
                insert(handle, platform, now);
                platform.deployments().forEach(deployment -> allow(handle, platform.id(), deployment, now));
                trail.record(
                        handle,
                        Change.of("platform.registered", "platform", platform.id())
                                .to("name", platform.name())
                                .to("issuer", platform.issuer())
                                .to("client", platform.clientId())
                                .to("trusts e-mail", platform.trustsEmail())
                                .to("deployments", String.join(" ", platform.deployments())));
            });
            return true;
        } catch (RuntimeException failure) {
            if (database.isDuplicate(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private static void insert(Handle handle, LtiPlatform platform, Instant now) {
        handle.createUpdate("""
                        insert into lti_platform (id, identity, name, issuer, client_id, authorization_url, token_url,
                          audience, keys_url, trusts_email, created)
                        values (:id, :identity, :name, :issuer, :client, :authorization, :token, :audience, :keys, :trusts, :now)""")
                .bind("id", platform.id())
                .bind("identity", Fingerprint.of(platform.issuer(), platform.clientId()))
                .bind("name", platform.name())
                .bind("issuer", platform.issuer())
                .bind("client", platform.clientId())
                .bind("authorization", platform.authorization().toString())
                .bind("token", platform.token().toString())
                .bind("audience", platform.audience())
                .bind("keys", platform.keys().toString())
                .bind("trusts", platform.trustsEmail() ? 1 : 0)
                .bind("now", now)
                .execute();
    }

    @Override
    public Optional<LtiPlatform> find(UUID id) {
        return list("where p.id = :value", id).stream().findFirst();
    }

    @Override
    public List<LtiPlatform> list(String issuer) {
        return list("where p.issuer = :value", issuer);
    }

    @Override
    public List<LtiPlatform> list() {
        return list("where :value = 1", 1);
    }

    private List<LtiPlatform> list(String where, Object value) {
        Map<UUID, LtiPlatform> found = new LinkedHashMap<>();
        database.read(handle -> handle.createQuery("""
                        select p.*, d.deployment from lti_platform p left join lti_deployment d on d.platform = p.id
                        """ + where + " order by p.name, p.id")
                        .bind("value", value)
                        .map((rows, context) -> platform(rows))
                        .list())
                .forEach(row -> found.merge(row.id(), row, (one, more) -> one.allowing(more.deployments())));
        return List.copyOf(found.values());
    }

    /** With the one deployment of a row. */
    private static LtiPlatform platform(ResultSet rows) throws SQLException {
        String deployment = rows.getString("deployment");
        return new LtiPlatform(
                Columns.uuid(Objects.requireNonNull(rows.getBytes("id"))),
                rows.getString("name"),
                rows.getString("issuer"),
                rows.getString("client_id"),
                URI.create(rows.getString("authorization_url")),
                URI.create(rows.getString("token_url")),
                rows.getString("audience"),
                URI.create(rows.getString("keys_url")),
                rows.getInt("trusts_email") == 1,
                deployment == null ? Set.of() : Set.of(deployment));
    }

    @Override
    public void allow(UUID platform, String deployment, Instant now) {
        database.change(handle -> {
            allow(handle, platform, deployment, now);
            trail.record(
                    handle, Change.of("platform.allowed", "platform", platform).to("deployment", deployment));
        });
    }

    private void allow(Handle handle, UUID platform, String deployment, Instant now) {
        handle.createUpdate(
                        "insert into lti_deployment (platform, deployment, created) values (:platform, :deployment, :now)"
                                + database.dialect().orLeave("platform"))
                .bind("platform", platform)
                .bind("deployment", deployment)
                .bind("now", now)
                .execute();
    }

    @Override
    public void tell(UUID platform, String family) {
        if (family.length() <= LONGEST_FAMILY && !family.equals(family(platform).orElse(null))) {
            database.change(
                    handle -> handle.execute("update lti_platform set family = ? where id = ?", family, platform));
        }
    }

    @Override
    public boolean isMoodle(LtiPlatform platform) {
        return family(platform.id())
                .map("moodle"::equalsIgnoreCase)
                .orElse(platform.token().getPath().endsWith("/mod/lti/token.php"));
    }

    private Optional<String> family(UUID platform) {
        return database.read(
                handle -> handle.createQuery("select family from lti_platform where id = :id and family is not null")
                        .bind("id", platform)
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public boolean remove(UUID id) {
        return database.write(handle -> {
            handle.execute("delete from lti_deployment where platform = ?", id);
            handle.execute("delete from lti_login where platform = ?", id);
            handle.execute("delete from lti_course_role where platform = ?", id);
            handle.execute("delete from lti_course where platform = ?", id);
            handle.execute("delete from lti_choice where platform = ?", id);
            handle.execute("delete from lti_placement where platform = ?", id);
            boolean isRemoved = handle.execute("delete from lti_platform where id = ?", id) == 1;
            if (isRemoved) {
                trail.record(handle, Change.of("platform.removed", "platform", id));
            }
            return isRemoved;
        });
    }
}
