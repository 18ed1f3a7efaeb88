package org.laurelbridge.bridge.verify.many;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.laurelbridge.bridge.fetch.Fetched.Trouble;
import org.laurelbridge.bridge.verify.Presented;
import org.laurelbridge.bridge.verify.report.Findings;
import org.laurelbridge.bridge.verify.report.Reason;
import org.laurelbridge.bridge.verify.report.Report;

/**
 * Verifies links, four at once whoever asks, each on its own: what goes wrong with one says nothing of another. All of them together are
 * bounded in time; what was not reached then is unchecked. Safe for many threads.
 */
public final class VerifyMany implements AutoCloseable {

    private static final int AT_ONCE = 4;
    private static final Duration WHOLE = Duration.ofMinutes(2);

    private final Function<Presented, Report> verifier;
    private final Duration whole;
    private final ExecutorService threads;

    /**
     * Two minutes for all of them.
     *
     * @param verifier {@code Verifier::verify}
     */
    public VerifyMany(Function<Presented, Report> verifier) {
        this(verifier, WHOLE);
    }

    VerifyMany(Function<Presented, Report> verifier, Duration whole) {
        this.verifier = verifier;
        this.whole = whole;
        this.threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "verify-many");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A row for each link, in their order. */
    public List<Row> verify(Links.Good links) throws InterruptedException {
        List<Callable<Report>> tasks = links.links().stream()
                .map(link -> (Callable<Report>) () -> verifier.apply(new Presented.Link(link)))
                .toList();
        List<Future<Report>> reports = threads.invokeAll(tasks, whole.toMillis(), TimeUnit.MILLISECONDS);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            rows.add(Row.of(links.links().get(i), report(reports.get(i))));
        }
        return rows;
    }

    private static Report report(Future<Report> future) throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException late) {
            return unchecked(Trouble.TIME);
        } catch (ExecutionException bug) {
            return unchecked(Trouble.BROKEN);
        }
    }

    private static Report unchecked(Trouble why) {
        Findings findings = new Findings();
        findings.add(Reason.LINK_FAILED, why);
        return findings.report();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
