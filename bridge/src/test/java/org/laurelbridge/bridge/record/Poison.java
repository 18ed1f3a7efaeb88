package org.laurelbridge.bridge.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.listen.Receipt;
import org.laurelbridge.bridge.listen.Submission;
import org.laurelbridge.bridge.store.Threads;

/** A log that refuses whatever the source "poison" is part of; its first commit waits until the test says go on. */
record Poison(StatementLog log, CountDownLatch busy, CountDownLatch goOn) implements StatementLog {

    Poison(StatementLog log) {
        this(log, new CountDownLatch(1), new CountDownLatch(1));
    }

    @Override
    public List<Receipt> append(List<Submission> submissions, VoidRight right, Instant now) {
        busy.countDown();
        Threads.await(goOn);
        if (submissions.stream().anyMatch(submission -> submission.source().equals("poison"))) {
            throw new IllegalStateException("a packet that the server refuses");
        }
        return log.append(submissions, right, now);
    }

    @Override
    public Optional<Kept> find(@Nullable String source, UUID id) {
        return log.find(source, id);
    }

    @Override
    public Optional<Kept> findVoided(@Nullable String source, UUID id) {
        return log.findVoided(source, id);
    }

    @Override
    public Page list(@Nullable String source, Range range) {
        return log.list(source, range);
    }

    @Override
    public Instant consistentThrough(Instant now) {
        return log.consistentThrough(now);
    }

    @Override
    public List<Quarantined> listQuarantined(int limit) {
        return log.listQuarantined(limit);
    }
}
