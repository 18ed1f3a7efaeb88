package org.laurelbridge.bridge.award.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** Threads that share the parts of some work. */
final class Crew {
    /** More would only wait for the database. */
    private static final int MOST = 4;

    private final int threads;

    Crew() {
        this.threads = Math.min(MOST, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Does all parts.
     *
     * @param done told after each part how many there are so far
     * @return what became of each, in order
     * @throws Interrupted when the calling thread was interrupted; then what is not begun is left
     */
    <T> List<T> work(int parts, IntFunction<T> work, IntConsumer done) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < parts; i++) {
                int part = i;
                running.add(pool.submit(() -> work.apply(part)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
                done.accept(results.size());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        } finally {
            pool.shutdownNow();
        }
    }
}
