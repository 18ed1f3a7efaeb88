package org.laurelbridge.rule;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The timeline of a gauge: facts are poured in in the order in which they count, and leave in that order. Used once. */
final class Flow {
    private final Gauge gauge;
    private final @Nullable Instant closes;
    private final Truth first;
    private final List<Timeline.Step> steps = new ArrayList<>();
    private final Deque<Instant> leaving = new ArrayDeque<>();
    private boolean closed;

    /** @param closes from when on nothing can become true any more; null for never */
    Flow(Gauge gauge, @Nullable Instant closes) {
        this.gauge = gauge;
        this.closes = closes;
        this.first = gauge.truth();
    }

    void add(View.Seen seen) {
        passTo(seen.from());
        gauge.add(seen.fact());
        if (seen.leaves() != null) {
            leaving.add(seen.leaves());
        }
        step(seen.from());
    }

    Timeline timeline() {
        passTo(Instant.MAX);
        return Timeline.of(first, steps);
    }

    /** What happens by itself until then, in order. */
    private void passTo(Instant moment) {
        while (!leaving.isEmpty() && !leaving.peek().isAfter(moment)) {
            Instant gone = leaving.remove();
            closeBy(gone);
            gauge.removeFirst();
            step(gone);
        }
        closeBy(moment);
    }

    private void closeBy(Instant moment) {
        if (!closed && closes != null && !closes.isAfter(moment)) {
            closed = true;
            step(closes);
        }
    }

    private void step(Instant moment) {
        Truth truth = gauge.truth();
        steps.add(new Timeline.Step(moment, closed && truth != Truth.MET ? Truth.IMPOSSIBLE : truth));
    }
}
