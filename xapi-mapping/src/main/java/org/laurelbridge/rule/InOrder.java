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
        for (Turn turn : turns) {
            Instant begun = begins;
            steps.add(new Timeline.Step(begun, waiting(turn.timeline().at(begun))));
            turn.timeline().steps().stream()
                    .filter(step -> step.from().isAfter(begun) && !turn.isOver(step.from()))
                    .forEach(step -> steps.add(new Timeline.Step(step.from(), waiting(step.truth()))));
            begins = turn.met() == null ? begun : turn.met();
        }
        if (turns.size() == parts.size() && turns.get(turns.size() - 1).met() != null) {
            steps.add(new Timeline.Step(begins, Truth.MET));
        }
        return Timeline.of(Truth.OPEN, steps);
    }

    private static Truth waiting(Truth truth) {
        return truth == Truth.MET ? Truth.OPEN : truth;
    }

    @Override
    public Finding finding(View view, Instant moment) {
        List<Turn> turns = turns(view, Instant.MIN, 0);
        List<Finding> found = new ArrayList<>();
        int over = 0;
        for (Turn turn : turns) {
            boolean isNext = over == found.size();
            boolean isOver = isNext && turn.isOver(moment);
            View seen = isNext ? turn.view() : view.notBefore(Instant.MAX);
            found.add(turn.part().finding(seen, isOver && turn.met() != null ? turn.met() : moment));
            over += isOver ? 1 : 0;
        }
        for (Condition later : parts.subList(turns.size(), parts.size())) {
            found.add(later.finding(view.notBefore(Instant.MAX), moment));
        }
        boolean whole = over == parts.size();
        return Finding.combined(
                this, whole ? met(turns) : waiting(over, found.get(over).status()), found, whole ? found : List.of());
    }

    private static Status met(List<Turn> turns) {
        Instant last = turns.get(turns.size() - 1).met();
        return new Status.Met(Instant.MIN.equals(last) ? null : last);
    }

    private Status waiting(int over, Status next) {
        if (next instanceof Status.Impossible impossible) {
            return new Status.Impossible(null, impossible.reason());
        }
        if (next instanceof Status.Unknown) {
            return next;
        }
        Phrase progress = Phrase.of("open.parts", String.valueOf(over), String.valueOf(parts.size()));
        return new Status.Open(over, parts.size(), progress, next instanceof Status.Open open ? open.deadline() : null);
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
