package org.laurelbridge.webapp.learner;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.award.Happenings;
import org.laurelbridge.bridge.record.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages of learners that are open at this node. One timer looks after all of them: each second it asks the database once what
 * happened to whom, so that it does not matter which node made it happen.
 */
public final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final int MOST = 2_000;
    private static final int MOST_OF_ONE = 6;
    private static final long LOOKING_MILLIS = 1_000;

    private final Happenings happenings;
    private final InstantSource clock;
    private final Set<Listener> open = new HashSet<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "listeners");
        thread.setDaemon(true);
        return thread;
    });

    public Listeners(Happenings happenings, InstantSource clock) {
        this.happenings = happenings;
        this.clock = clock;
    }

    void start() {
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(
                this::lookWithoutFail, LOOKING_MILLIS, LOOKING_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whether another page of this learner is taken. */
    synchronized boolean hasRoom(PersonId person) {
        return open.size() < MOST
                && open.stream().filter(one -> one.person().equals(person)).count() < MOST_OF_ONE;
    }

    /** The number that moves when something happens to a learner's awards. */
    long number(PersonId person) {
        return happenings.count(List.of(person)).getOrDefault(person, 0L);
    }

    Instant now() {
        return clock.instant();
    }

    synchronized void add(Listener listener) {
        open.add(listener);
    }

    /** Forgets a page that is gone. */
    synchronized void remove(Listener listener) {
        open.remove(listener);
    }

    private synchronized Set<Listener> all() {
        return Set.copyOf(open);
    }

    private void lookWithoutFail() {
        try {
            look();
        } catch (RuntimeException failure) { // the database is away: the next round asks again
            LOG.warn("pages of learners were not told: {}", failure.getMessage());
        }
    }

    /** One round. */
    void look() {
        Set<Listener> all = all();
        if (all.isEmpty()) {
            return;
        }
        Map<PersonId, Long> numbers =
                happenings.count(all.stream().map(Listener::person).collect(Collectors.toSet()));
        for (Listener listener : all) {
            if (!goesOn(listener, numbers.getOrDefault(listener.person(), 0L))) {
                remove(listener);
                end(listener);
            }
        }
    }

    private boolean goesOn(Listener listener, long number) {
        try {
            return listener.look(number, clock.instant());
        } catch (IOException | IllegalStateException gone) { // the page was closed
            return false;
        }
    }

    private static void end(Listener listener) {
        try {
            listener.end();
        } catch (IllegalStateException over) { // the server ended it before
            LOG.debug("a page of a learner was gone");
        }
    }

    /** Ends all of them. */
    void stop() {
        timer.shutdownNow();
        all().forEach(Listeners::end);
    }
}
