package org.laurelbridge.bridge.store;

/** The database is away or too busy: the same may work later. Whether a commit under way happened is unknown. */
public final class DatabaseUnavailable extends DatabaseFailure {
    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
