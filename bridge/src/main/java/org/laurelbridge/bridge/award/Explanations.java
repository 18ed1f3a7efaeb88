package org.laurelbridge.bridge.award;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.map.InForce;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.PersonId;
import org.laurelbridge.decide.Ahead;
import org.laurelbridge.decide.Decision;
import org.laurelbridge.decide.Explanation;
import org.laurelbridge.decide.Wording;
import org.laurelbridge.mapping.Activity;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.Cycle;
import org.laurelbridge.rule.LeftOut;
import tools.jackson.databind.node.ObjectNode;

/** Answers why somebody has a badge or has it not yet, from what is known now. Writes nothing. */
public final class Explanations {

    private static final int SHOWN = 5;

    private final Awards awards;
    private final RuleBook rules;
    private final InstantSource clock;
    private final @Nullable Duration kept;

    /** Of statements that are kept for ever. */
    public Explanations(Awards awards, RuleBook rules, InstantSource clock) {
        this(awards, rules, clock, null);
    }

    /** @param kept how long statements are kept; null for ever */
    public Explanations(Awards awards, RuleBook rules, InstantSource clock, @Nullable Duration kept) {
        this.kept = kept;
        this.awards = awards;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * An answer about the newest cycle that has an award, or, without any, about the first.
     *
     * @param badge the version that was asked: that of the award, where there is one
     * @param json as the API gives it
     * @param lines as people read it
     * @param ahead what is left to do, in a line
     * @param award null when there is none
     */
    public record Answer(
            Badge badge,
            Decision decision,
            ObjectNode json,
            List<Explanation.Line> lines,
            Ahead ahead,
            @Nullable Award award) {}

    /**
     * How an award may be followed by the next.
     *
     * @param rule what it takes, as a sentence
     * @param opens from when on it counts
     * @param closes until when this rule holds; null for without end
     */
    public record Renewal(
            String rule, Instant opens, @Nullable Instant closes, Answer answer) {}

    /** As {@link #explain(PersonId, String, Locale)}, in English. */
    public Optional<Answer> explain(PersonId person, String badge) {
        return explain(person, badge, Locale.ENGLISH);
    }

    /** Why this person has or has not this badge, in this language where there are words for it, else in English; empty when no such badge is in force. */
    public Optional<Answer> explain(PersonId person, String badge, Locale language) {
        return Optional.ofNullable(explain(person, List.of(badge), language).get(badge));
    }

    /**
     * The same of many badges, in their order: read at once, with a number of queries that does not grow with them. Those that are not in
     * force are left out.
     */
    public Map<String, Answer> explain(PersonId person, Collection<String> badges, Locale language) {
        InForce inForce = rules.current();
        List<String> asked =
                badges.stream().filter(badge -> inForce.find(badge).isPresent()).toList();
        Cycles.Person known = Judge.known(awards, inForce, person, asked);
        Map<String, Cycles.Step> steps = new LinkedHashMap<>();
        for (String badge : asked) {
            new Cycles(inForce, known, badge)
                    .decide(clock.instant()).stream()
                            .filter(step -> step.decision() != null)
                            .reduce((one, next) -> next.award() == null ? one : next)
                            .ifPresent(step -> steps.put(badge, step));
        }
        Besides besides = besides(person, steps.values().stream().map(Cycles.Step::badge));
        Map<String, Answer> answers = new LinkedHashMap<>();
        steps.forEach((badge, step) -> answers.put(badge, answer(inForce, person, step, besides, language)));
        return answers;
    }

    /** How the award that this person has of this badge may be renewed; empty where there is none, or nothing to renew it by. */
    public Optional<Renewal> renewal(PersonId person, String badge, Locale language) {
        InForce inForce = rules.current();
        if (inForce.find(badge).isEmpty()) {
            return Optional.empty();
        }
        Cycles.Person known = Judge.known(awards, inForce, person, List.of(badge));
        return new Cycles(inForce, known, badge)
                .decide(clock.instant()).stream()
                        .filter(step -> step.cycle() > 1 && step.award() == null && step.decision() != null)
                        .findFirst()
                        .map(step -> renewal(inForce, person, step, language));
    }

    private Renewal renewal(InForce inForce, PersonId person, Cycles.Step step, Locale language) {
        Cycle cycle = Objects.requireNonNull(step.decision()).cycle();
        Besides besides = besides(person, Stream.of(step.badge()));
        return new Renewal(
                Words.of(inForce, step.badge(), language).sentence(cycle.rule()),
                cycle.opens(),
                cycle.closes(),
                answer(inForce, person, step, besides, language));
    }

    /**
     * What is no fact of a person, but seems to be.
     *
     * @param facts of voided statements and of activities that are alike, by activity
     * @param gone until when statements were kept that are not any more, as the period is now
     */
    private record Besides(Map<String, List<Fact>> facts, Map<UUID, Instant> gone) {

        /** The newest of it that looks like something for a badge. */
        List<LeftOut> of(Badge badge) {
            List<LeftOut> besides = new ArrayList<>();
            newest(badge.activities().stream()).forEach(fact -> besides.add(LeftOut.voided(fact)));
            for (String activity : badge.activities()) {
                newest(Stream.of(Activity.alike(activity))).forEach(fact -> besides.add(LeftOut.alike(fact, activity)));
            }
            return besides;
        }

        private List<Fact> newest(Stream<String> activities) {
            return activities
                    .flatMap(activity -> facts.getOrDefault(activity, List.of()).stream())
                    .sorted(Fact.IN_ORDER.reversed())
                    .limit(SHOWN)
                    .toList();
        }
    }

    private Besides besides(PersonId person, Stream<Badge> badges) {
        Set<String> activities =
                badges.flatMap(badge -> badge.activities().stream()).collect(Collectors.toSet());
        List<Fact> facts = awards.listBesides(
                person, activities, activities.stream().map(Activity::alike).toList());
        Map<UUID, Instant> gone = new HashMap<>();
        if (kept != null) {
            Instant now = clock.instant();
            awards.listGone(person, activities).forEach((statement, since) -> {
                Instant end = since.plus(kept);
                gone.put(statement, end.isAfter(now) ? now : end);
            });
        }
        return new Besides(facts.stream().collect(Collectors.groupingBy(Fact::activity)), gone);
    }

    private Answer answer(InForce inForce, PersonId person, Cycles.Step step, Besides besides, Locale language) {
        Decision decision = Objects.requireNonNull(step.decision());
        Wording wording = Words.of(inForce, step.badge(), language);
        Explanation explanation =
                decision.explanation().with(besides.of(step.badge())).withGone(besides.gone());
        return new Answer(
                step.badge(),
                decision,
                explanation.toJson(person.toString(), wording),
                explanation.outline(wording),
                Ahead.of(decision, wording),
                step.award());
    }
}
