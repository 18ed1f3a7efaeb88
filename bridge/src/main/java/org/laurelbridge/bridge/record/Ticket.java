package org.laurelbridge.bridge.record;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Candidate;
import org.laurelbridge.bridge.listen.Intake.IntakeUnavailable;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.listen.Unreadable;

/** A submission that waits for its commit, and the caller who waits with it. */
final class Ticket {

    private final Submission submission;
    private final int statements;
    private final long weight;
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile @Nullable Receipt receipt;
    private volatile @Nullable Throwable failure;

    Ticket(Submission submission) {
        this.submission = submission;
        this.statements =
                submission.candidates().size() + submission.unreadable().size();
        this.weight = submission.candidates().stream()
                        .map(Candidate::raw)
                        .mapToLong(String::length)
                        .sum()
                + submission.unreadable().stream()
                        .map(Unreadable::raw)
                        .mapToLong(String::length)
                        .sum();
    }

    Submission submission() {
        return submission;
    }

    int statements() {
        return statements;
    }

    /** Characters of its statements: what it holds of the memory, roughly. */
    long weight() {
        return weight;
    }

    void answer(Receipt given) {
        receipt = given;
        answered.countDown();
    }

    void refuse(Throwable why) {
        failure = why;
        answered.countDown();
    }

    /** Waits for the commit. */
    Receipt await() {
        try {
            answered.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IntakeUnavailable("stopped while waiting for the commit", interrupted);
        }
        Receipt given = receipt;
        if (given == null) {
            throw new IntakeUnavailable("the statements could not be kept", failure);
        }
        return given;
    }
}
