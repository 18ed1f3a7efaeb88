package org.laurelbridge.bridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntSupplier;
import org.laurelbridge.bridge.map.Worker;

/** The workers of a bridge. A round that did something nudges all others: whoever has nothing to do sees so at once. */
final class Workers implements AutoCloseable {
    /** Read rosters, and what can be chosen of courses: there is nothing to do when another worker did something. */
    static final String ROSTERS = "rosters";

    private final Map<String, Worker> byName = new ConcurrentSkipListMap<>();

    void start(String name, IntSupplier round, Duration idle) {
        byName.put(name, new Worker(name, round, () -> nudgeOthers(name), idle));
    }

    /** Returns when the round under way has ended; nothing happens when there is no such worker. */
    void end(String name) {
        Worker worker = byName.remove(name);
        if (worker != null) {
            worker.close();
        }
    }

    void nudge(String name) {
        Worker worker = byName.get(name);
        if (worker != null) {
            worker.nudge();
        }
    }

    private void nudgeOthers(String name) {
        byName.forEach((other, worker) -> {
            if (!other.equals(name)
                    && !other.startsWith(ROSTERS)
                    && !other.equals("connections")
                    && !other.startsWith("pull-")) {
                worker.nudge();
            }
        });
    }

    List<String> failing() {
        List<String> failing = new ArrayList<>();
        byName.forEach((name, worker) -> {
            if (worker.isFailing()) {
                failing.add(name);
            }
        });
        return failing;
    }

    @Override
    public void close() {
        byName.values().forEach(Worker::close);
    }
}
