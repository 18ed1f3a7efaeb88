package org.laurelbridge.bridge.store;

/** The database could not do what was asked of it. Root of what this package throws; the message holds no bound values. */
public class DatabaseFailure extends RuntimeException {
    public DatabaseFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
