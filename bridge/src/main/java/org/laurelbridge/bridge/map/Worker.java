package org.laurelbridge.bridge.map;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does rounds of work while there is some, and else waits: until it is nudged, or for a while, since work also comes
 * from other nodes and with time. A round that fails is told once and tried again, ever more slowly.
 */
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long LONGEST_PAUSE = Duration.ofSeconds(30).toMillis();

    private final String name;
    private final IntSupplier round;
    private final Runnable next;
    private final long idleMillis;
    private final Semaphore nudges = new Semaphore(0);
    private final Semaphore stop = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean failing;

    /**
     * Starts it.
     *
     * @param round does a little and returns how much; 0 for nothing
     * @param next told after a round that did something, as the nudge of the next stage
     * @param idle how long it waits when there is nothing
     */
    public Worker(String name, IntSupplier round, Runnable next, Duration idle) {
        this.name = name;
        this.round = round;
        this.next = next;
        this.idleMillis = idle.toMillis();
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** There may be work. Never blocks. */
    public void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    /** Whether its last round failed. */
    public boolean isFailing() {
        return failing;
    }

    /** Returns when the round under way has ended. */
    @Override
    public void close() {
        closed = true;
        stop.release();
        nudge();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long pause = idleMillis;
        while (!closed) {
            int done = round();
            pause = done < 0 ? Math.min(LONGEST_PAUSE, pause * 2) : idleMillis;
            if (done > 0) {
                next.run();
            } else {
                await(done < 0 ? stop : nudges, pause);
            }
        }
    }

    /** Negative when it failed. */
    private int round() {
        try {
            int done = round.getAsInt();
            if (failing) {
                LOG.info("{} works again", name);
            }
            failing = false;
            return done;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.error("{} failed and tries again", name, failure);
            }
            failing = true;
            return -1;
        }
    }

    // while it fails, a nudge is no reason to try sooner
    private void await(Semaphore awaited, long millis) {
        try {
            if (awaited.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                awaited.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            closed = true;
        }
    }
}
