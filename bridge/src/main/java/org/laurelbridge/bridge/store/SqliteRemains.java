package org.laurelbridge.bridge.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What SQLite's files hold of rows that are gone. Removed rows are overwritten with zeros (see Connections), but the write-ahead log
 * has them, and so have pages that were freed before that was so.
 */
final class SqliteRemains {
    private static final int AT_ONCE = 1 << 20;

    private SqliteRemains() {}

    /**
     * Empties the log, and writes the file anew when any of these bytes are still in it. Others write while the file is read.
     *
     * @param writer of connections outside any transaction
     * @return false when somebody reads from the log now
     */
    static boolean wipe(Jdbi writer, Path file, Collection<byte[]> gone) {
        if (!writer.withHandle(SqliteRemains::isEmptied)) {
            return false;
        }
        return !isIn(file, gone) || writer.withHandle(SqliteRemains::isWrittenAnew);
    }

    private static boolean isWrittenAnew(Handle writer) {
        writer.execute("vacuum");
        return isEmptied(writer);
    }

    private static boolean isEmptied(Handle writer) {
        return writer.createQuery("pragma wal_checkpoint(truncate)")
                        .map((rows, context) -> rows.getInt(1))
                        .one()
                == 0;
    }

    private static boolean isIn(Path file, Collection<byte[]> gone) {
        int overlap = gone.stream().mapToInt(bytes -> bytes.length).max().orElse(0);
        byte[] buffer = new byte[AT_ONCE + overlap];
        try (InputStream in = Files.newInputStream(file)) {
            int kept = 0;
            for (int read = in.readNBytes(buffer, 0, AT_ONCE); read > 0; read = in.readNBytes(buffer, kept, AT_ONCE)) {
                int filled = kept + read;
                if (gone.stream().anyMatch(bytes -> isIn(buffer, filled, bytes))) {
                    return true;
                }
                kept = Math.min(overlap, filled);
                System.arraycopy(buffer, filled - kept, buffer, 0, kept);
            }
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException("the database file " + file + " cannot be read", failure);
        }
    }

    private static boolean isIn(byte[] buffer, int filled, byte[] sought) {
        for (int at = 0; at + sought.length <= filled; at++) {
            if (buffer[at] == sought[0] && Arrays.equals(buffer, at, at + sought.length, sought, 0, sought.length)) {
                return true;
            }
        }
        return false;
    }
}
