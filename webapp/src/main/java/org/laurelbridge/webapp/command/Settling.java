package org.laurelbridge.webapp.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.health.Figures;
import org.laurelbridge.bridge.health.Figures.Snapshot;

/** Waits until nothing is under way any more: all is mapped, decided, signed, and delivered or stuck. */
public final class Settling {
    private static final Duration STILL = Duration.ofMinutes(2);

    private Settling() {}

    /** Waits behind a bar; false when nothing moved for two minutes though work is left. */
    static boolean await(Bridge bridge, PrintWriter out) {
        ProgressBar bar = new ProgressBar(out, "mapping and awarding");
        long[] most = {1};
        boolean settled = await(bridge.stores().figures(), Duration.ofMillis(100), figures -> {
            long left = left(figures);
            most[0] = Math.max(most[0], left);
            bar.show(most[0] - left, most[0]);
        });
        if (settled) {
            bar.end();
        }
        return settled;
    }

    /**
     * Waits; false when nothing moved for two minutes though work is left.
     *
     * @param between how long between two looks
     * @param watcher told what stands at each look, the last one too
     */
    public static boolean await(Figures figures, Duration between, Consumer<Snapshot> watcher) {
        long last = Long.MAX_VALUE;
        long movedAt = System.nanoTime();
        while (true) {
            Snapshot now = figures.read();
            watcher.accept(now);
            long left = left(now);
            if (left == 0) {
                return true;
            }
            if (left != last) {
                last = left;
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > STILL.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(between.toMillis()));
        }
    }

    private static long left(Snapshot figures) {
        return figures.waitingToMap()
                + figures.waitingToDecide()
                + figures.unsigned()
                + Snapshot.in(figures.deliveries(), "due")
                + Snapshot.in(figures.deliveries(), "sending")
                + Snapshot.in(figures.deliveries(), "unknown");
    }
}
