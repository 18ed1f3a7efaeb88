package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.issue.Sharing;

/** What learners chose to share. */
public final class SharingStore implements Sharing.Choices {

    private final Database database;

    public SharingStore(Database database) {
        this.database = database;
    }

    @Override
    public Sharing find(AwardId award) {
        return database.read(handle -> find(handle, award));
    }

    private static Sharing find(Handle handle, AwardId award) {
        return handle.createQuery("select evidence, score, plain, hosted from sharing where award = :award")
                .bind("award", award.value())
                .map((rows, context) -> sharing(rows))
                .findOne()
                .orElse(Sharing.UNCHOSEN);
    }

    private static Sharing sharing(ResultSet rows) throws SQLException {
        return new Sharing(
                rows.getInt("evidence") == 1,
                rows.getInt("score") == 1,
                rows.getInt("plain") == 1,
                rows.getInt("hosted") == 1);
    }

    @Override
    public void choose(AwardId award, Sharing sharing, Instant now) {
        database.change(handle -> {
            boolean isOther = sharing.reads(find(handle, award));
            handle.createUpdate("""
                            insert into sharing (award, evidence, score, plain, hosted, changed)
                            values (:award, :evidence, :score, :plain, :hosted, :now)"""
                            + database.dialect()
                                    .orChange(
                                            "award",
                                            "evidence = new.evidence, score = new.score, plain = new.plain,"
                                                    + " hosted = new.hosted, changed = new.changed"))
                    .bind("award", award.value())
                    .bind("evidence", sharing.evidence() ? 1 : 0)
                    .bind("score", sharing.score() ? 1 : 0)
                    .bind("plain", sharing.plain() ? 1 : 0)
                    .bind("hosted", sharing.hosted() ? 1 : 0)
                    .bind("now", now)
                    .execute();
            if (isOther) {
                CredentialStore.replace(handle, award);
            }
        });
    }
}
