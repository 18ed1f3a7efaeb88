package org.laurelbridge.bridge.deliver;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.laurelbridge.bridge.deliver.Outbox.Claim;

/**
 * What became of claims. While the database does not take it, nobody else can know it: it is kept and told again, since the delivery
 * would otherwise wait until its claim runs out. For many threads.
 */
final class Reports {

    private final Queue<Report> untold = new ConcurrentLinkedQueue<>();

    private record Report(Claim claim, Runnable write) {}

    /** Writes it down; what cannot be written now is kept, and its failure thrown. */
    void tell(Claim claim, Runnable write) {
        try {
            write.run();
        } catch (RuntimeException failure) {
            keep(claim, write);
            throw failure;
        }
    }

    /** For the next round. */
    void keep(Claim claim, Runnable write) {
        untold.add(new Report(claim, write));
    }

    /**
     * Writes down what is kept, up to the first that cannot be written now either: its failure was told before, and must not keep
     * other deliveries waiting. It comes last next time, and is forgotten when its claim has run out.
     */
    void tellAgain(Instant now) {
        for (Report report = untold.poll(); report != null; report = untold.poll()) {
            if (!report.claim().until().isAfter(now)) {
                continue;
            }
            try {
                report.write().run();
            } catch (RuntimeException again) {
                untold.add(report);
                return;
            }
        }
    }
}
