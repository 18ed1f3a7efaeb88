package org.laurelbridge.bridge.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.grant.Exchange;
import org.laurelbridge.bridge.grant.Grants;
import org.laurelbridge.bridge.grant.Scope;
import org.laurelbridge.bridge.grant.Tokens;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.bridge.secret.RandomText;

/** What learners allowed, in tables oauth_grant, oauth_code and oauth_token. */
public final class GrantStore implements Grants {

    private static final Duration OFTEN = Duration.ofMinutes(1);

    private final Database database;
    private final Trail trail;
    private final RandomText random = new RandomText();

    public GrantStore(Database database) {
        this(database, Trail.OWN);
    }

    private GrantStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Grants by(Doer doer) {
        return new GrantStore(database, Trail.by(doer));
    }

    @Override
    public String allow(Allowance allowance, Instant now) {
        String code = random.next();
        UUID grant = UUID.randomUUID();
        database.change(handle -> {
            rows(handle, now).forgetOld();
            handle.execute(
                    "update oauth_client set allowed_at = ? where id = ? and allowed_at is null",
                    now,
                    allowance.client());
            handle.createUpdate("""
                            insert into oauth_grant (id, client, account, person, scopes, created, lasts_until)
                            select :id, :client, a.id, a.learner, :scopes, :now, :until
                            from account a where a.id = :account and a.learner is not null""")
                    .bind("id", grant)
                    .bind("client", allowance.client())
                    .bind("account", allowance.account())
                    .bind("scopes", Scope.text(allowance.scopes()))
                    .bind("now", now)
                    .bind("until", now.plus(Tokens.CODE))
                    .execute();
            rows(handle, now).addCode(code, grant, allowance);
            trail.record(
                    handle,
                    Change.of("application.allowed", "application", allowance.client())
                            .about(learner(handle, allowance.account()))
                            .to("scopes", Scope.text(allowance.scopes())));
        });
        return code;
    }

    private static @Nullable UUID learner(Handle handle, UUID account) {
        return handle.createQuery("select learner from account where id = :account")
                .bind("account", account)
                .mapTo(UUID.class)
                .findOne()
                .orElse(null);
    }

    @Override
    public Exchange redeem(UUID client, String code, String redirect, String verifier, Instant now) {
        return database.write(handle -> {
            GrantRows rows = rows(handle, now);
            GrantRows.Code found =
                    rows.code(code, database.dialect().lockForUpdate()).orElse(null);
            if (found == null || !found.grant().client().equals(client)) {
                return new Exchange.Invalid("there is no such code of this application");
            }
            if (found.isUsed()) {
                rows.end(found.grant().id());
                return new Exchange.Invalid("the code was used before");
            }
            if (!found.grant().holds() || !found.expires().isAfter(now)) {
                return new Exchange.Invalid("the code is over");
            }
            if (!found.redirect().equals(redirect)) {
                return new Exchange.Invalid("redirect_uri is not that of the authorization request");
            }
            if (!found.challenge().equals(challenge(verifier))) {
                return new Exchange.Invalid("code_verifier does not fit the code_challenge");
            }
            rows.useCode(code);
            rows.endEarlier(found.grant());
            return new Exchange.Given(rows.give(found.grant(), found.grant().scopes(), null, random));
        });
    }

    @Override
    public Exchange refresh(UUID client, String token, @Nullable Set<Scope> scopes, Instant now) {
        return database.write(handle -> {
            GrantRows rows = rows(handle, now);
            GrantRows.Refresh found =
                    rows.refresh(token, database.dialect().lockForUpdate()).orElse(null);
            if (found == null || !found.grant().client().equals(client)) {
                return new Exchange.Invalid("there is no such refresh token of this application");
            }
            if (isCopy(rows, token, found.usedAt(), now)) {
                rows.end(found.grant().id());
                return new Exchange.Invalid("the refresh token was used before");
            }
            if (!found.grant().holds() || !found.expires().isAfter(now)) {
                return new Exchange.Invalid("the refresh token is over");
            }
            Set<Scope> wanted = scopes == null ? found.grant().scopes() : scopes;
            if (!found.grant().scopes().containsAll(wanted)) {
                return new Exchange.TooMuch();
            }
            rows.passOver(token);
            if (found.usedAt() == null) {
                rows.useRefresh(token);
            }
            return new Exchange.Given(rows.give(found.grant(), wanted, token, random));
        });
    }

