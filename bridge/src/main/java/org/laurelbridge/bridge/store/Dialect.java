package org.laurelbridge.bridge.store;

import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The few places where SQLite and MySQL (MariaDB speaks its dialect) differ. All other SQL is the same text for all. */
public sealed interface Dialect permits SqliteDialect, MySqlDialect {

    /** What the words in braces of the schema stand for. */
    Map<String, String> placeholders();

    /** A text in small letters, of whatever alphabet, to look for something in whatever case. */
    String small(String text);

    /** Opens a transaction that will write. */
    String begin();

    /**
     * The end of an {@code insert} that leaves a row with the same key as it is. The number of rows changed says nothing.
     *
     * @param column any column of the table
     */
    String orLeave(String column);

    /**
     * The end of an {@code insert} that changes a row with the same key instead. Writes portably when the assignments of a
     * column do not read another column assigned before it: MySQL assigns from left to right.
     *
     * @param key the columns of the key, with commas
     * @param assignments as in {@code set}; {@code new.c} is the value of column c that would have been inserted
     */
    String orChange(String key, String assignments);

    /** The end of a {@code select} in a transaction whose rows nobody may change until it ends; others may read so too. */
    String lockShared();

    /** The end of a {@code select} in a transaction whose rows are then ours until it ends. */
    String lockForUpdate();

    /** The same, but rows that somebody else has are left out. */
    String lockFreeOnes();

    /** Asks for a trigger of this name: a row where it is there. */
    String findTrigger(String name);

    /**
     * Makes a trigger that refuses something to be done with a row of the audit log while its door is closed.
     *
     * @param event update or delete
     */
    String refusing(String name, String event);

    /** Whether a transaction that failed so can be run again with hope: deadlock, busy, serialisation. */
    boolean isRepeatable(SQLException failure);

    /** Whether the database is away or cannot write at all now (a full disk, a read-only replica), whatever is asked of it. */
    boolean isAway(SQLException failure);

    /** Whether a unique key was there already. */
    boolean isDuplicate(SQLException failure);

    /** The first SQL error among a failure's causes, null when it has none. */
    static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
