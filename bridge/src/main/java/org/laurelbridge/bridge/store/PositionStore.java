package org.laurelbridge.bridge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Positions;

/** How far sources have been read. */
public final class PositionStore implements Positions {

    private final Database database;

    public PositionStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> find(String source) {
        return database.read(handle -> handle.createQuery(
                        "select position from source_position where source = :source and position is not null")
                .bind("source", source)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void save(String source, String position, Instant readAt) {
        String sql = """
                insert into source_position (source, position, read_at, since) values (:source, :position, :at, :at)""";
        String set = "position = new.position, read_at = new.read_at, trouble = null, troubled_at = null";
        database.change(handle -> handle.createUpdate(sql + database.dialect().orChange("source", set))
                .bind("source", source)
                .bind("position", position)
                .bind("at", readAt)
                .execute());
    }

    @Override
    public void saveTrouble(String source, String trouble, Instant at) {
        String sql = """
                insert into source_position (source, trouble, troubled_at, since) values (:source, :trouble, :at, :at)""";
        String set = "trouble = new.trouble, troubled_at = new.troubled_at";
        database.change(handle -> handle.createUpdate(sql + database.dialect().orChange("source", set))
                .bind("source", source)
                .bind("trouble", trouble)
                .bind("at", at)
                .execute());
    }

    @Override
    public void forget(String source) {
        database.change(handle -> handle.execute("delete from source_position where source = ?", source));
    }

    @Override
    public List<Read> list() {
        return database.read(handle -> handle.createQuery(
                        "select source, read_at, trouble, troubled_at from source_position order by source")
                .map((rows, context) -> new Read(
                        rows.getString("source"),
                        instant(rows, "read_at"),
                        rows.getString("trouble"),
                        instant(rows, "troubled_at")))
                .list());
    }

    private static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        long micros = rows.getLong(column);
        return rows.wasNull() ? null : Columns.instant(micros);
    }
}
