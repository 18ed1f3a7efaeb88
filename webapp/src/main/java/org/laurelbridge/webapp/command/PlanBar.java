package org.laurelbridge.webapp.command;

import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.award.plan.Progress;

/** A bar for each thing that takes more than a second. */
final class PlanBar implements Progress {
    private static final long WORTH_A_BAR = Duration.ofSeconds(1).toNanos();

    private final PrintWriter out;
    private String under = "";
    private long since;
    private @Nullable ProgressBar bar;

    PlanBar(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void at(String what, long done, long whole) {
        if (!what.equals(under)) {
            under = what;
            since = System.nanoTime();
            bar = null;
        }
        if (bar == null && done < whole && System.nanoTime() - since > WORTH_A_BAR) {
            bar = new ProgressBar(out, what);
        }
        if (bar != null) {
            show(bar, done, whole);
        }
    }

    private static void show(ProgressBar bar, long done, long whole) {
        if (done < whole) {
            bar.show(done, whole);
        } else {
            bar.end();
        }
    }
}
