package org.laurelbridge.bridge.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
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

    /** Cuts a walk over intakes into stretches whose ids follow each other, so that one range of places holds a stretch and nothing else. */
    static <T> List<List<T>> stretches(List<T> walk, ToLongFunction<T> id) {
        List<List<T>> stretches = new ArrayList<>();
        T before = null;
        for (T one : walk) {
            if (before == null || Math.abs(id.applyAsLong(one) - id.applyAsLong(before)) != 1) {
                stretches.add(new ArrayList<>());
            }
            stretches.get(stretches.size() - 1).add(one);
            before = one;
        }
        return stretches;
    }

    /** The statements of these intakes are to be mapped anew; a mapper that is at it notices by the mark. */
    static void mapAnew(Handle handle, Collection<Long> intakes) {
        // sorted: two that mark the same never wait for each other in a circle
        Batches.write(handle, """
                update intake set mark = mark + 1,
                  mapped_with = case when mapped_with > 0 then -mapped_with else mapped_with end
                where id = :id""", new TreeSet<>(intakes), (batch, intake) -> batch.bind("id", intake));
    }
}
