package org.laurelbridge.decide;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.rule.Combination;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.None;
import org.laurelbridge.rule.Phrase;
import org.laurelbridge.rule.Status;
import org.laurelbridge.rule.Truth;

/**
 * What lies between a learner and a badge, in a line: the shortest way that is left, as {@code 2 of 3} and {@code Lab 4}.
 *
 * @param done how many steps of that way are done; of a single condition its own steps
 * @param of out of how many; 0 where there is no way any more
 * @param progress how it stands, in words
 * @param next what is missing, those first of which the least is missing; empty when only time is
 * @param deadline after this moment it is too late; null for never
 */
public record Ahead(
        int done,
        int of,
        String progress,
        List<String> next,
        @Nullable Instant deadline) {
    private static final String NOT_YET = "open.notYet";

    public Ahead {
        next = List.copyOf(next);
    }

    /** Of one condition or of many, in these words. */
    public static Ahead of(Decision decision, Wording wording) {
        Status status = decision.status();
        Way way = way(decision.explanation().tree()).orElse(Way.NONE);
        if (!(status instanceof Status.Open open)) {
            boolean isOver = status.truth() == Truth.IMPOSSIBLE;
            return new Ahead(way.done, isOver ? 0 : way.of(), said(status, wording), next(way, wording), null);
        }
        if (way.of() > 1 && !decision.settles()) {
            return new Ahead(way.done, way.of(), parts(way, wording), next(way, wording), open.deadline());
        }
        return new Ahead(
                open.done(), open.of(), wording.of(open.progress()), names(way.missing, wording), open.deadline());
    }

    private static String parts(Way way, Wording wording) {
        return wording.of(Phrase.of("open.parts", String.valueOf(way.done), String.valueOf(way.of())));
    }

    private static String said(Status status, Wording wording) {
        if (status instanceof Status.Impossible impossible) {
            return wording.of(Phrase.of("state.impossible", impossible.reason()));
        }
        return status instanceof Status.Unknown unknown
                ? wording.of(Phrase.of("state.unknown", unknown.reason()))
                : wording.of(Phrase.of("state.met"));
    }

    private static List<String> names(List<Finding> missing, Wording wording) {
        return missing.stream()
                .map(one -> wording.of(name(one.condition())))
                .distinct()
                .toList();
    }

    /** With how far each is, where it has begun. */
    private static List<String> next(Way way, Wording wording) {
        return way.missing.stream()
                .map(Ahead::step)
                .map(wording::of)
                .distinct()
                .toList();
    }

    private static Phrase step(Finding finding) {
        Phrase name = name(finding.condition());
        boolean isBegun = finding.status() instanceof Status.Open open
                && !finding.facts().isEmpty()
                && !open.progress().key().equals(NOT_YET);
        return isBegun ? Phrase.of("do.narrowed", name, ((Status.Open) finding.status()).progress()) : name;
    }

    /** What it is about, where that is one activity; else what it asks for. */
    private static Phrase name(Condition condition) {
        return condition.activities().size() == 1
                ? Phrase.of(
                        "plain",
                        new Phrase.Activity(condition.activities().iterator().next()))
                : condition.instruction();
    }

    /** The shortest way that is left below a finding; empty when there is none. */
    private static Optional<Way> way(Finding finding) {
        boolean isMet = finding.status().truth() == Truth.MET;
        boolean isNone = finding.condition() instanceof None;
        if (finding.status().truth() == Truth.IMPOSSIBLE) {
            return Optional.empty();
        }
        if (finding.parts().isEmpty() || isNone) {
            return Optional.of(isMet ? new Way(isNone ? 0 : 1, List.of()) : new Way(0, List.of(finding)));
        }
        int needed = finding.condition() instanceof Combination combination
                ? combination.needed()
                : finding.parts().size();
        List<Way> ways = finding.parts().stream()
                .flatMap(part -> way(part).stream())
                .sorted(Comparator.comparing(way -> way.missing.size()))
                .limit(needed)
                .toList();
        if (ways.size() < needed) {
            return Optional.empty();
        }
        int done = ways.stream().mapToInt(Way::done).sum();
        List<Finding> missing =
                ways.stream().flatMap(way -> way.missing.stream()).toList();
        // all of it happened, but not as the whole asks for it
        return Optional.of(new Way(done, missing.isEmpty() && !isMet ? List.of(finding) : missing));
    }

    private record Way(int done, List<Finding> missing) {
        static final Way NONE = new Way(0, List.of());

        int of() {
            return done + missing.size();
        }
    }
}
