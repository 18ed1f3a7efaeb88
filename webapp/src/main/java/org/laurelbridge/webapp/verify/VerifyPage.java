package org.laurelbridge.webapp.verify;

import static org.laurelbridge.bridge.verify.report.Check.RECIPIENT;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurelbridge.bridge.issue.Addresses;
import org.laurelbridge.bridge.verify.report.Line;
import org.laurelbridge.bridge.verify.report.Outcome;
import org.laurelbridge.bridge.verify.report.Report;
import org.laurelbridge.bridge.verify.report.Shown;
import org.laurelbridge.bridge.verify.report.Verdict;
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.verify.VerifyDesk.Match;
import org.laurelbridge.webapp.words.Saying;
import org.laurelbridge.webapp.words.Words;

/**
 * The form in which a badge is presented, and what is said of it.
 *
 * @param trouble why nothing was looked at, in a sentence; null when it was, or nothing was sent yet
 * @param result null before anything was presented
 * @param checked when that was
 * @param here the address of this page, for paper
 * @param typed what was presented, to ask again with another e-mail address; empty where that was a file, or long
 */
public record VerifyPage(@Nullable Saying trouble, @Nullable Result result, Moment checked, String here, String typed) {
    /** The longest text that is given back to be sent again. */
    private static final int LONGEST = 2_000;

    /**
     * What is said.
     *
     * @param match whether it is the asked person's, in a sentence; null where nobody asked
     * @param shown what the badge says; null when it could not be read
     * @param inside the badges inside a record
     */
    public record Result(
            Word word,
            List<Check> checks,
            @Nullable Check match,
            @Nullable Presentation shown,
            List<Result> inside) {
        /** What it is called; null when it could not be read. */
        public @Nullable String name() {
            return shown == null ? null : shown.shown().name();
        }
    }

    /**
     * A verdict and its tone ({@code good}, {@code bad} or {@code open}).
     *
     * @param isAnothers it is genuine, and not of the person who was asked about
     */
    public record Word(String tone, Verdict verdict, boolean isAnothers) {
        /** A mark that goes before the word. */
        public String sign() {
            return tone.equals("good") ? "✓" : tone.equals("bad") ? "✗" : "…";
        }
    }

    /** Something that was looked at, and how old that is; null where it does not age. */
    public record Check(
            String tone,
            String sign,
            String sentence,
            @Nullable Moment asOf) {}

    static VerifyPage empty(@Nullable Saying trouble, Addresses addresses, Instant now) {
        return new VerifyPage(trouble, null, new Moment(now), here(addresses), "");
    }

    static VerifyPage of(VerifyDesk.Answer answer, Addresses addresses, Instant now, Words words) {
        Result result = result(answer.report(), match(answer.match(), words), addresses, words);
        return new VerifyPage(null, result, new Moment(now), here(addresses), "");
    }

    /** The same, with what was presented in its field. */
    VerifyPage typed(@Nullable String text) {
        String kept = text == null || text.length() > LONGEST ? "" : text.strip();
        return new VerifyPage(trouble, result, checked, here, kept);
    }

    private static String here(Addresses addresses) {
        return addresses.at("verify").toString();
    }

    private static Result result(Report report, @Nullable Check match, Addresses addresses, Words words) {
        Shown shown = report.shown();
        return new Result(
                word(report.verdict(), match != null && match.tone().equals("bad")),
                report.lines().stream()
                        // whoever asked has the answer already
                        .filter(line -> match == null || line.check() != RECIPIENT)
                        .map(line -> check(line, words))
                        .toList(),
                match,
                shown == null ? null : Presentation.of(shown, addresses),
                report.inside().stream()
                        .map(one -> result(one, null, addresses, words))
                        .toList());
    }

    private static Word word(Verdict verdict, boolean isAnothers) {
        return switch (verdict) {
            case GENUINE -> new Word(isAnothers ? "open" : "good", verdict, isAnothers);
            case CHANGED, REVOKED, SUSPENDED, UNKNOWN_ISSUER -> new Word("bad", verdict, false);
            case EXPIRED, NOT_YET_VALID, UNREADABLE, UNCHECKED -> new Word("open", verdict, false);
        };
    }

    private static Check check(Line line, Words words) {
        Outcome outcome = line.outcome();
        String tone = outcome == Outcome.GOOD ? "good" : outcome == Outcome.BAD ? "bad" : "open";
        String sign = outcome == Outcome.GOOD ? "✓" : outcome == Outcome.BAD ? "✗" : "…";
        Instant asOf = line.asOf();
        return new Check(tone, sign, line.sentence(words.locale()), asOf == null ? null : new Moment(asOf));
    }

    private static @Nullable Check match(Match match, Words words) {
        return switch (match) {
            case NOT_ASKED -> null;
            case YES -> new Check("good", "✓", words.say("verify.match.yes"), null);
            case NO -> new Check("bad", "✗", words.say("verify.match.no"), null);
            case NOT_SIGNED -> new Check("open", "…", words.say("verify.match.not-signed"), null);
            case NOBODY -> new Check("open", "…", words.say("verify.match.nobody"), null);
            case TOO_MANY -> new Check("open", "…", words.say("verify.match.too-many"), null);
        };
    }
}
