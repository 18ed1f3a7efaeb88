package org.laurelbridge.decide;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Cycle;
import org.laurelbridge.rule.Timeline;
import org.laurelbridge.rule.View;
import org.laurelbridge.rule.Views;

/**
 * A rule through one view of a history.
 *
 * @param moments at which it may be earned, past and to come, in order: those of facts, and of what ends by itself (S5)
 * @param earned the first of them, no later than now, at which it is met; null when it is not
 */
record Prospect(
        View view,
        Timeline timeline,
        List<Instant> moments,
        @Nullable Instant earned) {

    /** Of all views the one in which it was earned first; where it was in none, the one with the newest fact. */
    static Prospect best(List<Prospect> prospects) {
        Prospect best = prospects.get(0);
        for (Prospect prospect : prospects) {
            boolean sooner = prospect.earned != null && (best.earned == null || prospect.earned.isBefore(best.earned));
            best = sooner ? prospect : best;
        }
        return best;
    }

    static List<Prospect> of(Cycle cycle, View seen, Instant now) {
        return Views.of(cycle.rule(), seen).stream()
                .map(view -> of(view, cycle, now))
                .toList();
    }

    private static Prospect of(View view, Cycle cycle, Instant now) {
        Condition rule = cycle.rule();
        Timeline timeline = rule.timeline(view);
        List<Instant> moments = Stream.of(view.times(), rule.turns(view), cycle.bounds())
                .flatMap(all -> all)
                .distinct()
                .sorted()
                .toList();
        Instant earned = timeline.firstMet(moments.stream()
                .filter(moment -> !moment.isAfter(now) && cycle.isOpenAt(moment))
                .toList());
        return new Prospect(view, timeline, moments, earned);
    }

    /** The next moment at which the answer may change though nothing new is heard; null when there is none. */
    @Nullable
    Instant next(Instant now) {
        return Stream.concat(
                        moments.stream().filter(now::isBefore).findFirst().stream(),
                        Stream.ofNullable(timeline.nextAfter(now)))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
