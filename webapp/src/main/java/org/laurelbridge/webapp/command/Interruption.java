package org.laurelbridge.webapp.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While it is open, Ctrl-C asks for an end and lets the command come to it, instead of ending it anywhere. */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    Interruption(Runnable stop) {
        hook = new Thread(() -> {
            stop.run();
            await();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            // it is the hook that waits for this
        }
    }
}
