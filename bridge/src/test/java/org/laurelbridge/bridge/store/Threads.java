package org.laurelbridge.bridge.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for threads of a test, for a minute at most. */
public final class Threads {

    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

    private Threads() {}

    public static void join(Thread thread) {
        try {
            thread.join(MINUTE);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        if (thread.isAlive()) {
            throw new IllegalStateException(thread + " does not end");
        }
    }

    public static void await(CountDownLatch latch) {
        try {
            if (!latch.await(MINUTE, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counted down");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
