package org.laurelbridge.bridge.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.plan.Interrupted;
import org.laurelbridge.bridge.award.plan.Progress;
import org.laurelbridge.bridge.run.Run.Asked;
import org.laurelbridge.bridge.run.Run.State;
import org.laurelbridge.bridge.run.Runs.Found;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what takes longer than a page may: a few at once, some more wait, of each account two at most; and nobody has two trials of their
 * own running.
 */
public final class Runner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int AT_ONCE = 2;
    private static final int WAITING = 8;
    private static final int WAITING_OF_ONE = 2;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration ENDING = Duration.ofSeconds(10);
    private static final Duration ALIVE = Duration.ofSeconds(30);

    private final Runs runs;
    private final InstantSource clock;
    private final Map<UUID, Under> underWay = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> daemon(work, "run"));
    private final ScheduledExecutorService beating =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "runs-alive"));

    public Runner(Runs runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
        pool.allowCoreThreadTimeOut(true);
        ScheduledFuture<?> unused = beating.scheduleWithFixedDelay(
                this::beatSafely, ALIVE.toSeconds(), ALIVE.toSeconds(), TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** What is done. */
    @FunctionalInterface
    public interface Task {
        /**
         * Does it.
         *
         * @throws Interrupted when this thread is
         */
        Ended run(Progress progress);
    }

    /** What came of it. */
    public record Ended(String outcome, List<Found> found) {
        public Ended {
            found = List.copyOf(found);
        }
    }

    /** @param turn whether it has come */
    private record Under(Asked asked, AtomicBoolean turn, Future<?> end) {
        boolean isWaitingOf(UUID account) {
            return asked.account().equals(account) && !turn.get() && !end.isDone();
        }
    }

    /** What became of a wish for a run. */
    public sealed interface Begun {
        /** It runs, or waits for its turn. */
        record Going(UUID id) implements Begun {}

        /** Too many wait already; nothing was begun. */
        record Full() implements Begun {}

        /** Too many of the same account wait already; nothing was begun. */
        record Enough() implements Begun {}

        /** The id of the run; empty when nothing was begun. */
        default Optional<UUID> run() {
            return this instanceof Going going ? Optional.of(going.id()) : Optional.empty();
        }
    }

    /** Begins. A trial that the same account has under way is stopped. */
    public synchronized Begun begin(Asked asked, Task task) {
        if (asked.kind() == Run.Kind.TRIAL) {
            stopTrials(asked.account());
        }
        underWay.values().removeIf(one -> one.end().isDone());
        if (underWay.values().stream()
                        .filter(one -> one.isWaitingOf(asked.account()))
                        .count()
                >= WAITING_OF_ONE) {
            return new Begun.Enough();
        }
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        runs.begin(id, asked, now, now.minus(KEPT));
        AtomicBoolean turn = new AtomicBoolean();
        try {
            Future<?> end = pool.submit(() -> {
                turn.set(true);
                work(id, task);
            });
            underWay.put(id, new Under(asked, turn, end));
            return new Begun.Going(id);
        } catch (RejectedExecutionException full) {
            runs.end(id, State.STOPPED, null, List.of(), now);
            return new Begun.Full();
        }
    }

    /** Says that what runs here, and what waits here for its turn, is not lost; and lets what is old be forgotten. */
    public void beat() {
        runs.forget(clock.instant().minus(KEPT));
        List<UUID> alive = underWay.entrySet().stream()
                .filter(one -> !one.getValue().end().isDone())
                .map(Map.Entry::getKey)
                .toList();
        if (!alive.isEmpty()) {
            runs.alive(alive, clock.instant());
        }
    }

    /** Whatever it threw would end it for good. */
    private void beatSafely() {
        try {
            beat();
        } catch (RuntimeException failure) {
            LOG.warn("that runs are under way could not be written", failure);
        }
    }

    private void stopTrials(UUID account) {
        underWay.forEach((id, one) -> {
            boolean isTheirs =
                    one.asked().account().equals(account) && one.asked().kind() == Run.Kind.TRIAL;
            if (isTheirs && !one.end().isDone()) {
                runs.end(id, State.STOPPED, null, List.of(), clock.instant());
                one.end().cancel(true);
                // one that has not begun would take up a place until its turn
                pool.purge();
            }
        });
    }

    /** Waits for the end of a run of this node, at most so long; false when it is not there yet. */
    public boolean await(UUID id, Duration most) {
        Under one = underWay.get(id);
        if (one == null) {
            return true;
        }
        try {
            one.end().get(most.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (CancellationException stopped) {
            return true;
        } catch (TimeoutException later) {
            return false;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void work(UUID id, Task task) {
        try {
            Ended ended = task.run(new Telling(id));
            runs.end(id, State.DONE, ended.outcome(), ended.found(), clock.instant());
        } catch (Interrupted stopped) {
            // the pool's own thread goes on with what comes next, and this still has to be written
            Thread.interrupted();
            runs.end(id, State.STOPPED, null, List.of(), clock.instant());
        } catch (RuntimeException failure) {
            // whatever it was waiting for when it was stopped, such as a connection, fails
            boolean isStopped = Thread.interrupted();
            if (!isStopped) {
                LOG.warn("run {} failed", id, failure);
            }
            runs.end(id, isStopped ? State.STOPPED : State.FAILED, null, List.of(), clock.instant());
        }
    }

    /** Writes now and then how far it is. */
    private final class Telling implements Progress {
        private final UUID id;
        private @Nullable Instant told;

        Telling(UUID id) {
            this.id = id;
            runs.tell(id, 0, 0, clock.instant());
        }

        @Override
        public void at(String what, long done, long whole) {
            Instant now = clock.instant();
            if (told == null || !now.isBefore(told.plus(BETWEEN))) {
                told = now;
                runs.tell(id, (int) Math.min(done, Integer.MAX_VALUE), (int) Math.min(whole, Integer.MAX_VALUE), now);
            }
        }
    }

    /** Stops what is under way; nothing of it was changed. */
    @Override
    public void close() {
        beating.shutdownNow();
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a run did not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
