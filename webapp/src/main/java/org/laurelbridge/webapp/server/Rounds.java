package org.laurelbridge.webapp.server;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;

/** Does something again and again while the server runs. */
final class Rounds extends AbstractLifeCycle {
    private final Runnable round;
    private final Duration between;
    private @Nullable ScheduledExecutorService timer;

    /** @param round throws nothing */
    Rounds(Runnable round, Duration between) {
        this.round = round;
        this.between = between;
    }

    @Override
    protected void doStart() {
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "rounds");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(round, between.toMillis(), between.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() {
        Objects.requireNonNull(timer).shutdownNow();
    }
}
