package org.laurelbridge.bridge.store;

import java.util.TreeSet;

/**
 * Hands out the moment at which a commit is stored: strictly growing on this node, and never one that was already said to be
 * complete. Times are microseconds since 1970.
 */
final class Moments {

    private final long marginMicros;
    private final TreeSet<Long> open = new TreeSet<>();
    private long last;

    /** @param marginMicros by how much the clocks of other nodes may differ and their last word before a commit may take */
    Moments(long marginMicros) {
        this.marginMicros = marginMicros;
    }

    /** From now on only moments after this one. */
    synchronized void goBeyond(long micros) {
        last = Math.max(last, micros);
    }

    /** A moment that counts as under way until {@link #end}. */
    synchronized long begin(long now) {
        last = Math.max(last + 1, now);
        open.add(last);
        return last;
    }

    synchronized void end(long moment) {
        open.remove(moment);
    }

    /** Up to here nothing is under way and nothing will be. */
    synchronized long through(long now) {
        long through = now - marginMicros;
        if (!open.isEmpty()) {
            through = Math.min(through, open.first() - 1);
        }
        goBeyond(through);
        return through;
    }
}
