package org.laurelbridge.bridge.store;

import java.util.Collection;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** The commits in which statements came. A statement's place in the log names its intake. */
final class Intakes {

    private static final int PLACES = 65_536;

    private Intakes() {}

    static long of(long seq) {
        return seq / PLACES;
    }

    static long firstSeq(long intake) {
        return intake * PLACES;
    }

    static long lastSeq(long intake) {
        return intake * PLACES + PLACES - 1;
    }

    /** The statements of these intakes are to be mapped anew; a mapper that is at it notices by the mark. */
    static void mapAnew(Handle handle, Collection<Long> intakes) {
        var batch = handle.prepareBatch("update intake set mapped_with = 0, mark = mark + 1 where id = :id");
        // sorted: two that mark the same never wait for each other in a circle
        for (long intake : new TreeSet<>(intakes)) {
            batch.bind("id", intake).add();
        }
        batch.execute();
    }
}
