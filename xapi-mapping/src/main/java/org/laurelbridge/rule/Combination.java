package org.laurelbridge.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A condition made of conditions. Kleene's logic, with impossible as a false that stays. */
public sealed interface Combination extends Condition permits All, Any, AtLeast, None {

    /** Its truth, given how many of its parts have which. */
    Truth verdict(Tally tally);

    /** How many parts it takes to be met; 0 when it is met by what did not happen. */
    int needed();

    /** The view that its parts look through. */
    default View through(View view) {
        return view;
    }

    @Override
    default Timeline timeline(View view) {
        View through = through(view);
        return Timeline.merge(
                parts().stream().map(part -> part.timeline(through)).toList(), this::verdict);
    }

    @Override
    default Finding finding(View view, Instant moment) {
        View through = through(view);
        List<Finding> found =
                parts().stream().map(part -> part.finding(through, moment)).toList();
        Tally tally = new Tally();
        found.forEach(part -> tally.add(part.status().truth()));
        List<Finding> support = verdict(tally) == Truth.MET ? support(found) : List.of();
        return Finding.combined(this, status(tally, found, support), found, support);
    }

    private Status status(Tally tally, List<Finding> found, List<Finding> support) {
        return switch (verdict(tally)) {
            case MET -> new Status.Met(latest(support));
            case OPEN -> open(tally.count(Truth.MET), shownOf(), deadline(found, needed() - tally.count(Truth.MET)));
            case IMPOSSIBLE -> new Status.Impossible(null, impossible(found));
            case UNKNOWN -> new Status.Unknown(firstReason(found, Truth.UNKNOWN));
        };
    }

    private static Status open(int done, int of, @Nullable Instant deadline) {
        return new Status.Open(done, of, Phrase.of("open.parts", String.valueOf(done), String.valueOf(of)), deadline);
    }

    @Override
    default String subject() {
        return parts().stream().map(Condition::subject).collect(Collectors.joining(", "));
    }

    @Override
    default Phrase instruction() {
        return Phrase.of("do." + word(), new Phrase.Listed(parts()));
    }

    @Override
    default Set<String> activities() {
        return parts().stream().flatMap(part -> part.activities().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Why it cannot be met any more. */
    default Phrase impossible(List<Finding> found) {
        return firstReason(found, Truth.IMPOSSIBLE);
    }

    /** The parts met earliest, as many as it takes; of those met together the first in the rule. */
    private List<Finding> support(List<Finding> found) {
        return IntStream.range(0, found.size())
                .boxed()
                .filter(part -> found.get(part).status().truth() == Truth.MET)
                .sorted(Comparator.comparing(
                        part -> metAt(found.get(part)), Comparator.nullsFirst(Comparator.naturalOrder())))
                .limit(needed())
                .sorted()
                .map(found::get)
                .toList();
    }

    private static @Nullable Instant latest(List<Finding> support) {
        return support.stream()
                .map(Combination::metAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant metAt(Finding part) {
        return part.status() instanceof Status.Met met ? met.at() : null;
    }

    /** When so many parts have run out of time that those that are left are too few; null when that never comes. */
    private static @Nullable Instant deadline(List<Finding> found, int missing) {
        List<Instant> deadlines = new ArrayList<>();
        int endless = 0;
        for (Finding part : found) {
            if (part.status() instanceof Status.Open open && open.deadline() != null) {
                deadlines.add(open.deadline());
            } else if (part.status() instanceof Status.Open || part.status() instanceof Status.Unknown) {
                endless++;
            }
        }
        deadlines.sort(Comparator.naturalOrder());
        int place = deadlines.size() + endless - missing;
        return place >= 0 && place < deadlines.size() ? deadlines.get(place) : null;
    }

    private static Phrase firstReason(List<Finding> found, Truth truth) {
        for (Finding part : found) {
            if (part.status().truth() != truth) {
                continue;
            }
            if (part.status() instanceof Status.Impossible impossible) {
                return impossible.reason();
            }
            if (part.status() instanceof Status.Unknown unknown) {
                return unknown.reason();
            }
        }
        throw new IllegalStateException("no part is " + truth);
    }
}
