package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.award.AwardId;
import org.laurelbridge.bridge.issue.Sharing;

/** What learners chose to share. */
public final class SharingStore implements Sharing.Choices {

    private final Database database;
    private final Trail trail;

    public SharingStore(Database database) {
        this(database, Trail.OWN);
    }

    private SharingStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Sharing.Choices by(Doer doer) {
        return new SharingStore(database, Trail.by(doer));
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
            Sharing before = find(handle, award);
            boolean isOther = sharing.reads(before);
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
            if (!before.equals(sharing)) {
                trail.record(handle, changed(handle, award, before, sharing));
            }
        });
    }

    private static Change changed(Handle handle, AwardId award, Sharing before, Sharing after) {
        UUID person = handle.createQuery("select person from award where id = :award")
                .bind("award", award.value())
                .mapTo(UUID.class)
                .findOne()
                .orElse(null);
        Change change = Change.of("sharing.changed", "award", award).about(person);
        change = told(change, "evidence", before.evidence(), after.evidence());
        change = told(change, "score", before.score(), after.score());
        change = told(change, "plain address", before.plain(), after.plain());
        return told(change, "hosted", before.hosted(), after.hosted());
    }

    private static Change told(Change change, String name, boolean before, boolean after) {
        return before == after ? change : change.from(name, before).to(name, after);
    }
}
