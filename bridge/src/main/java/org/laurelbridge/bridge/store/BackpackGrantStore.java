package org.laurelbridge.bridge.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.laurelbridge.bridge.secret.SecretBox;
import org.laurelbridge.bridge.send.Grant;
import org.laurelbridge.bridge.send.Passes;

/** Tokens in table backpack, sealed. The mark decides between two nodes. */
public final class BackpackGrantStore implements Passes {

    private static final int LONGEST_WORDS = 1_000;

    private final Database database;
    private final SecretBox box;

    public BackpackGrantStore(Database database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    @Override
    public Optional<Kept> find(UUID backpack) {
        return database.read(handle -> handle.createQuery("""
                        select access_token, access_until, refresh_token, scope, mark from backpack
                        where id = :id and lost is null""")
                .bind("id", backpack)
                .map((rows, context) -> kept(rows, backpack))
                .findOne());
    }

    private Kept kept(ResultSet rows, UUID backpack) throws SQLException {
        String refresh = rows.getString("refresh_token");
        Grant grant = new Grant(
                opened(backpack, "access", rows.getString("access_token")),
                Columns.instantOrNull(rows, "access_until"),
                refresh == null ? null : opened(backpack, "refresh", refresh),
                rows.getString("scope"));
        return new Kept(grant, rows.getLong("mark"));
    }

    @Override
    public boolean claim(UUID backpack, long mark, Instant now, Instant until) {
        return database.write(handle -> handle.createUpdate("""
                                update backpack set renewing_until = :until
                                where id = :id and mark = :mark and lost is null and renewing_until <= :now""")
                        .bind("until", until)
                        .bind("id", backpack)
                        .bind("mark", mark)
                        .bind("now", now)
                        .execute()
                == 1);
    }

    @Override
    public boolean renew(UUID backpack, long mark, Grant grant) {
        return database.write(handle -> bind(handle.createUpdate("""
                                update backpack set access_token = :access, access_until = :until,
                                  refresh_token = :refresh, scope = :scope, mark = mark + 1, renewing_until = 0
                                where id = :id and mark = :mark"""), backpack, grant)
                        .bind("mark", mark)
                        .execute()
                == 1);
    }

    /** Binds a grant, sealed, and whose it is. */
    <S extends SqlStatement<S>> S bind(S statement, UUID backpack, Grant grant) {
        return statement
                .bind("id", backpack)
                .bind("access", sealed(backpack, "access", grant.access()))
                .bind("until", grant.until() == null ? null : Columns.micros(grant.until()))
                .bind("refresh", grant.refresh() == null ? null : sealed(backpack, "refresh", grant.refresh()))
                .bind("scope", grant.scope());
    }

    @Override
    public void giveBack(UUID backpack, long mark) {
        database.change(handle ->
                handle.execute("update backpack set renewing_until = 0 where id = ? and mark = ?", backpack, mark));
    }

    @Override
    public void lose(UUID backpack, long mark, String why) {
        database.change(handle -> handle.execute(
                "update backpack set lost = ?, renewing_until = 0 where id = ? and mark = ?",
                why.substring(0, Math.min(LONGEST_WORDS, why.length())),
                backpack,
                mark));
    }

    private String sealed(UUID backpack, String what, String plain) {
        return box.seal("backpack/" + what + "/" + backpack, plain.getBytes(StandardCharsets.UTF_8));
    }

    private String opened(UUID backpack, String what, String sealed) {
        return new String(box.open("backpack/" + what + "/" + backpack, sealed), StandardCharsets.UTF_8);
    }
}
