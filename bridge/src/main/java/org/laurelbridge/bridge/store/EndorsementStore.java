package org.laurelbridge.bridge.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.issue.KeptEndorsements;

/** What others say for badges and for the issuer. */
public final class EndorsementStore implements KeptEndorsements {

    private final Database database;
    private final Trail trail;

    public EndorsementStore(Database database) {
        this(database, Trail.OWN);
    }

    private EndorsementStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public KeptEndorsements by(Doer doer) {
        return new EndorsementStore(database, Trail.by(doer));
    }

    @Override
    public List<String> list(String about) {
        return database.read(handle -> handle.createQuery(
                        "select document from endorsement where about = :about order by created, fingerprint")
                .bind("about", Fingerprint.of(about))
                .mapTo(String.class)
                .list());
    }

    @Override
    public boolean save(Endorsement endorsement, Instant now) {
        byte[] fingerprint = Fingerprint.of(endorsement.about(), endorsement.id());
        return database.write(handle -> {
            if (others(handle, endorsement, fingerprint) >= MOST) {
                return false;
            }
            handle.createUpdate("""
                            insert into endorsement (fingerprint, about, document, created)
                            values (:fingerprint, :about, :document, :now)""" + database.dialect().orChange("fingerprint", "document = new.document"))
                    .bind("fingerprint", fingerprint)
                    .bind("about", Fingerprint.of(endorsement.about()))
                    .bind("document", endorsement.document())
                    .bind("now", now)
                    .execute();
            signAnew(handle, endorsement.about());
            trail.record(
                    handle,
                    Change.of("endorsement.added", "endorsement", endorsement.id())
                            .to("about", endorsement.about()));
            return true;
        });
    }

    @Override
    public boolean remove(String about, String id) {
        return database.write(handle -> {
            int removed =
                    handle.execute("delete from endorsement where fingerprint = ?", (Object) Fingerprint.of(about, id));
            if (removed > 0) {
                signAnew(handle, about);
                trail.record(
                        handle,
                        Change.of("endorsement.removed", "endorsement", id).from("about", about));
            }
            return removed > 0;
        });
    }

    private static int others(Handle handle, Endorsement endorsement, byte[] fingerprint) {
        return handle.createQuery(
                        "select count(*) from endorsement where about = :about and fingerprint <> :fingerprint")
                .bind("about", Fingerprint.of(endorsement.about()))
                .bind("fingerprint", fingerprint)
                .mapTo(Integer.class)
                .one();
    }

    // a credential names its issuer and its badge as text; whoever signs a wish now may have read what was said before
    private static void signAnew(Handle handle, String about) {
        handle.execute(
                "update credential set wanted = 1, mark = mark + 1 where wanted = 1 or document like ?",
                "%\"" + about + "\"%");
    }
}
