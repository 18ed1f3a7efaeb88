package org.laurelbridge.bridge.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.laurelbridge.bridge.audit.Change;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.moving.Uploads;

/** Table setup_upload. */
public final class UploadStore implements Uploads {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Database database;
    private final Trail trail;

    public UploadStore(Database database) {
        this(database, Trail.OWN);
    }

    private UploadStore(Database database, Trail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Uploads by(Doer doer) {
        return new UploadStore(database, Trail.by(doer));
    }

    @Override
    public void keep(Upload upload, Instant now) {
        database.change(handle -> {
            handle.execute("delete from setup_upload where made < ?", now.minus(KEPT));
            handle.createUpdate("insert into setup_upload (id, name, body, made) values (:id, :name, :body, :now)")
                    .bind("id", upload.id())
                    .bind("name", upload.name())
                    .bind("body", upload.file())
                    .bind("now", now)
                    .execute();
            trail.record(
                    handle, Change.of("setup.brought", "setup", upload.id()).to("bytes", upload.file().length));
        });
    }

    @Override
    public Optional<Upload> find(UUID id) {
        return database.read(handle -> handle.createQuery("select name, body from setup_upload where id = :id")
                .bind("id", id)
                .map((rows, context) -> new Upload(id, rows.getString("name"), rows.getBytes("body")))
                .findOne());
    }

    @Override
    public boolean drop(UUID id) {
        return database.write(handle -> {
            boolean isThere = remove(handle, id);
            if (isThere) {
                trail.record(handle, Change.of("setup.dropped", "setup", id));
            }
            return isThere;
        });
    }

    @Override
    public void done(UUID id) {
        database.change(handle -> remove(handle, id));
    }

    private static boolean remove(Handle handle, UUID id) {
        return handle.execute("delete from setup_upload where id = ?", id) == 1;
    }
}
