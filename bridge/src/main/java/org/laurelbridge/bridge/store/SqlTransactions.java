package org.laurelbridge.bridge.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Transactions as SQL, with auto-commit left on. SQLite's driver, asked for them with {@code setAutoCommit(false)}, can throw BUSY
 * from a commit that is durable, and then writes outside any transaction.
 */
final class SqlTransactions implements TransactionHandler {

    private final String begin;
    private boolean open;

    SqlTransactions(String begin) {
        this.begin = begin;
    }

    @Override
    public TransactionHandler specialize(Handle handle) {
        return new SqlTransactions(begin);
    }

    @Override
    public void begin(Handle handle) {
        if (open) {
            throw new TransactionException("a transaction is open already: they do not nest");
        }
        handle.execute(begin);
        open = true;
    }

    @Override
    public void commit(Handle handle) {
        handle.execute("commit");
        open = false;
    }

    @Override
    public void rollback(Handle handle) {
        open = false;
        handle.execute("rollback");
    }

    @Override
    public boolean isInTransaction(Handle handle) {
        return open;
    }

    @Override
    public void savepoint(Handle handle, String name) {
        handle.execute("savepoint " + name);
    }

    @Override
    public void rollbackToSavepoint(Handle handle, String name) {
        handle.execute("rollback to savepoint " + name);
    }

    @Override
    public void releaseSavepoint(Handle handle, String name) {
        handle.execute("release savepoint " + name);
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> work) throws X {
        begin(handle);
        try {
            R result = work.withHandle(handle);
            commit(handle);
            return result;
        } catch (Throwable failure) {
            rollBackAfter(failure, handle);
            throw failure;
        }
    }

    @Override
    public <R, X extends Exception> R inTransaction(
            Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> work) throws X {
        throw new UnsupportedOperationException("the isolation level belongs to the connection");
    }

    // the database may have rolled back by itself (a deadlock, a full disk), or be gone: the first failure is the one
    // to tell
    private void rollBackAfter(Throwable failure, Handle handle) {
        try {
            rollback(handle);
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }
}
