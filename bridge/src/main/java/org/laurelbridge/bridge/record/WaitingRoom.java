package org.laurelbridge.bridge.record;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.laurelbridge.bridge.listen.Intake.IntakeUnavailable;

/** Submissions that wait for a commit. Bounded by their weight, commits under way included, so that memory stays flat. */
final class WaitingRoom {

    /** Statements in one commit, unless one submission alone has more. */
    private static final int GROUP_STATEMENTS = 1_000;
    /** Characters in one commit, unless one submission alone has more. */
    private static final long GROUP_WEIGHT = 4_000_000;

    private final long maximumWeight;
    private final long patienceNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition work = lock.newCondition();
    private final ArrayDeque<Ticket> waiting = new ArrayDeque<>();
    private long weight;
    private boolean closed;

    WaitingRoom(long maximumWeight, Duration patience) {
        this.maximumWeight = maximumWeight;
        this.patienceNanos = patience.toNanos();
    }

    /** Lets a submission in, or waits until there is room for it. */
    void enter(Ticket ticket) {
        lock.lock();
        try {
            waitForRoom(ticket);
            weight += ticket.weight();
            waiting.add(ticket);
            work.signal();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IntakeUnavailable("stopped while waiting for room", interrupted);
        } finally {
            lock.unlock();
        }
    }

    // one that is heavier than the whole room gets it for itself
    private void waitForRoom(Ticket ticket) throws InterruptedException {
        long left = patienceNanos;
        while (!closed && weight > 0 && weight + ticket.weight() > maximumWeight) {
            if (left <= 0) {
                throw new IntakeUnavailable("too much waits to be kept already", null);
            }
            left = room.awaitNanos(left);
        }
        if (closed) {
            throw new IntakeUnavailable("Laurel is stopping", null);
        }
    }

    /** Waits for submissions and takes as many as go into one commit; empty when closed and nothing waits any more. */
    List<Ticket> takeGroup() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                work.awaitUninterruptibly();
            }
            return group();
        } finally {
            lock.unlock();
        }
    }

    private List<Ticket> group() {
        List<Ticket> group = new ArrayList<>();
        int statements = 0;
        long characters = 0;
        for (Ticket next = waiting.peek(); next != null; next = waiting.peek()) {
            statements += next.statements();
            characters += next.weight();
            if (!group.isEmpty() && (statements > GROUP_STATEMENTS || characters > GROUP_WEIGHT)) {
                break;
            }
            group.add(waiting.remove());
        }
        return group;
    }

    /** A group was answered: its room is free. */
    void leave(List<Ticket> group) {
        lock.lock();
        try {
            weight -= group.stream().mapToLong(Ticket::weight).sum();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            room.signalAll();
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