    /** Whether a refresh token was used, and not by somebody alone whom the answer did not reach. */
    private static boolean isCopy(GrantRows rows, String token, @Nullable Instant usedAt, Instant now) {
        return usedAt != null && (usedAt.plus(Tokens.AGAIN).isBefore(now) || !rows.isNextUnused(token));
    }

    private static GrantRows rows(Handle handle, Instant now) {
        return new GrantRows(handle, now);
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Fingerprint.of(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public Optional<Bearer> find(String accessToken, Instant now) {
        Optional<GrantRows.Access> found =
                database.read(handle -> rows(handle, now).access(accessToken));
        found.filter(access -> isLongAgo(access.usedAt(), now))
                .ifPresent(access -> database.change(handle -> handle.execute(
                        "update oauth_grant set used_at = ? where id = ?",
                        now,
                        access.grant().id())));
        return found.map(
                access -> new Bearer(access.grant().client(), access.grant().person(), access.scopes()));
    }

    // not with every request: reading would wait for writing
    private static boolean isLongAgo(@Nullable Instant usedAt, Instant now) {
        return usedAt == null || usedAt.isBefore(now.minus(OFTEN));
    }

    @Override
    public void end(UUID client, String token, Instant now) {
        database.change(handle -> rows(handle, now)
                .end(client, token)
                .ifPresent(ended -> trail.record(
                        handle,
                        Change.of("application.ended", "application", client)
                                .about(ended.person().value()))));
    }

    @Override
    public List<Allowed> list(PersonId person, Instant now) {
        return database.read(handle -> {
            Map<UUID, Allowed> found = new LinkedHashMap<>();
            handle.createQuery("select " + ClientStore.COLUMNS + """
                            , g.scopes, g.created as since, g.used_at from oauth_grant g join oauth_client c on c.id = g.client
                            where g.person in (<people>) and g.ended_at is null and g.lasts_until > :now
                            order by g.created desc, g.id""")
                    .bindList("people", new MergedPeople(handle).group(person.value()))
                    .bind("now", now)
                    .map((rows, context) -> allowed(rows))
                    .forEach(one -> found.merge(one.client().id(), one, GrantStore::together));
            return List.copyOf(found.values());
        });
    }

    private static Allowed allowed(ResultSet rows) throws SQLException {
        return new Allowed(
                ClientStore.client(rows),
                Scope.read(rows.getString("scopes")),
                Columns.instant(rows.getLong("since")),
                Columns.instantOrNull(rows, "used_at"));
    }

    /** The later one was read first. */
    private static Allowed together(Allowed later, Allowed earlier) {
        Set<Scope> scopes = EnumSet.copyOf(later.scopes());
        scopes.addAll(earlier.scopes());
        Instant used = later.usedAt() == null
                        || (earlier.usedAt() != null && earlier.usedAt().isAfter(later.usedAt()))
                ? earlier.usedAt()
                : later.usedAt();
        return new Allowed(later.client(), scopes, earlier.since(), used);
    }

    @Override
    public boolean end(PersonId person, UUID client, Instant now) {
        return database.write(handle -> {
            int ended = handle.createUpdate("""
                            update oauth_grant set ended_at = :now
                            where person in (<people>) and client = :client and ended_at is null""")
                    .bindList("people", new MergedPeople(handle).group(person.value()))
                    .bind("client", client)
                    .bind("now", now)
                    .execute();
            if (ended > 0) {
                trail.record(
                        handle,
                        Change.of("application.ended", "application", client).about(person.value()));
            }
            return ended > 0;
        });
    }
}
