package org.laurelbridge.bridge.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.moving.Uploads;

/** Table setup_upload. */
public final class UploadStore implements Uploads {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Database database;

    public UploadStore(Database database) {
        this.database = database;
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
    public boolean remove(UUID id) {
        return database.write(handle -> handle.execute("delete from setup_upload where id = ?", id) == 1);
    }
}
