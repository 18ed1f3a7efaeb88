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
import org.laurelbridge.webapp.server.Moment;
import org.laurelbridge.webapp.verify.VerifyDesk.Match;

/**
 * The form in which a badge is presented, and what is said of it.
 *
 * @param trouble why nothing was looked at, in a sentence; null when it was, or nothing was sent yet
 * @param result null before anything was presented
 * @param checked when that was
 * @param here the address of this page, for paper
 */
public record VerifyPage(@Nullable String trouble, @Nullable Result result, Moment checked, String here) {

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
        /** What it is called, for whoever jumps from badge to badge. */
        public String name() {
            return shown == null ? "a badge that cannot be read" : shown.shown().name();
        }
    }

    /** A verdict: its tone ({@code good}, {@code bad} or {@code open}), its word and what it means. */
    public record Word(String tone, String word, String sentence) {
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

    static VerifyPage empty(@Nullable String trouble, Addresses addresses, Instant now) {
        return new VerifyPage(trouble, null, new Moment(now), here(addresses));
    }

    static VerifyPage of(VerifyDesk.Answer answer, Addresses addresses, Instant now) {
        Result result = result(answer.report(), match(answer.match()), addresses);
        return new VerifyPage(null, result, new Moment(now), here(addresses));
    }

    private static String here(Addresses addresses) {
        return addresses.at("verify").toString();
    }

    private static Result result(Report report, @Nullable Check match, Addresses addresses) {
        Shown shown = report.shown();
        return new Result(
                word(report),
                report.lines().stream()
                        // whoever asked has the answer already
                        .filter(line -> match == null || line.check() != RECIPIENT)
                        .map(VerifyPage::check)
                        .toList(),
                match,
                shown == null ? null : Presentation.of(shown, addresses),
                report.inside().stream()
                        .map(one -> result(one, null, addresses))
                        .toList());
    }

    private static Word word(Report report) {
        return switch (report.verdict()) {
            case GENUINE -> new Word("good", "Genuine", "Its issuer says so, it is unchanged and was not taken back.");
            case CHANGED -> new Word("bad", "Changed", "It is not what its issuer issued. Do not rely on it.");
            case REVOKED -> new Word("bad", "Revoked", "Its issuer took it back.");
            case SUSPENDED -> new Word("bad", "Suspended", "Its issuer says that it is not valid for now.");
            case EXPIRED -> new Word("open", "Expired", "It is genuine, but its time is over.");
            case UNKNOWN_ISSUER ->
                new Word("bad", "Unknown issuer", "Whoever it names as its issuer does not vouch for it.");
            case NOT_YET_VALID -> new Word("open", "Not yet valid", "It is valid from a day that is still to come.");
            case UNREADABLE -> new Word("open", "No badge", "There is no badge in it that can be read.");
            case UNCHECKED ->
                new Word("open", "Not checked", "Something could not be checked, so nothing is said for it.");
        };
    }

    private static Check check(Line line) {
        Outcome outcome = line.outcome();
        String tone = outcome == Outcome.GOOD ? "good" : outcome == Outcome.BAD ? "bad" : "open";
        String sign = outcome == Outcome.GOOD ? "✓" : outcome == Outcome.BAD ? "✗" : "…";
        Instant asOf = line.asOf();
        return new Check(tone, sign, line.sentence(), asOf == null ? null : new Moment(asOf));
    }

    private static @Nullable Check match(Match match) {
        return switch (match) {
            case NOT_ASKED -> null;
            case YES -> new Check("good", "✓", "It was issued to this e-mail address.", null);
            case NO -> new Check("bad", "✗", "It was not issued to this e-mail address.", null);
            case NOT_SIGNED ->
                new Check("open", "…", "Nothing was compared: it is not certain that its issuer issued it so.", null);
            case NOBODY -> new Check("open", "…", "It names no e-mail address to compare with.", null);
            case TOO_MANY ->
                new Check(
                        "open",
                        "…",
                        "This badge was compared with ten addresses in the last hour. Try again later.",
                        null);
        };
    }
}
