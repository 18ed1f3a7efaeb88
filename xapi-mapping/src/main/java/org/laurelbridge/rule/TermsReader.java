package org.laurelbridge.rule;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Span;
import org.laurelbridge.document.Values;

/** Reads on what terms a badge is awarded, kept and lost. */
final class TermsReader {
    private static final Map<String, Badge.AwardMode> AWARD = words(Badge.AwardMode.values());
    private static final Map<String, Badge.Unsupported> UNSUPPORTED = words(Badge.Unsupported.values());
    private static final Map<String, Renewal.From> FROM = words(Renewal.From.values());

    private final Problems problems;
    private final int version;

    /** How the condition of a renewal is read. */
    interface Rules {
        Optional<Condition> read(Node node);
    }

    /** @param version of the badge */
    TermsReader(Problems problems, int version) {
        this.problems = problems;
        this.version = version;
    }

    Terms terms(Fields fields, Rules rules) {
        Optional<Validity> valid = fields.node("valid").flatMap(this::valid);
        boolean repeats = fields.word("repeat", List.of("never", "cycles"))
                .filter(word -> word.equals("cycles"))
                .isPresent();
        Optional<Renewal> renew = fields.fields("renew").map(renewal -> renewal(renewal, rules));
        List<Span> remind = reminders(fields);
        Terms terms = new Terms(
                fields.word("award", AWARD).orElse(Badge.AwardMode.AUTO),
                fields.word("late", List.of("accept", "approve"))
                        .filter(word -> word.equals("approve"))
                        .isPresent(),
                fields.node("settle").map(this::settle).orElse(Settle.DEFAULT),
                fields.word("unsupported", UNSUPPORTED).orElse(Badge.Unsupported.REVIEW),
                continuous(fields),
                valid.orElse(null),
                renew.orElse(null),
                remind,
                repeats,
                fields.fields("applies").map(this::applies).orElse(Applies.all(version)));
        new TermsChecks(fields, problems).check(terms);
        return terms;
    }

    /** {@code {for: 1y}} or {@code {until: 2027-12-31}}. */
    private Optional<Validity> valid(Node node) {
        Fields fields = Fields.of(node, problems);
        Optional<Span> length = fields.span("for").filter(span -> isDays("for", span, fields));
        var until = fields.date("until");
        boolean both = fields.keys().contains("for") && fields.keys().contains("until");
        if (both || fields.keys().isEmpty()) {
            problems.add(node, "either for, as {for: 1y}, or until, as {until: 2027-12-31}");
        }
        fields.finish();
        if (both || (length.isEmpty() && until.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Validity(length.orElse(null), until.orElse(null)));
    }

    private boolean isDays(String key, Span span, Fields fields) {
        boolean days = !span.isZero() && span.unit().compareTo(ChronoUnit.DAYS) >= 0;
        if (!days) {
            fields.node(key).ifPresent(node -> problems.add(node, "at least a day, in d, w, mo or y"));
        }
        return days;
    }

    private Renewal renewal(Fields fields, Rules rules) {
        fields.require("opens");
        Optional<Span> opens = fields.fields("opens").flatMap(bound -> bound(bound, "before"));
        Optional<Span> closes = fields.fields("closes").flatMap(bound -> bound(bound, "after"));
        Optional<Condition> when = fields.node("when").flatMap(rules::read);
        Renewal.From from = fields.word("from", FROM).orElse(Renewal.From.EXPIRY);
        fields.word("afterClose", List.of("full"));
        fields.finish();
        return new Renewal(opens.orElse(Span.ZERO), closes.orElse(Span.ZERO), when.orElse(null), from);
    }

    private static Optional<Span> bound(Fields fields, String key) {
        Optional<Span> span = fields.require(key).span(key);
        fields.finish();
        return span;
    }

    /** The longest first: that is the order in which they come. */
    private List<Span> reminders(Fields fields) {
        List<Span> spans = new ArrayList<>();
        for (Node node : fields.list("remind")) {
            fields.values().span(node).ifPresent(span -> {
                if (span.isZero()) {
                    problems.add(node, "more than nothing, as 30d");
                } else {
                    spans.add(span);
                }
            });
        }
        spans.sort(Comparator.comparing(TermsReader::length).reversed());
        return spans;
    }

    /** About how long: a month and a year have their average length. */
    static Duration length(Span span) {
        return span.unit().getDuration().multipliedBy(span.amount());
    }

    private boolean continuous(Fields fields) {
        Optional<Boolean> once = fields.truth("once");
        Optional<Boolean> continuous = fields.truth("continuous");
        if (once.isPresent() && once.equals(continuous)) {
            fields.node("continuous").ifPresent(node -> problems.add(node, "the opposite of once"));
        }
        return continuous.orElse(!once.orElse(true));
    }

    /** {@code {new: v2, underway: either}}. */
    private Applies applies(Fields fields) {
        fields.word("new", List.of("v" + version));
        List<String> words = new ArrayList<>(List.of("either"));
        // rangeClosed ends at the greatest int, too
        IntStream.rangeClosed(Math.max(1, version - 99), version).forEach(earlier -> words.add("v" + earlier));
        Optional<String> underway = fields.word("underway", words);
        fields.finish();
        return underway.map(word -> word.equals("either")
                        ? new Applies(Math.max(1, version - 1), true)
                        : new Applies(Integer.parseInt(word.substring(1)), false))
                .orElse(Applies.all(version));
    }

    /** One value sets both sides. */
    private Settle settle(Node node) {
        if (!(node instanceof Node.Entries)) {
            return settled(node).map(both -> new Settle(both, both)).orElse(Settle.DEFAULT);
        }
        Fields fields = Fields.of(node, problems);
        Duration gain = fields.node("gain").flatMap(this::settled).orElse(Settle.DEFAULT.gain());
        Duration lose = fields.node("lose").flatMap(this::settled).orElse(Settle.DEFAULT.lose());
        fields.finish();
        return new Settle(gain, lose);
    }

    private Optional<Duration> settled(Node node) {
        Optional<Span> span = new Values(problems).span(node);
        if (span.isPresent() && span.get().unit().compareTo(ChronoUnit.WEEKS) > 0) {
            problems.add(node, "a length of time in s, m, h, d or w");
            return Optional.empty();
        }
        return span.map(TermsReader::length);
    }

    private static <T extends Enum<T>> Map<String, T> words(T[] values) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return words;
    }
}
