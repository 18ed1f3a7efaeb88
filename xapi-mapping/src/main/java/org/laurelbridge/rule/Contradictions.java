package org.laurelbridge.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Span;

/** Finds what can never be met, or is met by nothing: such a rule is refused when it is saved. */
final class Contradictions {
    private static final int DAYS_OF_A_WEEK = 7;

    private final Problems problems;

    Contradictions(Problems problems) {
        this.problems = problems;
    }

    /** Whether it is met when nothing has been done. */
    static boolean isMetByNothing(Condition rule) {
        Cycle any = new Cycle(1, rule, Instant.MIN, null, Instant.MIN, Set.of(), null);
        View nothing = new View(new Standings(Map.of()), Attestations.NONE, Duration.ZERO, any);
        return rule.finding(nothing, Instant.EPOCH).status() instanceof Status.Met;
    }

    /** Whether it can be met by what lasts, or by no evidence at all, and so is not used up by being met. */
    static boolean lasts(Condition rule) {
        return rule.attestedSubjects().stream()
                        .anyMatch(subject -> !subject.topic().isEvent())
                || rule.everything().anyMatch(Contradictions::isNoneOfNone);
    }

    /** It is met by what happened, but rests on nothing. */
    private static boolean isNoneOfNone(Condition condition) {
        return condition instanceof None && condition.everything().skip(1).anyMatch(None.class::isInstance);
    }

    /** Tells everything in a rule that can never be met. */
    void tell(Condition rule, Node node) {
        rule.everything()
                .flatMap(Contradictions::never)
                .distinct()
                .forEach(why -> problems.add(node.place(), why, "a rule that can be met"));
    }

    private static Stream<String> never(Condition condition) {
        if (condition instanceof All all) {
            return both(all).stream();
        }
        if (condition instanceof InOrder order) {
            return backwards(order);
        }
        return condition instanceof GatheredCondition gathered ? tooLong(gathered).stream() : Stream.empty();
    }

    /** The same thing asked for and forbidden. */
    private static Optional<String> both(All all) {
        List<Condition> asked = parts(all).toList();
        return asked.stream()
                .filter(None.class::isInstance)
                .flatMap(none -> none.parts().stream())
                .filter(forbidden -> asked.stream().anyMatch(one -> implies(one, forbidden)))
                .map(forbidden -> "a contradiction: " + forbidden.word() + " " + forbidden.subject()
                        + " is asked for and forbidden")
                .findFirst();
    }

    private static Stream<Condition> parts(All all) {
        return all.parts().stream().flatMap(part -> part instanceof All inner ? parts(inner) : Stream.of(part));
    }

    private static boolean implies(Condition one, Condition other) {
        if (one instanceof Scored higher && other instanceof Scored lower) {
            return higher.scope().equals(lower.scope())
                    && higher.attempt() == lower.attempt()
                    && higher.needed().compareTo(lower.needed()) >= 0;
        }
        return one.equals(other);
    }

    /** A later part that ends before an earlier one may begin. */
    private static Stream<String> backwards(InOrder order) {
        LocalDate begins = LocalDate.MIN;
        for (Condition part : order.parts()) {
            if (part instanceof FactCondition fact) {
                LocalDate until = fact.scope().window().until();
                if (until != null && until.isBefore(begins)) {
                    return Stream.of(part.word() + " " + part.subject() + " until " + until + ", after something since "
                            + begins);
                }
                LocalDate since = fact.scope().window().since();
                begins = since != null && since.isAfter(begins) ? since : begins;
            }
        }
        return Stream.empty();
    }

    /** More different days or weeks than its window has. */
    private static Optional<String> tooLong(GatheredCondition condition) {
        Long days = days(condition);
        long needed = condition instanceof Streak streak && streak.every() == Streak.Every.DAY
                ? streak.length() - streak.misses()
                : condition instanceof Count count && count.per() == Count.Per.DAY ? count.needed() : 0;
        long weeks = condition instanceof Streak streak && streak.every() == Streak.Every.WEEK
                ? streak.length() - streak.misses()
                : condition instanceof Count count && count.per() == Count.Per.WEEK ? count.needed() : 0;
        if (days == null || (needed <= days && weeks <= days / DAYS_OF_A_WEEK + 2)) {
            return Optional.empty();
        }
        String asked = weeks > 0 ? weeks + " weeks" : needed + " days";
        return Optional.of(condition.word() + " of " + asked + " within " + days + " days");
    }

    /** The most days of its calendar that a condition's window can touch; null for any number. */
    private static @Nullable Long days(GatheredCondition condition) {
        Window window = condition.scope().window();
        ZoneId zone = condition instanceof Streak streak
                ? streak.zone()
                : condition instanceof Count count ? count.zone() : window.zone();
        Long days = days(window);
        return days == null || zone.equals(window.zone()) ? days : Long.valueOf(days + 1);
    }

    private static @Nullable Long days(Window window) {
        Long between = window.since() == null || window.until() == null
                ? null
                : ChronoUnit.DAYS.between(window.since(), window.until()) + 1;
        Window.Within within = window.within();
        Span inLast = window.inLast();
        Long after = within == null ? null : within.days() + 1L;
        Long last = inLast == null ? null : TermsReader.length(inLast).toDays() + 2;
        return Stream.of(between, after, last)
                .filter(Objects::nonNull)
                .min(Long::compare)
                .orElse(null);
    }
}
