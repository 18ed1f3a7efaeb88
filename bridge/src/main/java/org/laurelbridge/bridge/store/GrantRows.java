package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.grant.Grants;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.grant.Tokens;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.secret.RandomText;

/** Rows of grants, codes and tokens within a transaction at one moment. */
final class GrantRows {

    private static final String GRANT =
            " g.id as grant_id, g.client, g.person, g.scopes as allowed, g.created, g.ended_at, a.id as account ";

    // what an account allowed holds as long as it may sign in, and is that learner's
    private static final String OF_GRANT = """
             t join oauth_grant g on g.id = t.held_by
            left join account a on a.id = g.account and a.learner = g.person and a.disabled = 0\s""";

    private final Handle handle;
    private final Instant now;

    GrantRows(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** What was allowed; it holds until it is ended, or its account. */
    record Grant(UUID id, UUID client, PersonId person, Set<Scope> scopes, Instant created, boolean holds) {}

    /** A code that was given. */
    record Code(Grant grant, String redirect, String challenge, Instant expires, boolean isUsed) {}

    /** A refresh token that was given. */
    record Refresh(Grant grant, Instant expires, @Nullable Instant usedAt) {}

    /** An access token that holds. */
    record Access(Grant grant, Set<Scope> scopes, @Nullable Instant usedAt) {}

    void addCode(String code, UUID grant, Grants.Allowance allowance) {
        handle.createUpdate("""
                        insert into oauth_code (fingerprint, held_by, redirect, challenge, expires_at)
                        values (:fingerprint, :grant, :redirect, :challenge, :expires)""")
                .bind("fingerprint", Fingerprint.of(code))
                .bind("grant", grant)
                .bind("redirect", allowance.redirect())
                .bind("challenge", allowance.challenge())
                .bind("expires", now.plus(Tokens.CODE))
                .execute();
    }

    Optional<Code> code(String code, String lock) {
        return handle.createQuery("select" + GRANT + """
                        , t.redirect, t.challenge, t.expires_at, t.used_at
                        from oauth_code""" + OF_GRANT + "where t.fingerprint = :fingerprint" + lock)
                .bind("fingerprint", Fingerprint.of(code))
                .map((rows, context) -> new Code(
                        grant(rows),
                        rows.getString("redirect"),
                        rows.getString("challenge"),
                        Columns.instant(rows.getLong("expires_at")),
                        Columns.instantOrNull(rows, "used_at") != null))
                .findOne();
    }

    Optional<Refresh> refresh(String token, String lock) {
        return handle.createQuery("select" + GRANT + """
                        , t.expires_at, t.used_at from oauth_token""" + OF_GRANT + """
                        where t.fingerprint = :fingerprint and t.kind = 'refresh'""" + lock)
                .bind("fingerprint", Fingerprint.of(token))
                .map((rows, context) -> new Refresh(
                        grant(rows),
                        Columns.instant(rows.getLong("expires_at")),
                        Columns.instantOrNull(rows, "used_at")))
                .findOne();
    }

    Optional<Access> access(String token) {
        return handle.createQuery("select" + GRANT + """
                        , t.scopes, g.used_at from oauth_token""" + OF_GRANT + """
                        where t.fingerprint = :fingerprint and t.kind = 'access' and t.expires_at > :now
                          and g.ended_at is null and a.id is not null""")
                .bind("fingerprint", Fingerprint.of(token))
                .bind("now", now)
                .map((rows, context) -> new Access(
                        grant(rows), Scope.read(rows.getString("scopes")), Columns.instantOrNull(rows, "used_at")))
                .findOne();
    }

    private static Grant grant(ResultSet rows) throws SQLException {
        return new Grant(
                Columns.uuid(rows.getBytes("grant_id")),
                Columns.uuid(rows.getBytes("client")),
                new PersonId(Columns.uuid(rows.getBytes("person"))),
                Scope.read(rows.getString("allowed")),
                Columns.instant(rows.getLong("created")),
                Columns.instantOrNull(rows, "ended_at") == null && rows.getBytes("account") != null);
    }

    void useCode(String code) {
        handle.execute("update oauth_code set used_at = ? where fingerprint = ?", now, Fingerprint.of(code));
    }

    void useRefresh(String token) {
        handle.execute("update oauth_token set used_at = ? where fingerprint = ?", now, Fingerprint.of(token));
    }

    /** Whether nobody used what came of a refresh token. */
    boolean isNextUnused(String token) {
        return handle.createQuery("select count(*) from oauth_token where came_of = ? and used_at > 0")
                        .bind(0, Fingerprint.of(token))
                        .mapTo(int.class)
                        .one()
                == 0;
    }

    /** Whoever shows one that came of this refresh token has a copy from now on: another one takes its place. */
    void passOver(String token) {
        handle.execute("update oauth_token set used_at = ? where came_of = ?", Instant.EPOCH, Fingerprint.of(token));
    }

    /**
     * New tokens; a refresh token among them where the learner allowed that.
     *
     * @param of the refresh token that they are given for; null for a code
     */
    Tokens give(Grant grant, Set<Scope> scopes, @Nullable String of, RandomText random) {
        String access = random.next();
        add(access, grant, "access", scopes, now.plus(Tokens.ACCESS));
        if (!grant.scopes().contains(Scope.OFFLINE)) {
            return new Tokens(access, scopes, null);
        }
        String refresh = random.next();
        add(refresh, grant, "refresh", grant.scopes(), now.plus(Tokens.REFRESH));
        if (of != null) {
            handle.execute(
                    "update oauth_token set came_of = ? where fingerprint = ?",
                    Fingerprint.of(of),
                    Fingerprint.of(refresh));
        }
        return new Tokens(access, scopes, refresh);
    }

    private void add(String token, Grant grant, String kind, Set<Scope> scopes, Instant expires) {
        handle.createUpdate("""
                        insert into oauth_token (fingerprint, held_by, kind, scopes, expires_at)
                        values (:fingerprint, :grant, :kind, :scopes, :expires)""")
                .bind("fingerprint", Fingerprint.of(token))
                .bind("grant", grant.id())
                .bind("kind", kind)
                .bind("scopes", Scope.text(scopes))
                .bind("expires", expires)
                .execute();
        handle.execute(
                "update oauth_grant set lasts_until = ? where id = ? and lasts_until < ?",
                expires,
                grant.id(),
                expires);
    }

    void end(UUID grant) {
        handle.execute("update oauth_grant set ended_at = ? where id = ? and ended_at is null", now, grant);
    }

    /** Ends what a learner allowed an application before this. */
    void endEarlier(Grant grant) {
        handle.createUpdate("""
                        update oauth_grant set ended_at = :now
                        where person = :person and client = :client and created <= :created and id <> :id
                          and ended_at is null""")
                .bind("now", now)
                .bind("person", grant.person().value())
                .bind("client", grant.client())
                .bind("created", grant.created())
                .bind("id", grant.id())
                .execute();
    }

    /**
     * Ends a token of an application: a refresh token with all that was allowed, an access token alone.
     *
     * @return what was allowed, where it ended
     */
    Optional<Grant> end(UUID client, String token) {
        Optional<Grant> ended = refresh(token, "")
                .map(Refresh::grant)
                .filter(grant -> grant.client().equals(client));
        ended.ifPresent(grant -> end(grant.id()));
        access(token)
                .filter(found -> found.grant().client().equals(client))
                .ifPresent(found ->
                        handle.execute("delete from oauth_token where fingerprint = ?", Fingerprint.of(token)));
        return ended;
    }

    /** Forgets what is over; a used code is remembered, since it may come again. */
    void forgetOld() {
        handle.execute("delete from oauth_code where expires_at < ?", now.minus(Tokens.REFRESH));
        handle.execute("delete from oauth_token where expires_at < ?", now);
        handle.execute("delete from oauth_grant where lasts_until < ?", now);
    }
}
