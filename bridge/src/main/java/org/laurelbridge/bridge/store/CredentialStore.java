package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
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
        return database.read(handle -> {
            List<Wanted> wanted = new ArrayList<>(listWanted(handle, "trouble is null", limit));
            if (wanted.size() < limit) {
                wanted.addAll(listWanted(handle, "trouble is not null", limit - wanted.size()));
            }
            return wanted;
        });
    }

    // null comes first in every database: what was never signed does not wait for what is signed anew
    private static List<Wanted> listWanted(Handle handle, String which, int limit) {
        return handle.createQuery("select id, mark, valid_from from credential where wanted = 1 and " + which
                        + " order by valid_from, id limit :limit")
                .bind("limit", limit)
                .map((rows, context) -> wanted(rows))
                .list();
    }

    @Override
    public boolean save(Wanted wanted, Instant validFrom, String document, Instant now) {
        UUID id = wanted.credential().value();
        return database.lookAndWrite(handle -> {
            boolean isSaved = handle.createUpdate("""
                                    update credential
                                    set wanted = 0, valid_from = :validFrom, document = :document, trouble = null,
                                      kept_at = :now
                                    where id = :id and wanted = 1 and mark = :mark
                                      and (document is null or valid_from < :validFrom)""")
                            .bind("validFrom", validFrom)
                            .bind("document", document)
                            .bind("now", now)
                            .bind("id", id)
                            .bind("mark", wanted.mark())
                            .execute()
                    == 1;
            if (isSaved) {
                new BackpackOrders(handle, database.dialect()).signed(id, now);
            }
            return isSaved;
        });
    }

    @Override
    public void drop(Wanted wanted) {
        UUID id = wanted.credential().value();
        database.lookAndWrite(handle -> {
            boolean isDropped = handle.execute(
                            "update credential set wanted = 0, trouble = null where id = ? and wanted = 1 and mark = ?",
                            id,
                            wanted.mark())
                    == 1;
            if (isDropped) {
                new BackpackOrders(handle, database.dialect()).changed(id);
            }
            return isDropped;
        });
    }

    @Override
    public void saveTrouble(Wanted wanted, String trouble) {
        String cut = trouble.substring(0, Math.min(MOST_TROUBLE, trouble.length()));
        database.change(handle -> handle.execute(
                "update credential set trouble = ? where id = ? and wanted = 1",
                cut,
                wanted.credential().value()));
    }

    @Override
    public Optional<String> find(AwardId credential) {
        return database.read(
                handle -> handle.createQuery("select document from credential where id = :id and document is not null")
                        .bind("id", credential.value())
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public List<AwardId> listRevoked() {
        return list("""
                select c.id from award a join credential c on c.award = a.id where a.status in ('revoked', 'suspended')
                union
                select c.id from award a join credential c on c.award = a.id where a.revision > 1 and a.credential <> c.id
                union
                select id from erased_credential""");
    }

    @Override
    public List<AwardId> listSuperseded() {
        return list("select c.id from award a join credential c on c.award = a.id where a.status = 'superseded'");
    }

    private List<AwardId> list(String query) {
        return database.read(handle ->
                handle.createQuery(query).mapTo(UUID.class).map(AwardId::new).list());
    }

    /** From now on nobody sees what was signed of an award: it is signed anew, also when it is over or was taken back. */
    static void replace(Handle handle, AwardId award) {
        handle.execute(
                "update credential set wanted = 1, mark = mark + 1, document = null where award = ?", award.value());
    }

    private static Wanted wanted(ResultSet rows) throws SQLException {
        UUID id = Columns.uuid(rows.getBytes("id"));
        long micros = rows.getLong("valid_from");
        Instant last = rows.wasNull() ? null : Columns.instant(micros);
        return new Wanted(new AwardId(id), rows.getLong("mark"), last);
    }
}
