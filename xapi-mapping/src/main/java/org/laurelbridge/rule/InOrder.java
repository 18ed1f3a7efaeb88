package org.laurelbridge.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One after the other: each part is looked for from the moment on at which the one before it became true, so that doing the second
 * before the first, and again after it, is in order. Once the last part became true, it is met and stays so.
 */
public record InOrder(List<Condition> parts) implements Condition {

    public InOrder {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("inOrder needs at least one part");
        }
    }

    /**
     * A part whose turn it is from a moment on.
     *
     * @param met the first moment from then on at which it is met; null when there is none, and nobody's turn comes after it
     */
    private record Turn(
            Condition part,
            View view,
            Timeline timeline,
            @Nullable Instant met) {
        boolean isOver(Instant moment) {
            return met != null && !met.isAfter(moment);
        }
    }

    private List<Turn> turns(View view, Instant begins, int part) {
        View from = view.notBefore(begins);
        Timeline timeline = parts.get(part).timeline(from);
        Instant met = timeline.firstMetFrom(begins);
        List<Turn> turns = new ArrayList<>();
        turns.add(new Turn(parts.get(part), from, timeline, met));
        if (met != null && part + 1 < parts.size()) {
            turns.addAll(turns(view, met, part + 1));
        }
        return turns;
    }

    @Override
    public Timeline timeline(View view) {
        List<Timeline.Step> steps = new ArrayList<>();
        Instant begins = Instant.MIN;
        List<Turn> turns = turns(view, begins, 0);
        List<Timeline> later = parts.subList(1, parts.size()).stream()
                .map(part -> part.timeline(beforeItsTurn(view)))
                .toList();
        for (Turn turn : turns) {
            Instant begun = begins;
            List<Timeline> left = new ArrayList<>(later);
            left.add(turn.timeline());
            Timeline waiting = Timeline.merge(left, InOrder::waiting);
            steps.add(new Timeline.Step(begun, waiting.at(begun)));
            waiting.steps().stream()
                    .filter(step -> step.from().isAfter(begun) && !turn.isOver(step.from()))
                    .forEach(steps::add);
            begins = turn.met() == null ? begun : turn.met();
            later = later.isEmpty() ? later : later.subList(1, later.size());
        }
        if (turns.size() == parts.size() && turns.get(turns.size() - 1).met() != null) {
            steps.add(new Timeline.Step(begins, Truth.MET));
        }
        return Timeline.of(Truth.OPEN, steps);
    }

    /** Nothing counts yet, but its time can run out. */
    private static View beforeItsTurn(View view) {
        return view.notBefore(Instant.MAX);
    }

    /** Of the part whose turn it is, and those after it. */
    private static Truth waiting(Tally left) {
        if (left.count(Truth.IMPOSSIBLE) > 0) {
            return Truth.IMPOSSIBLE;
        }
        return left.count(Truth.UNKNOWN) > 0 ? Truth.UNKNOWN : Truth.OPEN;
    }

    @Override
    public Finding finding(View view, Instant moment) {
        List<Turn> turns = turns(view, Instant.MIN, 0);
        List<Finding> found = new ArrayList<>();
        int over = 0;
        for (Turn turn : turns) {
            boolean isNext = over == found.size();
            boolean isOver = isNext && turn.isOver(moment);
            View seen = isNext ? turn.view() : beforeItsTurn(view);
            found.add(turn.part().finding(seen, isOver && turn.met() != null ? turn.met() : moment));
            over += isOver ? 1 : 0;
        }
        for (Condition later : parts.subList(turns.size(), parts.size())) {
            found.add(later.finding(beforeItsTurn(view), moment));
        }
        boolean whole = over == parts.size();
        Status status = whole ? met(turns) : waiting(over, found.subList(over, found.size()));
        return Finding.combined(this, status, found, whole ? found : List.of());
    }

    private static Status met(List<Turn> turns) {
        Instant last = turns.get(turns.size() - 1).met();
        return new Status.Met(Instant.MIN.equals(last) ? null : last);
    }

    /** @param left the part whose turn it is, and those after it */
    private Status waiting(int over, List<Finding> left) {
        Instant deadline = null;
        Status unknown = null;
        for (Finding part : left) {
            if (part.status() instanceof Status.Impossible impossible) {
                return new Status.Impossible(null, impossible.reason());
            }
            if (part.status() instanceof Status.Unknown && unknown == null) {
                unknown = part.status();
            }
            if (part.status() instanceof Status.Open open && open.deadline() != null) {
                deadline = deadline == null || open.deadline().isBefore(deadline) ? open.deadline() : deadline;
            }
        }
        Phrase progress = Phrase.of("open.parts", String.valueOf(over), String.valueOf(parts.size()));
        return unknown == null ? new Status.Open(over, parts.size(), progress, deadline) : unknown;
    }

    @Override
    public String word() {
        return "inOrder";
    }

    @Override
    public String subject() {
        return parts.stream().map(Condition::subject).collect(Collectors.joining(", "));
    }

    @Override
    public Phrase instruction() {
        return Phrase.of("do.inOrder", new Phrase.Listed(parts));
    }

    @Override
    public Set<String> activities() {
        return parts.stream().flatMap(part -> part.activities().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
