package org.laurelbridge.webapp.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.laurelbridge.bridge.Bridge;
import org.laurelbridge.bridge.health.Figures;

/** Waits until nothing is under way any more: all is mapped, decided, signed, and delivered or stuck. */
final class Settling {
    private static final Duration STILL = Duration.ofMinutes(2);

    private Settling() {}

    /** Waits; false when nothing moved for two minutes though work is left. */
    static boolean await(Bridge bridge, PrintWriter out) {
        ProgressBar bar = new ProgressBar(out, "mapping and awarding");
        long most = 1;
        long last = Long.MAX_VALUE;
        long movedAt = System.nanoTime();
        while (true) {
            long left = left(bridge.stores().figures().read());
            most = Math.max(most, left);
            bar.show(most - left, most);
            if (left == 0) {
                bar.end();
                return true;
            }
            if (left != last) {
                last = left;
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > STILL.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static long left(Figures.Snapshot figures) {
        return figures.waitingToMap()
                + figures.waitingToDecide()
                + figures.unsigned()
                + Figures.Snapshot.in(figures.deliveries(), "due")
                + Figures.Snapshot.in(figures.deliveries(), "sending")
                + Figures.Snapshot.in(figures.deliveries(), "unknown");
    }
}
