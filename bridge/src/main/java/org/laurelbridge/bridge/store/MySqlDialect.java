package org.laurelbridge.bridge.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Set;

/** MySQL 8 and later, and MariaDB, whose words are the same as far as Laurel uses them. */
record MySqlDialect() implements Dialect {

    private static final int DUPLICATE_KEY = 1062;
    /** Changed since last read (MariaDB), lock wait timeout, deadlock, write conflict (TiDB). */
    private static final Set<Integer> REPEATABLE = Set.of(1020, 1205, 1213, 9007);
    /** Disk full, too many connections, shutting down, table full, read-only, killed. */
    private static final Set<Integer> AWAY = Set.of(1021, 1040, 1053, 1114, 1290, 1317, 1792, 1836, 1927);

    @Override
    public Map<String, String> placeholders() {
        return Map.of(
                "uuid", "binary(16)",
                "hash", "binary(32)",
                "long", "longtext",
                "bytes", "mediumblob",
                "key", "bigint primary key",
                "auto", "bigint auto_increment primary key",
                "table", "engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin");
    }

    @Override
    public String small(String text) {
        return "lower(" + text + ")";
    }

    @Override
    public String begin() {
        return "start transaction";
    }

    // not "insert ignore": that would also cut what is too long, without a word
    @Override
    public String orLeave(String column) {
        return " on duplicate key update " + column + " = " + column;
    }

    @Override
    public String orChange(String key, String assignments) {
        return " on duplicate key update " + assignments.replaceAll("\\bnew\\.(\\w+)", "values($1)");
    }

    @Override
    public String lockShared() {
        return " lock in share mode";
    }

    @Override
    public String lockForUpdate() {
        return " for update";
    }

    @Override
    public String lockFreeOnes() {
        return " for update skip locked";
    }

    @Override
    public String findTrigger(String name) {
        return "select trigger_name from information_schema.triggers where trigger_schema = database()"
                + " and trigger_name = '" + name + "'";
    }

    // two nodes that start at once: the second finds it there, which is as good
    @Override
    public String refusing(String name, String event) {
        return "create trigger " + name + " before " + event + " on audit for each row"
                + " if not exists (select 1 from audit_door where opened = 1) then"
                + " signal sqlstate '45000' set message_text = 'rows of the audit log stay as they are'; end if";
    }

    @Override
    public boolean isRepeatable(SQLException failure) {
        return REPEATABLE.contains(failure.getErrorCode())
                || "40001".equals(failure.getSQLState())
                || "40P01".equals(failure.getSQLState());
    }

    @Override
    public boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return AWAY.contains(failure.getErrorCode())
                || (state != null && state.startsWith("08"))
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException;
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return failure.getErrorCode() == DUPLICATE_KEY;
    }
}
