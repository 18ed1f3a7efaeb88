package org.laurelbridge.bridge.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One transaction that several stores take part in, one after the other or one within the other. For one thread. */
final class Joined {
    private final Handle handle;
    private int depth;
    private @Nullable RuntimeException broken;

    Joined(Handle handle) {
        this.handle = handle;
    }

    /**
     * Where all of it is read.
     *
     * @throws RuntimeException what undid the whole transaction, when somebody caught it and went on
     */
    Handle handle() {
        if (broken != null) {
            throw broken;
        }
        return handle;
    }

    /** Writes a part: when it fails and that is caught, nothing of it is left. */
    <T> T part(Function<Handle, T> work) {
        // MySQL forgets a savepoint when another has its name
        String savepoint = "part" + ++depth;
        try {
            handle().execute("savepoint " + savepoint);
            T answer = work.apply(handle);
            handle().execute("release savepoint " + savepoint);
            return answer;
        } catch (RuntimeException failure) {
            undo(savepoint, failure);
            throw failure;
        } finally {
            depth--;
        }
    }

    // after a deadlock the database has undone all of it: what came after would be kept without what came before
    private void undo(String savepoint, RuntimeException failure) {
        try {
            handle.execute("rollback to savepoint " + savepoint);
        } catch (RuntimeException wholeIsGone) {
            if (broken == null) {
                broken = failure;
            }
        }
    }
}
