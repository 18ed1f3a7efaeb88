package org.laurelbridge.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.xapi.Result;

/**
 * Who says whether it was a success, and what holds when they disagree.
 *
 * @param order the first that says anything is believed
 * @param contradiction what decides when "passed" comes with a score under the mastery score, or "failed" with one at it
 */
record SuccessPolicy(List<Voice> order, Contradiction contradiction) {

    enum Voice {
        VERB,
        RESULT,
        MASTERY
    }

    enum Contradiction {
        VERB,
        SCORE,
        REJECT
    }

    static final SuccessPolicy DEFAULT =
            new SuccessPolicy(List.of(Voice.VERB, Voice.RESULT, Voice.MASTERY), Contradiction.SCORE);

    SuccessPolicy {
        order = List.copyOf(order);
    }

    /**
     * Success, if anybody said.
     *
     * @param mastery the least scaled score that passes; compared with {@code scaled} as sent, never with a derived percent
     */
    @Nullable
    Boolean success(
            Kind kind, @Nullable Result result, @Nullable BigDecimal mastery, Consumer<Diagnostic> diagnostics) {
        Boolean byScore = byMastery(result, mastery);
        Boolean said = null;
        for (Voice voice : order) {
            Boolean answer = said == null ? answer(voice, kind, result, byScore) : said;
            said = answer;
        }
        if (said == null || byScore == null || said.equals(byScore)) {
            return said;
        }
        diagnostics.accept(new Diagnostic(
                "success-contradiction",
                "success is " + said + ", but the score against the mastery score says " + byScore));
        return switch (contradiction) {
            case VERB -> said;
            case SCORE -> byScore;
            case REJECT -> null;
        };
    }

    private static @Nullable Boolean answer(
            Voice voice, Kind kind, @Nullable Result result, @Nullable Boolean byScore) {
        return switch (voice) {
            case VERB -> kind.equals(Kind.PASSED) ? Boolean.TRUE : kind.equals(Kind.FAILED) ? Boolean.FALSE : null;
            case RESULT -> result == null ? null : result.success();
            case MASTERY -> byScore;
        };
    }

    private static @Nullable Boolean byMastery(@Nullable Result result, @Nullable BigDecimal mastery) {
        if (mastery == null
                || result == null
                || result.score() == null
                || result.score().scaled() == null) {
            return null;
        }
        return result.score().scaled().compareTo(mastery) >= 0;
    }
}
