package org.laurelbridge.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Fact;
import org.laurelbridge.rule.Attestation;
import org.laurelbridge.rule.Badge;
import org.laurelbridge.rule.History;
import org.laurelbridge.rule.Phrase;
import org.laurelbridge.rule.RuleTest;
import org.laurelbridge.rule.RuleTest.Expectation;
import org.laurelbridge.rule.Status;
import org.laurelbridge.xapi.Problem;

/** Runs the {@code tests} of a badge document: what its rule says of the given facts once all of them have settled. */
public final class RuleTests {

    /** The tests that fail, in the order of the document. */
    public List<Problem> failures(Badge badge) {
        Wording english = new Wording(Locale.ENGLISH, badge.zone(), label -> label);
        return badge.tests().stream()
                .flatMap(test -> failure(badge, test, english).stream())
                .toList();
    }

    private static Optional<Problem> failure(Badge badge, RuleTest test, Wording english) {
        History history = History.of(test.given(), test.attested());
        List<Decision> decisions = new Decider().decideAll(badge, history, settled(badge, test));
        String expected = expected(test.expect());
        String found = found(badge, decisions, english);
        return found.equals(expected) ? Optional.empty() : Optional.of(new Problem(test.place(), found, expected, ""));
    }

    private static Instant settled(Badge badge, RuleTest test) {
        if (test.asOf() != null) {
            return test.asOf();
        }
        return Stream.concat(
                        test.given().stream().map(Fact::at),
                        test.attested().stream().map(Attestation::from))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .plus(badge.settle().gain());
    }

    private static String expected(Expectation expect) {
        if (expect instanceof Expectation.NotYet notYet) {
            return outcome(Wording.word(notYet.truth()), notYet.text());
        }
        return outcome("awarded", days(((Expectation.Awarded) expect).on().stream()));
    }

    private static String found(Badge badge, List<Decision> decisions, Wording english) {
        List<Instant> earned = decisions.stream()
                .flatMap(decision -> Stream.ofNullable(decision.earnedAt()))
                .toList();
        if (!earned.isEmpty()) {
            return outcome(
                    "awarded",
                    days(earned.stream().map(at -> at.atZone(badge.zone()).toLocalDate())));
        }
        Decision decision = decisions.get(0);
        Phrase words = words(decision.status());
        return outcome(Wording.word(decision.status().truth()), words == null ? "" : english.of(words));
    }

    private static String days(Stream<LocalDate> days) {
        return days.map(LocalDate::toString).collect(Collectors.joining(", "));
    }

    private static @Nullable Phrase words(Status status) {
        if (status instanceof Status.Open open) {
            return open.progress();
        }
        if (status instanceof Status.Impossible impossible) {
            return impossible.reason();
        }
        return status instanceof Status.Unknown unknown ? unknown.reason() : null;
    }

    private static String outcome(String word, String text) {
        return word + ": " + text;
    }
}
