package org.laurelbridge.bridge.record;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.listen.Intake;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps submissions, many in one commit: while one commit is under way, those who come wait for the next and share it. Callers
 * block until theirs is durable.
 */
public final class Recorder implements Intake, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    /** Characters of statements that may wait or be under way. */
    private static final long ROOM = 16_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long QUIET_NANOS = Duration.ofMillis(5).toNanos();
    private static final long LONGEST_BURST_NANOS = Duration.ofMillis(200).toNanos();

    private final StatementLog log;
    private final StatementLog.VoidRight right;
    private final InstantSource clock;
    private final WaitingRoom waiting = new WaitingRoom(ROOM, PATIENCE);
    private final List<Thread> committers;
    private volatile long lastCame = System.nanoTime() - QUIET_NANOS;

    /** @param committers how many commits may be under way at once */
    public Recorder(StatementLog log, StatementLog.VoidRight right, InstantSource clock, int committers) {
        this.log = log;
        this.right = right;
        this.clock = clock;
        this.committers = IntStream.rangeClosed(1, committers)
                .mapToObj(number -> new Thread(this::commitAll, "laurel-record-" + number))
                .toList();
        this.committers.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    @Override
    public Receipt accept(Submission submission) {
        Ticket ticket = new Ticket(submission);
        lastCame = System.nanoTime();
        waiting.enter(ticket);
        return ticket.await();
    }

    /**
     * Returns when nothing came for a moment, or after a fifth of a second all the same: who sends waits for the answer, so the
     * stages behind let a burst go first.
     */
    public void giveWay() {
        long start = System.nanoTime();
        for (long now = start;
                now - lastCame < QUIET_NANOS && now - start < LONGEST_BURST_NANOS && !Thread.interrupted();
                now = System.nanoTime()) {
            LockSupport.parkNanos(this, QUIET_NANOS - (now - lastCame));
        }
    }

    /** Takes nothing more, and returns when all that waited is answered. */
    @Override
    public void close() {
        waiting.close();
        for (Thread committer : committers) {
            try {
                committer.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void commitAll() {
        for (List<Ticket> group = waiting.takeGroup(); !group.isEmpty(); group = waiting.takeGroup()) {
            try {
                commit(group);
            } finally {
                waiting.leave(group);
            }
        }
    }

    // whatever happens, everybody gets an answer and the thread lives on
    private void commit(List<Ticket> group) {
        try {
            List<Receipt> receipts =
                    log.append(group.stream().map(Ticket::submission).toList(), right, clock.instant());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer(receipts.get(i));
            }
        } catch (StatementLog.Unavailable away) {
            group.forEach(ticket -> ticket.refuse(away));
        } catch (Throwable failure) {
            commitEachAlone(group, failure);
        }
    }

    // one that the database refuses must not take the others with it
    private void commitEachAlone(List<Ticket> group, Throwable failure) {
        if (group.size() > 1) {
            group.forEach(ticket -> commit(List.of(ticket)));
            return;
        }
        Ticket ticket = group.get(0);
        LOG.error(
                "{} statements of {} cannot be kept",
                ticket.statements(),
                ticket.submission().source(),
                failure);
        ticket.refuse(failure);
    }
}
