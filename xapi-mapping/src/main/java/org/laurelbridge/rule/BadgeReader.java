package org.laurelbridge.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurelbridge.document.Fields;
import org.laurelbridge.document.Node;
import org.laurelbridge.document.Problems;
import org.laurelbridge.document.Span;
import org.laurelbridge.document.Values;

/** Reads one badge document: the lifecycle here, the rule and the rest by their own readers. */
final class BadgeReader {
    private static final int LONGEST_ID = 100;
    private static final Map<String, Badge.AwardMode> AWARD_MODES = Map.of("auto", Badge.AwardMode.AUTO);
    private static final Map<String, Badge.Unsupported> UNSUPPORTED = inOrder(
            "review", Badge.Unsupported.REVIEW, "revoke", Badge.Unsupported.REVOKE, "keep", Badge.Unsupported.KEEP);
    private static final Map<String, Badge.Visibility> VISIBILITIES =
            inOrder("learner-decides", Badge.Visibility.LEARNER_DECIDES, "always", Badge.Visibility.ALWAYS);

    private final Vocabulary vocabulary;
    private final Problems problems;

    BadgeReader(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** The part of a document that says what happens around the rule. */
    private record Lifecycle(
            Badge.AwardMode award,
            Settle settle,
            Badge.Unsupported unsupported,
            List<Destination> deliver,
            ZoneId zone,
            Badge.Visibility visibility) {}

    Optional<Badge> badge(Node document, String source) {
        Fields fields = Fields.of(document, problems).require("brl", "kind", "id", "version", "title", "when");
        Language.tellLater(fields, Language.LATER_KEYS, problems);
        fields.whole("brl", 1, 1);
        fields.word("kind", List.of("badge"));
        Optional<String> id = fields.node("id").flatMap(this::id);
        Optional<Long> version = fields.whole("version", 1, Integer.MAX_VALUE);
        Optional<String> title = fields.text("title");
        Optional<String> description = fields.text("description");
        Lifecycle lifecycle = lifecycle(fields);
        Optional<Condition> when = fields.node("when").flatMap(rule -> when(rule, lifecycle.zone));
        List<Badge.Alignment> align = alignments(fields.list("align"));
        Optional<String> image = fields.text("image");
        List<RuleTest> tests = new RuleTestReader(vocabulary, lifecycle.zone, problems).tests(fields.list("tests"));
        fields.finish();
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Badge(
                id.orElseThrow(),
                version.orElseThrow().intValue(),
                title.orElseThrow(),
                description.orElse(null),
                when.orElseThrow(),
                lifecycle.award,
                lifecycle.settle,
                lifecycle.unsupported,
                lifecycle.deliver,
                lifecycle.zone,
                lifecycle.visibility,
                align,
                image.orElse(null),
                tests,
                source));
    }

    private Lifecycle lifecycle(Fields fields) {
        return new Lifecycle(
                word(fields, "award", AWARD_MODES, Language.LATER_AWARD_MODES, Badge.AwardMode.AUTO),
                fields.node("settle").map(this::settle).orElse(Settle.DEFAULT),
                word(fields, "unsupported", UNSUPPORTED, Language.LATER_UNSUPPORTED, Badge.Unsupported.REVIEW),
                new DestinationReader(problems).destinations(fields.list("deliver")),
                fields.node("zone").flatMap(zone -> Zones.read(zone, problems)).orElse(ZoneOffset.UTC),
                word(fields, "public", VISIBILITIES, Set.of(), Badge.Visibility.LEARNER_DECIDES));
    }

    private <T> T word(Fields fields, String key, Map<String, T> words, Set<String> later, T otherwise) {
        return fields.node(key)
                .filter(node -> !Language.isLater(node, later, problems))
                .flatMap(node -> fields.word(key, words))
                .orElse(otherwise);
    }

    /** It stands in addresses, so it has letters that need no escape. */
    private Optional<String> id(Node node) {
        if (node instanceof Node.Text text
                && text.value().length() <= LONGEST_ID
                && text.value().matches("[a-z0-9][a-z0-9._-]*")) {
            return Optional.of(text.value());
        }
        problems.add(node, "up to " + LONGEST_ID + " of a-z, 0-9, dot, dash and underscore, as k8s-quiz");
        return Optional.empty();
    }

    private Optional<Condition> when(Node node, ZoneId zone) {
        return new ConditionReader(vocabulary, problems, zone).rule(node).filter(rule -> isEarnedByDoing(rule, node));
    }

    /** Whoever has done nothing is in no index: nobody would ever ask whether they earned it (S12). */
    private boolean isEarnedByDoing(Condition rule, Node node) {
        View nothing = View.of(new Standings(Map.of()), Duration.ZERO);
        if (rule.finding(nothing, Instant.EPOCH).status() instanceof Status.Met) {
            problems.add(
                    node.place(),
                    "a rule that is met when nothing has been done",
                    "a rule that needs at least one fact, so that it can be indexed (S12)");
            return false;
        }
        return true;
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
        return span.map(length -> length.unit().getDuration().multipliedBy(length.amount()));
    }

    private List<Badge.Alignment> alignments(List<Node> nodes) {
        return nodes.stream().flatMap(node -> alignment(node).stream()).toList();
    }

    private Optional<Badge.Alignment> alignment(Node node) {
        Fields fields = Fields.of(node, problems).require("framework", "code");
        Optional<String> framework = fields.text("framework");
        Optional<String> code = fields.text("code");
        fields.finish();
        return framework.flatMap(name -> code.map(item -> new Badge.Alignment(name, item)));
    }

    private static <T> Map<String, T> inOrder(String one, T first, String two, T second) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(one, first);
        words.put(two, second);
        return words;
    }

    private static <T> Map<String, T> inOrder(String one, T first, String two, T second, String three, T third) {
        Map<String, T> words = inOrder(one, first, two, second);
        words.put(three, third);
        return words;
    }
}
