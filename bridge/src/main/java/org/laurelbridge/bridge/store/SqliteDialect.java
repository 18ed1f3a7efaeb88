package org.laurelbridge.bridge.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite: one writer at a time, so that locks on rows have no words. */
record SqliteDialect() implements Dialect {

    private static final Set<SQLiteErrorCode> DUPLICATE = Set.of(
            SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE,
            SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY,
            SQLiteErrorCode.SQLITE_CONSTRAINT_ROWID);

    private static final Set<Integer> AWAY = Set.of(
            SQLiteErrorCode.SQLITE_READONLY.code,
            SQLiteErrorCode.SQLITE_IOERR.code,
            SQLiteErrorCode.SQLITE_CORRUPT.code,
            SQLiteErrorCode.SQLITE_FULL.code,
            SQLiteErrorCode.SQLITE_CANTOPEN.code,
            SQLiteErrorCode.SQLITE_NOTADB.code);

    @Override
    public Map<String, String> placeholders() {
        return Map.of(
                "uuid", "blob",
                "hash", "blob",
                "long", "text",
                "bytes", "blob",
                "key", "integer primary key",
                "auto", "integer primary key autoincrement",
                "table", "");
    }

    @Override
    public String small(String text) {
        return SqliteSource.SMALL + "(" + text + ")";
    }

    @Override
    public String begin() {
        return "begin immediate";
    }

    @Override
    public String orLeave(String column) {
        return " on conflict do nothing";
    }

    @Override
    public String orChange(String key, String assignments) {
        return " on conflict (" + key + ") do update set " + assignments.replaceAll("\\bnew\\.(\\w+)", "excluded.$1");
    }

    @Override
    public String lockShared() {
        return "";
    }

    @Override
    public String lockForUpdate() {
        return "";
    }

    @Override
    public String lockFreeOnes() {
        return "";
    }

    @Override
    public String findTrigger(String name) {
        return "select name from sqlite_master where type = 'trigger' and name = '" + name + "'";
    }

    @Override
    public String refusing(String name, String event) {
        return "create trigger if not exists " + name + " before " + event
                + " on audit when not exists (select 1 from audit_door where opened = 1)"
                + " begin select raise(abort, 'rows of the audit log stay as they are'); end";
    }

    @Override
    public boolean isRepeatable(SQLException failure) {
        int primary = failure.getErrorCode() & 0xff;
        return primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    @Override
    public boolean isAway(SQLException failure) {
        return AWAY.contains(failure.getErrorCode() & 0xff) || failure instanceof SQLTransientConnectionException;
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return failure instanceof SQLiteException sqlite && DUPLICATE.contains(sqlite.getResultCode());
    }
}
