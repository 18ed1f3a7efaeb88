package org.laurelbridge.webapp.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks at a steady rate, whether answers have come or not: a time counts from when its request was due. */
final class SteadyLoad {
    static final int CONNECTIONS = 16;

    private final int aSecond;
    private final int seconds;

    SteadyLoad(int aSecond, int seconds) {
        this.aSecond = aSecond;
        this.seconds = seconds;
    }

    /** One address after the other. */
    Load.Measured run(List<URI> addresses) throws InterruptedException, ExecutionException {
        return run(number -> {
            read(addresses.get(number % addresses.size()));
            return 0;
        });
    }

    /** What is done each time. */
    interface Once {
        /**
         * Does it.
         *
         * @param number counts from 0
         * @return nanoseconds of the asker's own work, which do not count
         */
        long run(int number) throws IOException;
    }

    Load.Measured run(Once once) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long start = System.nanoTime();
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < aSecond * seconds; i++) {
                long due = start + i * TimeUnit.SECONDS.toNanos(1) / aSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                int number = i;
                running.add(pool.submit(() -> {
                    long own = once.run(number);
                    return System.nanoTime() - due - own;
                }));
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<Long> one : running) {
                nanos.add(one.get());
            }
            return new Load.Measured(nanos.size() / ((System.nanoTime() - start) / 1e9), nanos);
        } finally {
            pool.shutdownNow();
        }
    }

    /** How many bytes stand there. */
    static int read(URI address) throws IOException {
        HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
        if (request.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new LaurelCommand.NotDone(address + " answered " + request.getResponseCode());
        }
        try (InputStream in = request.getInputStream()) {
            return in.readAllBytes().length;
        }
    }
}
