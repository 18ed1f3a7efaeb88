package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.issue.Credentials;

/** Signed credentials, and which are to be signed. The mark decides between two nodes and against a newer wish. */
public final class CredentialStore implements Credentials {

    private static final int MOST_TROUBLE = 1_000;

    private final Database database;

    public CredentialStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Wanted> listWanted(int limit) {
        return database.read(handle -> handle.createQuery("""
                        select award, mark, valid_from from credential where wanted = 1
                        order by case when trouble is null then 0 else 1 end, award limit :limit""")
                .bind("limit", limit)
                .map((rows, context) -> wanted(rows))
                .list());
    }

    @Override
    public boolean save(Wanted wanted, Instant validFrom, String document) {
        return database.write(handle -> handle.createUpdate("""
                                update credential
                                set wanted = 0, valid_from = :validFrom, document = :document, trouble = null
                                where award = :award and wanted = 1 and mark = :mark
                                  and (valid_from is null or valid_from < :validFrom)""")
                        .bind("validFrom", validFrom)
                        .bind("document", document)
                        .bind("award", wanted.award().value())
                        .bind("mark", wanted.mark())
                        .execute()
                == 1);
    }

    @Override
    public void drop(Wanted wanted) {
        database.change(handle -> handle.execute(
                "update credential set wanted = 0, trouble = null where award = ? and mark = ?",
                wanted.award().value(),
                wanted.mark()));
    }

    @Override
    public void saveTrouble(Wanted wanted, String trouble) {
        String cut = trouble.substring(0, Math.min(MOST_TROUBLE, trouble.length()));
        database.change(handle -> handle.execute(
                "update credential set trouble = ? where award = ? and wanted = 1",
                cut,
                wanted.award().value()));
    }

    @Override
    public Optional<String> find(AwardId award) {
        return database.read(handle -> handle.createQuery(
                        "select document from credential where award = :award and document is not null")
                .bind("award", award.value())
                .mapTo(String.class)
                .findOne());
    }

    private static Wanted wanted(ResultSet rows) throws SQLException {
        UUID award = Columns.uuid(rows.getBytes("award"));
        long micros = rows.getLong("valid_from");
        Instant last = rows.wasNull() ? null : Columns.instant(micros);
        return new Wanted(new AwardId(award), rows.getLong("mark"), last);
    }
}
