package org.laurelbridge.bridge.verify.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.fetch.Fetched.Answer;

/**
 * One thing that was checked.
 *
 * @param arguments of the sentence: text, an {@link Instant}, a {@link org.laurelbridge.bridge.fetch.Fetched.Trouble}, or
 *     another line
 * @param asOf when what it rests on was said or fetched; null where it does not age
 */
public record Line(
        Reason reason, List<Object> arguments, @Nullable Instant asOf) {

    public static Line of(Reason reason, Object... arguments) {
        return new Line(reason, List.of(arguments), null);
    }

    /** The same, as of a time. */
    public Line asOf(Instant time) {
        return new Line(reason, arguments, time);
    }

    /** The same, as an answer has it. A status that is only remembered does not say that the badge is good now. */
    public Line by(Answer answer) {
        boolean isThen = answer.isRemembered() && check() == Check.STATUS && reason.verdict() == Verdict.GENUINE;
        return (isThen ? of(Reason.STATUS_THEN, this, answer.at()) : this).asOf(answer.at());
    }

    public Check check() {
        return reason.check();
    }

    public Outcome outcome() {
        return reason.outcome();
    }

    /** The English sentence. */
    public String sentence() {
        return sentence(Locale.ENGLISH);
    }

    /** The sentence in a language; English where there is no file for it. */
    public String sentence(Locale language) {
        return new Sentences(language).of(this);
    }
}
