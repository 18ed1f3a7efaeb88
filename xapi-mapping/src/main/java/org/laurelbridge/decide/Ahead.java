package org.laurelbridge.decide;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Attested;
import org.laurelbridge.rule.Combination;
import org.laurelbridge.rule.Condition;
import org.laurelbridge.rule.Finding;
import org.laurelbridge.rule.None;
import org.laurelbridge.rule.Phrase;
import org.laurelbridge.rule.Status;
import org.laurelbridge.rule.Topic;
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
    public static Ahead of(Decision decision, Wording plain) {
        Wording wording = decision.explanation().told(plain);
        Status status = decision.status();
        Way way = way(decision.explanation().tree()).orElse(Way.NONE);
        if (!(status instanceof Status.Open open)) {
            boolean isOver = status.truth() == Truth.IMPOSSIBLE;
            return new Ahead(way.done, isOver ? 0 : way.of(), said(status, wording), next(way, wording), null);
        }
        Steps steps = Steps.of(decision);
        if (steps.areOfWay()) {
            return new Ahead(way.done, way.of(), wording.of(parts(way)), next(way, wording), open.deadline());
        }
        return new Ahead(steps.done(), steps.of(), wording.of(open.progress()), names(way, wording), open.deadline());
    }

    /**
     * How many steps of the shortest way that is left are done: one count, wherever it stands.
     *
     * @param of 0 where they are not counted
     * @param areOfWay false of the steps of a single condition
     */
    public record Steps(int done, int of, boolean areOfWay) {
        /** Of what is neither earned nor out of reach. */
        public static Steps of(Decision decision) {
            Way way = way(decision.explanation().tree()).orElse(Way.NONE);
            if (way.of() > 1 && !decision.settles()) {
                return new Steps(way.done, way.of(), true);
            }
            return decision.status() instanceof Status.Open open
                    ? new Steps(open.done(), open.of(), false)
                    : new Steps(0, 0, false);
        }
    }

    private static Phrase parts(Way way) {
        return Phrase.of("open.parts", String.valueOf(way.done), String.valueOf(way.of()));
    }

    /** The same count of one of the combinations that a rule is made of; empty where there is nothing to count. */
    static Optional<Phrase> parts(Finding finding) {
        boolean isCounted = finding.status() instanceof Status.Open
                && !finding.parts().isEmpty()
                && !(finding.condition() instanceof None);
        return isCounted ? way(finding).filter(way -> way.of() > 1).map(Ahead::parts) : Optional.empty();
    }

    private static String said(Status status, Wording wording) {
        if (status instanceof Status.Impossible impossible) {
            return wording.of(Phrase.of("state.impossible", impossible.reason()));
        }
        return status instanceof Status.Unknown unknown
                ? wording.of(Phrase.of("state.unknown", unknown.reason()))
                : wording.of(Phrase.of("state.met"));
    }

    private static List<String> names(Way way, Wording wording) {
        return way.missing.stream()
                .map(one -> way.choices.getOrDefault(one, badges(one).orElseGet(() -> name(one.condition()))))
                .map(wording::of)
                .distinct()
                .toList();
    }

    /** With how far each is, where it has begun. */
    private static List<String> next(Way way, Wording wording) {
        return way.missing.stream().map(way::step).map(wording::of).distinct().toList();
    }

    private static Phrase step(Finding finding) {
        Optional<Phrase> badges = badges(finding);
        if (badges.isPresent()) {
            return badges.get();
        }
        Phrase name = name(finding.condition());
        boolean isBegun = finding.status() instanceof Status.Open open
                && !finding.facts().isEmpty()
                && !open.progress().key().equals(NOT_YET);
        return isBegun ? Phrase.of("do.narrowed", name, ((Status.Open) finding.status()).progress()) : name;
    }

    /** Of some badges those that are not held yet. */
    private static Optional<Phrase> badges(Finding finding) {
        if (!(finding.condition() instanceof Attested attested)
                || attested.topic() != Topic.HOLDS
                || attested.subjects().size() < 2) {
            return Optional.empty();
        }
        Set<String> held = finding.attested().stream().map(Attestation::subject).collect(Collectors.toSet());
        List<Phrase> missing = attested.subjects().stream()
                .filter(badge -> !held.contains(badge))
                .map(badge -> Phrase.of("plain", new Phrase.OtherBadge(badge)))
                .toList();
        int more = attested.needed() - held.size();
        if (more < 1 || missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                missing.size() == 1
                        ? Phrase.of("do.holds", missing.get(0))
                        : Phrase.of("open.moreOf", String.valueOf(more), new Phrase.Several(missing)));
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
            return Optional.of(isMet ? new Way(isNone ? 0 : 1, List.of()) : Way.of(finding));
        }
        int needed = finding.condition() instanceof Combination combination
                ? combination.needed()
                : finding.parts().size();
        List<Way> left = finding.parts().stream()
                .flatMap(part -> way(part).stream())
                .sorted(Comparator.comparing(way -> way.missing.size()))
                .toList();
        List<Way> ways = left.stream().limit(needed).toList();
        if (ways.size() < needed) {
            return Optional.empty();
        }
        int done = ways.stream().mapToInt(Way::done).sum();
        List<Finding> missing =
                ways.stream().flatMap(way -> way.missing.stream()).toList();
        // all of it happened, but not as the whole asks for it
        return Optional.of(
                missing.isEmpty() && !isMet
                        ? new Way(done, List.of(finding))
                        : new Way(done, missing, choices(ways, left)));
    }

    /** The one step that is left, where any of several conditions would do for it. */
    static Optional<Phrase> choice(Decision decision) {
        return way(decision.explanation().tree())
                .filter(way -> way.missing.size() == 1)
                .flatMap(way -> Optional.ofNullable(way.choices.get(way.missing.get(0))));
    }

    /** What any of several conditions would do for is said of all of them. */
    private static Map<Finding, Phrase> choices(List<Way> ways, List<Way> left) {
        Map<Finding, Phrase> choices = new HashMap<>();
        ways.forEach(way -> choices.putAll(way.choices));
        List<Finding> chosen = single(ways);
        List<Finding> all = single(left);
        if (all.size() > chosen.size()) {
            Phrase phrase = Phrase.of(
                    "open.moreOf",
                    String.valueOf(chosen.size()),
                    new Phrase.Several(all.stream().map(Ahead::step).toList()));
            chosen.forEach(one -> choices.put(one, phrase));
        }
        return choices;
    }

    /** Those that miss one condition alone. */
    private static List<Finding> single(List<Way> ways) {
        return ways.stream()
                .filter(way -> way.missing.size() == 1)
                .map(way -> way.missing.get(0))
                .toList();
    }

    /** @param choices what is said of a condition that others can take the place of */
    private record Way(int done, List<Finding> missing, Map<Finding, Phrase> choices) {
        static final Way NONE = new Way(0, List.of());

        Way(int done, List<Finding> missing) {
            this(done, missing, Map.of());
        }

        static Way of(Finding finding) {
            return new Way(0, List.of(finding));
        }

        Phrase step(Finding one) {
            Phrase choice = choices.get(one);
            return choice == null ? Ahead.step(one) : choice;
        }

        int of() {
            return done + missing.size();
        }
    }
}
