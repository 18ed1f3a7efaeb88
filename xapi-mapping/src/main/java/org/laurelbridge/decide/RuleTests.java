package org.laurelbridge.decide;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.mapping.Fact;
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
        Decision decision = new Decider().decide(badge, History.of(test.given()), settled(badge, test));
        String expected = expected(test.expect());
        String found = found(badge, decision, english);
        return found.equals(expected) ? Optional.empty() : Optional.of(new Problem(test.place(), found, expected, ""));
    }

    private static Instant settled(Badge badge, RuleTest test) {
        if (test.asOf() != null) {
            return test.asOf();
        }
        return test.given().stream()
                .map(Fact::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .plus(badge.settle().gain());
    }

    private static String expected(Expectation expect) {
        if (expect instanceof Expectation.NotYet notYet) {
            return outcome(Wording.word(notYet.truth()), notYet.text());
        }
        return outcome("awarded", ((Expectation.Awarded) expect).on().toString());
    }

    private static String found(Badge badge, Decision decision, Wording english) {
        Instant earned = decision.earnedAt();
        if (earned != null) {
            return outcome("awarded", earned.atZone(badge.zone()).toLocalDate().toString());
        }
        Phrase words = words(decision.status());
        return outcome(Wording.word(decision.status().truth()), words == null ? "" : english.of(words));
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
