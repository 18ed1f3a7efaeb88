package org.laurelbridge.webapp.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does one thing again and again from several threads for a while, and measures it. */
final class Load {
    private Load() {}

    /**
     * What was measured.
     *
     * @param perSecond how often it was done, all threads together
     * @param nanos how long each took; sorted here
     */
    record Measured(double perSecond, List<Long> nanos) {
        public Measured {
            nanos = nanos.stream().sorted().toList();
        }

        /** The time that this share (0 to 1) of all took at most, in milliseconds. */
        double millis(double share) {
            int place = Math.min(nanos.size() - 1, (int) (share * nanos.size()));
            return nanos.isEmpty() ? 0 : nanos.get(place) / 1e6;
        }
    }

    static Measured run(int threads, int seconds, Callable<?> once) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long start = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> times(end, once)));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> one : running) {
                all.addAll(one.get());
            }
            return new Measured(all.size() / ((System.nanoTime() - start) / 1e9), all);
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Long> times(long end, Callable<?> once) throws Exception {
        List<Long> times = new ArrayList<>();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            once.call();
            times.add(System.nanoTime() - start);
        }
        return times;
    }
}
