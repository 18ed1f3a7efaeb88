package org.laurelbridge.bridge.award;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.laurelbridge.bridge.audit.Doer;
import org.laurelbridge.bridge.audit.Recorded;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.map.RuleDocuments.Anew;
import org.laurelbridge.rule.Badge;

/**
 * Decides badges anew over the whole history, on several threads. What is to be done stands in the queue: whenever it ends, by
 * {@link #stop} or by a crash, the next one goes on where it was.
 */
public final class Reevaluation implements Recorded<Reevaluation> {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Reevaluations queue;
    private final Awarder awarder;
    private final RuleBook rules;
    private final InstantSource clock;
    private volatile boolean stopped;

    public Reevaluation(Reevaluations queue, Awarder awarder, RuleBook rules, InstantSource clock) {
        this.queue = queue;
        this.awarder = awarder;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What was done so far.
     *
     * @param decided of {@code decisions}, each a person and a badge
     * @param nanos since it began
     */
    public record Progress(long decided, long decisions, long people, long facts, long nanos) {
        /** How many of something were done in a second. */
        public double perSecond(long amount) {
            return nanos == 0 ? 0 : amount * 1e9 / nanos;
        }
    }

    @Override
    public Reevaluation by(Doer doer) {
        return new Reevaluation(queue.by(doer), awarder, rules, clock);
    }

    /**
     * Leaves the reasons to decide.
     *
     * @param badges ids of badges in force; none for all
     * @return false when an earlier one is unfinished: nothing was left, {@link #run} finishes that one
     */
    public boolean begin(Collection<String> badges) {
        List<Badge> all = rules.current().badges();
        List<Anew> anew = all.stream()
                .filter(badge -> badges.isEmpty() || badges.contains(badge.id()))
                .map(badge -> new Anew(badge.id(), badge.activities(), badge.attestedSubjects()))
                .toList();
        return queue.begin(anew, clock.instant());
    }

    /**
     * Works until nothing is left, or it is stopped. What became due otherwise meanwhile is decided along with it.
     *
     * @param threads at least 1
     * @param watcher told now and then, and at the end
     */
    public Progress run(int threads, Consumer<Progress> watcher) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long decisions = queue.countLeft();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (int part = 0; part < threads; part++) {
                int own = part;
                parts.add(pool.submit(() -> work(own, threads)));
            }
            for (Future<?> part : parts) {
                while (!hasEnded(part)) {
                    watcher.accept(progress(decisions, start));
                }
            }
        } finally {
            stop();
            pool.shutdown();
            pool.awaitTermination(1, TimeUnit.MINUTES);
        }
        Progress done = progress(decisions, start);
        watcher.accept(done);
        return done;
    }

    /** Lets every round under way end, and no other begin. */
    public void stop() {
        stopped = true;
    }

    /** How many decisions are left. */
    public long left() {
        return queue.countLeft();
    }

    private void work(int part, int parts) {
        try {
            while (!stopped && (awarder.awardDue(part, parts) > 0 || isMoreToCome())) {
                Thread.onSpinWait();
            }
        } catch (RuntimeException failure) {
            stop();
            throw failure;
        }
    }

    /** Whether there is more, though the people of others stand before it in the queue. */
    private boolean isMoreToCome() {
        LockSupport.parkNanos(PAUSE);
        return queue.countLeft() > 0;
    }

    private static boolean hasEnded(Future<?> part) throws InterruptedException, ExecutionException {
        try {
            part.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillWorking) {
            return false;
        }
    }

    private Progress progress(long decisions, long start) {
        Awarder.Figures done = awarder.figures();
        return new Progress(done.decided(), decisions, done.people(), done.facts(), System.nanoTime() - start);
    }
}
