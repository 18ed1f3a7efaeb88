package org.laurelbridge.bridge.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jspecify.annotations.Nullable;

/** How values stand in columns: times as microseconds since 1970 (finer parts are cut), UUIDs as 16 bytes. */
final class Columns {

    private static final long MICROS = 1_000_000;
    private static final int NANOS_IN_MICRO = 1_000;

    private Columns() {}

    static void register(Jdbi jdbi) {
        jdbi.registerArgument(new InstantArgument());
        jdbi.registerArgument(new UuidArgument());
        ColumnMapper<@Nullable Instant> instant = (rows, column, context) -> {
            long micros = rows.getLong(column);
            return rows.wasNull() ? null : instant(micros);
        };
        ColumnMapper<@Nullable UUID> uuid = (rows, column, context) -> uuidOrNull(rows.getBytes(column));
        jdbi.registerColumnMapper(Instant.class, instant);
        jdbi.registerColumnMapper(UUID.class, uuid);
    }

    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / NANOS_IN_MICRO);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS_IN_MICRO);
    }

    /** Null where the column is. */
    static @Nullable Instant instantOrNull(ResultSet rows, String column) throws SQLException {
        long micros = rows.getLong(column);
        return rows.wasNull() ? null : instant(micros);
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static @Nullable UUID uuidOrNull(byte @Nullable [] bytes) {
        return bytes == null ? null : uuid(bytes);
    }

    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
        InstantArgument() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            long micros = micros(value);
            return (position, statement, context) -> statement.setLong(position, micros);
        }
    }

    private static final class UuidArgument extends AbstractArgumentFactory<UUID> {
        UuidArgument() {
            super(Types.BINARY);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry config) {
            byte[] bytes = bytes(value);
            return (position, statement, context) -> statement.setBytes(position, bytes);
        }
    }
}
