package org.laurelbridge.rule;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.mapping.Percent;
import org.laurelbridge.xapi.Score;

/**
 * What was done on the activity of a condition, and why it does not make it true: somebody else told it, nobody watched, it was too
 * early or too late, in the wrong attempt, without a maximum. Only for explanations: nothing is decided by it.
 */
public final class Overlooked {
    private static final int SHOWN = 5;
    private static final BigDecimal APART = BigDecimal.ONE;

    private final FactCondition condition;
    private final Scope scope;
    private final View view;
    private final Instant now;
    private final @Nullable String counting;

    private Overlooked(FactCondition condition, View view, Instant now) {
        this.condition = condition;
        this.scope = condition.scope();
        this.view = view;
        this.now = now;
        this.counting = countingAttempt();
    }

    /** The newest of what a condition that is not met leaves out, in order. */
    public static List<LeftOut> of(Condition condition, View view, Instant now) {
        if (!(condition instanceof FactCondition fact)) {
            return List.of();
        }
        Overlooked overlooked = new Overlooked(fact, view, now);
        List<LeftOut> all = new ArrayList<>();
        for (StandingFact standing : view.everythingOn(fact.on())) {
            if (fact.counts(standing)) {
                overlooked.why(standing).ifPresent(reason -> all.add(LeftOut.of(standing.fact(), reason)));
            }
        }
        return List.copyOf(all.subList(Math.max(0, all.size() - SHOWN), all.size()));
    }

    /** What made a condition true, but came late, where somebody has to approve that (S3). */
    public static List<LeftOut> late(Finding finding) {
        return finding.facts().stream()
                .map(StandingFact::fact)
                .filter(Fact::late)
                .map(fact -> LeftOut.of(fact, Phrase.of("overlooked.late", fact.at())))
                .toList();
    }

    /** The first reason that there is. */
    private Optional<Phrase> why(StandingFact standing) {
        return outside(standing.fact())
                .or(() -> untimely(standing.fact()))
                .or(() -> condition instanceof Scored scored ? score(scored, standing) : Optional.empty());
    }

    private Optional<Phrase> outside(Fact fact) {
        if (scope.from() != null && !fact.sources().contains(scope.from())) {
            return said("from", fact, scope.from());
        }
        if (scope.proctored() && !Boolean.TRUE.equals(fact.proctored())) {
            return said("unproctored", fact);
        }
        if (scope.sameRegistration() && !view.isOfTheRegistration(fact)) {
            return said("registration", fact);
        }
        return view.isPaid(fact) ? said("spent", fact) : Optional.empty();
    }

    private Optional<Phrase> untimely(Fact fact) {
        Window window = scope.window();
        Instant opens = window.opens(view);
        Instant closes = window.closes(view);
        Instant leaves = window.leaves(fact.at());
        if (opens == null) {
            return said("waits", fact, new Phrase.Named(String.valueOf(condition.after())));
        }
        if (fact.at().isBefore(opens) || (scope.inWindow() && fact.at().isBefore(view.cycleOpens()))) {
            return said("early", fact, fact.at().isBefore(opens) ? opens : view.cycleOpens());
        }
        if (closes != null && !fact.at().isBefore(closes)) {
            return said("over", fact, closes);
        }
        return leaves != null && !leaves.isAfter(now) ? said("tooLongAgo", fact) : Optional.empty();
    }

    private Optional<Phrase> score(Scored scored, StandingFact standing) {
        Fact fact = standing.fact();
        Score points = fact.points();
        if (fact.percent() == null) {
            return points != null && points.raw() != null && points.max() == null
                    ? said("noMaximum", fact, points.raw().toPlainString())
                    : said("noScore", fact);
        }
        if (counting != null && !counting.equals(fact.attempt())) {
            return said("attempt." + scored.attempt().word(), fact);
        }
        if (standing.regrade() != null) {
            return said("regraded", fact, fact.percent(), standing.regrade().toString());
        }
        return conflict(fact, fact.percent());
    }

    /** The attempt that alone counts; null where others do, too. */
    private @Nullable String countingAttempt() {
        if (!(condition instanceof Scored scored)) {
            return null;
        }
        List<StandingFact> counted = view.facts(scope, now).stream()
                .filter(fact -> condition.counts(fact) && fact.percent() != null)
                .toList();
        if (counted.isEmpty()) {
            return null;
        }
        return switch (scored.attempt()) {
            case FIRST -> counted.get(0).fact().attempt();
            case LATEST -> counted.get(counted.size() - 1).fact().attempt();
            default -> null;
        };
    }

    /** The two parts of a score that say different things. */
    private static Optional<Phrase> conflict(Fact fact, Percent used) {
        Score points = fact.points();
        if (points == null || points.scaled() == null || points.raw() == null || points.max() == null) {
            return Optional.empty();
        }
        BigDecimal min = points.min() == null ? BigDecimal.ZERO : points.min();
        if (points.max().compareTo(min) <= 0) {
            return Optional.empty();
        }
        Percent scaled = Percent.share(points.scaled(), BigDecimal.ONE);
        Percent raw = Percent.share(points.raw().subtract(min), points.max().subtract(min));
        boolean apart = scaled.shown().subtract(raw.shown()).abs().compareTo(APART) > 0;
        return apart ? said("conflict", fact, scaled, raw, used) : Optional.empty();
    }

    private static Optional<Phrase> said(String key, Fact fact, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(fact.at()));
        arguments.addAll(List.of(more));
        return Optional.of(new Phrase("overlooked." + key, arguments));
    }
}
